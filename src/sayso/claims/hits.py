"""The hits of a unit: its cues in order, each with its source."""

from sayso.claims import sources
from sayso.claims.agreement import animate
from sayso.claims.hit import Hit
from sayso.claims.predicates import verb_source
from sayso.claims.view import END, QUOTE_MARKS, Range, View
from sayso.lexicon.cues import CueRule, Frame

_LOOSE = frozenset("selon suivant согласно згідно відповідно per".split())


def hits(view: View, low: int, high: int) -> list[Hit]:
    """The cues of a unit outside of quoted speech, left to right, each with its source."""
    found: list[Hit] = []
    reached = low
    for at, end, rule in view.cues(low, high):
        if at < reached or not _admissible(view, rule, at, end, low):
            continue
        if rule.weak and rule.takes == {"quote"} and not any(view.in_quote[k] >= 0 for k in range(max(low, at - 8), min(high, end + 8))):
            continue
        hit = Hit(rule=rule, first=at, last=end, head=at, low=low, high=high)
        _place(view, hit, found)
        if hit.side != "drop":
            found.append(hit)
        reached = end
    return found


def _admissible(view: View, rule: CueRule, at: int, end: int, low: int) -> bool:
    pos = view.pos(at)
    if rule.frame is not Frame.VERB:
        return True
    if end - at == 1:
        if pos in ("NOUN", "PROPN", "ADJ", "ADP", "CONJ", "DET", "PRON"):
            if (
                view.lang in ("en", "fr")
                and pos in ("NOUN", "ADJ")
                and not rule.weak
                and not view.word_in("ambiguous", at)
                and not view.capital(at)
            ):
                return at > low and not view.word_in("determiner", at - 1) and view.words[at - 1] not in ("to", "of")
            # a tagger's noun may be a verb between a subject and a quotation
            return (
                pos in ("NOUN", "PROPN", "ADJ")
                and not rule.weak
                and view.lang in ("en", "fr")
                and not view.capital(at)
                and _verb_like(view, at, low)
            )
        if (
            at > low
            and view.lang == "en"
            and view.words[at - 1] in ("to",)
            and not (at > low + 1 and view.pos(at - 2) == "VERB" and view.cue_at(at - 2))
        ):
            return at > low + 1 and view.words[at - 2] in (
                "on",
                "refused",
                "declined",
                "likes",
                "continued",
                "continues",
                "wants",
                "seemed",
                "appeared",
                "moved",
            )
        if at > low and view.lang == "en" and view.words[at - 1] in ("the", "a", "an", "his", "her", "its", "their", "of"):
            return False
    return True


def _verb_like(view: View, at: int, low: int) -> bool:
    nearby = view.words[at + 1] if at + 1 < len(view) else ""
    before = view.pos(at - 1) if at > low else ""
    if view.lang == "fr":
        return (before in ("NOUN", "PROPN", "PRON", "AUX") and (view.word_in("that", at + 1) if at + 1 < len(view) else False)) or (
            at > low and view.word_in("auxiliary", at - 1) and view.words[at - 1] in ("a", "ont", "avait", "aurait", "avaient")
        )
    if at > low and view.words[at - 1] in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "no", "of"):
        return False
    last = at + 1 == len(view)
    if not last and (view.word_in("determiner", at + 1) or any(view.word_in(name, at + 1) for name in ("he", "she", "it", "they", "we"))):
        return before in ("NOUN", "PROPN") and at - 1 > low
    return (nearby in ("that", ":", ",") and before in ("NOUN", "PROPN", "PRON")) or (
        at > low and view.words[at - 1] in QUOTE_MARKS | {","} and before != "ADJ"
    )


def _place(view: View, hit: Hit, earlier: list[Hit]) -> None:
    """Find the source of a cue and say on which side it stands."""
    frame = hit.rule.frame
    if frame is Frame.BY:
        hit.source, hit.side = sources.after(view, hit.last, hit.high), "by"
        # "selon le cycle choisi", "согласно графику" name no one who speaks
        loose = view.words[hit.first] in _LOOSE and hit.source is not None and not animate(view, hit.source)
        if hit.source is None or (loose and not any(view.among("adjunct", k) for k in range(*hit.source))):
            hit.side = "drop"
        return
    if frame is Frame.OWN:
        own = next((k for k in range(hit.first, hit.last) if view.word_in("possessive", k)), None)
        hit.source, hit.side = ((own, own + 1) if own is not None else None), "own"
        return
    if frame in (Frame.IMPERSONAL, Frame.PASSIVE):
        hit.side = "none"
        if frame is Frame.IMPERSONAL:
            if hit.first > hit.low and view.word_in("negation", hit.first - 1):
                hit.side = "drop"
                return
            _impersonal_source(view, hit)
        return
    if frame is Frame.NOUN:
        _noun_source(view, hit)
        return
    verb_source(view, hit, earlier)


def _impersonal_source(view: View, hit: Hit) -> None:
    """ "говорится в сообщении ведомства": the body named after the kind of its paper."""
    if view.lang not in ("ru", "uk") or hit.last >= hit.high:
        return
    at = hit.last
    if view.words[at] in ("в", "у", "на") and at + 1 < hit.high and view.word_in("adjunct", at + 1):
        owner = sources.after(view, at + 2, hit.high, apposition=False)
        if owner and view.words[owner[0]] not in (",", "что", "що"):
            hit.source, hit.side = owner, "right"


def _noun_source(view: View, hit: Hit) -> None:
    """ "X's claim that", "the claim by X that", "заявление X о том, что": only with a that-clause after it."""
    at = hit.last
    end = at
    for k in range(at, min(hit.high, at + 16)):
        if view.in_quote[k] >= 0 or view.words[k] in END or view.words[k] in (";", ":"):
            break
        if (view.word_in("that", k) and view.words[k] in ("that", "что", "що", "будто", "що", "qu'", "que", "нібито")) or view.words[k] in (
            "lequel",
            "lesquelles",
            "laquelle",
            "lesquels",
        ):
            end = k
            break
        if view.pos(k) in ("VERB", "AUX") and not view.capital(k):
            break
    if end == at and not (at < hit.high and view.words[at] in ("that", "que", "qu'")):
        hit.side = "drop"
        return
    owner: Range | None = None
    if view.lang == "en":
        if at < hit.high and view.words[at] in ("by", "from", "of"):
            owner = sources.after(view, at + 1, end, apposition=False)
        elif hit.first > hit.low:
            k = hit.first - 1
            if view.word_in("possessive", k):
                owner = (k, k + 1)
            elif view.words[k].endswith(("'s", "s'")):
                owner = sources.before(view, hit.first, hit.low)
    elif at < end:
        first = at + 1 if view.word_in("preposition", at) and view.lang == "fr" else at
        if view.words[first] not in ("о", "про", ","):
            owner = sources.after(view, first, end, apposition=False)
    if owner is None:
        hit.side = "drop"
        return
    hit.source, hit.side = owner, "noun"
