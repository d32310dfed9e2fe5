"""The hit: a cue met in a text, with its source and the side on which it stands."""

from dataclasses import dataclass

from sayso.claims import adjuncts, sources
from sayso.claims.view import DASHES, END, Range, View
from sayso.lexicon.cues import CueRule, Frame

_QUOTE_MARKS = frozenset('"“”„«»‹›‟')
_HAVE = frozenset("a ont ai as avons avez avait avaient aurait auraient aura eut ayant est sont était étaient".split())
_EMPHASIS = frozenset("[*_")
_LOOSE = frozenset("selon suivant согласно згідно відповідно per".split())
_THAT = frozenset("это этого этому эту це цього цьому то того".split())
_THERE = frozenset({"там", "there", "là"})


@dataclass(slots=True, kw_only=True)
class Hit:
    """Tokens `first` up to but not including `last` are the cue; `head` is its main word.

    `side`: left (source before the cue), right (after it), by ("according to"), own (inside), inherit (that of the cue before), none.
    """

    rule: CueRule
    first: int
    last: int
    head: int
    low: int
    high: int
    source: Range | None = None
    side: str = "none"
    negated: bool = False
    passive: bool = False
    as_clause: bool = False
    participle: bool = False
    object: Range | None = None

    @property
    def frame_first(self) -> int:
        """The first token of source and cue together."""
        return min(self.first, self.source[0]) if self.source else self.first

    @property
    def frame_last(self) -> int:
        """The index after the last token of source and cue together."""
        return max(self.last, self.source[1]) if self.source else self.last


def hits(view: View, low: int, high: int) -> list[Hit]:
    """The cues of a unit outside of quoted speech, left to right, each with its source."""
    found: list[Hit] = []
    book, words, lemmas = view.book, view.words, view.lemmas
    at = low
    while at < high:
        if view.in_quote[at] >= 0:
            at += 1
            continue
        met = book.cue_at(at, words, lemmas)
        if met is None or met[1] > high or not _admissible(view, met[0], at, met[1], low):
            at += 1
            continue
        rule, end = met
        if rule.weak and rule.takes == {"quote"} and not any(view.in_quote[k] >= 0 for k in range(max(low, at - 8), min(high, end + 8))):
            at += 1
            continue
        hit = Hit(rule=rule, first=at, last=end, head=at, low=low, high=high)
        _place(view, hit, found)
        if hit.side != "drop":
            found.append(hit)
        at = end
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
            and not (at > low + 1 and view.pos(at - 2) == "VERB" and view.book.cue_at(at - 2, view.words, view.lemmas))
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
    if view.word_in("determiner", at + 1) or any(view.word_in(name, at + 1) for name in ("he", "she", "it", "they", "we")):
        return before in ("NOUN", "PROPN") and at - 1 > low
    return (nearby in ("that", ":", ",") and before in ("NOUN", "PROPN", "PRON")) or (
        at > low and view.words[at - 1] in _QUOTE_MARKS | {","} and before != "ADJ"
    )


def _place(view: View, hit: Hit, earlier: list[Hit]) -> None:
    """Find the source of a cue and say on which side it stands."""
    frame = hit.rule.frame
    if frame is Frame.BY:
        hit.source, hit.side = sources.after(view, hit.last, hit.high), "by"
        # "selon le cycle choisi", "согласно графику" name no one who speaks
        loose = view.words[hit.first] in _LOOSE and hit.source is not None and not _animate(view, hit.source)
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
    _verb_source(view, hit, earlier)


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


def _verb_source(view: View, hit: Hit, earlier: list[Hit]) -> None:
    low, high = hit.low, hit.high
    start = adjuncts.skipped_left(view, hit.first, low)
    hit.negated = any(_negates(view, k) for k in range(start, hit.first)) or (
        view.lang == "fr" and hit.last < high and any(view.words[k] == "pas" for k in range(hit.last, min(high, hit.last + 2)))
    )
    auxiliaries = hit.first
    while auxiliaries > start and (
        view.word_in("auxiliary", auxiliaries - 1) or view.word_in("negation", auxiliaries - 1) or view.pos(auxiliaries - 1) in ("AUX",)
    ):
        auxiliaries -= 1
    hit.first = auxiliaries
    if _passive(view, hit, auxiliaries):
        return
    if view.lang == "fr" and _clitic_subject(view, hit, auxiliaries):
        return
    if start > low and view.word_in("as", start - 1) and view.words[start - 1] not in ("so",):
        hit.as_clause = True
        right = sources.after(view, adjuncts.skipped_right(view, hit.last, high), high)
        if right:
            hit.source, hit.side = right, "right"
            return
    if (
        view.lang == "fr"
        and view.words[hit.head].endswith(("é", "ée", "és", "ées", "enu", "onnu", "enti", "entie"))
        and not any(view.word_in("auxiliary", k) and view.words[k] in _HAVE for k in range(hit.first, hit.head))
    ):
        hit.side = "drop"  # a participle without auxiliary is no predicate: "leur entrée annoncée"
        return
    left = sources.before(view, start, low) if start > low else None
    if left and _is_object_of_earlier(view, left, earlier):
        left = None
    right_at = adjuncts.past_hearer(view, adjuncts.skipped_right(view, hit.last, high), high)
    while right_at < high and view.words[right_at] in _EMPHASIS:
        right_at += 1
    hearer = view.outlets.get(right_at)
    if hearer is not None and hearer < high and view.lang in ("ru", "uk") and not view.mark(hearer):
        right_at = hearer  # "заявил РИА Новости посол": the agency is told
    right = sources.after(view, right_at, high) if right_at < high and not hit.negated else None
    if right and view.lang == "en" and not _can_speak(view, right):
        right = None
    inverted = _after_content(view, start, low)
    if view.lang in ("ru", "uk"):
        _slavic(view, hit, start, left, right, right_at, inverted=inverted, earlier=earlier)
    else:
        _western(view, hit, start, left, right, inverted=inverted, earlier=earlier)


def _can_speak(view: View, phrase: Range) -> bool:
    """English: a lone small noun without article is no speaker after its verb, a plural or a word for people may be."""
    first, last = phrase
    if view.capital(first) or view.word_in("determiner", first) or view.pos(first) in ("PRON", "DET", "NUM"):
        return True
    return any(
        "pl" in view.tags[k].split(",")
        or view.capital(k)
        or view.any_of(("person", "spokes", "sources", "witness", "government", "military"), k)
        for k in range(first, last)
    )


def _negates(view: View, k: int) -> bool:
    return view.word_in("negation", k) and view.words[k] not in ("no", "n", "без", "sans", "without")


def _is_object_of_earlier(view: View, left: Range, earlier: list[Hit]) -> bool:
    return bool(earlier) and earlier[-1].source is not None and earlier[-1].source == left and earlier[-1].side == "right"


def _after_content(view: View, start: int, low: int) -> bool:
    """Does the cue follow a content: a comma, dash or closing quotation mark just before it?"""
    if start <= low:
        return False
    mark = view.words[start - 1]
    return mark == "," or mark in DASHES or mark in _QUOTE_MARKS or view.in_quote[start - 1] >= 0


def _passive(view: View, hit: Hit, auxiliaries: int) -> bool:
    """ "was reported by X": the subject is the content, the source stands after "by"."""
    if view.lang not in ("en", "fr") or hit.last - hit.head != 1:
        return False
    be = ("was", "were", "is", "are", "been", "be", "being") if view.lang == "en" else ("est", "sont", "été", "était", "fut")
    chain = [view.words[k] for k in range(auxiliaries, hit.head)]
    if (
        not any(word in be for word in chain)
        or not view.words[hit.head].endswith(("ed", "en", "id", "t", "wn", "é", "ée", "és", "ées", "ld"))
        or view.words[hit.head].endswith("ing")
    ):
        return False
    by = "by" if view.lang == "en" else "par"
    place = next((k for k in range(hit.last, min(hit.high, hit.last + 4)) if view.words[k] == by), None)
    hit.passive = True
    if place is None:
        hit.side = "drop"
        return True
    hit.source, hit.side = sources.after(view, place + 1, hit.high), "passive"
    hit.last = place + 1
    if hit.source is None:
        hit.side = "drop"
    return True


def _clitic_subject(view: View, hit: Hit, auxiliaries: int) -> bool:
    """French "a-t-il dit", "dit-il"."""
    for k in (hit.last, *range(auxiliaries, hit.head)):
        if k < hit.high and view.words[k] in ("il", "elle", "ils", "elles", "on") and k > 0 and view.text[view.starts[k] - 1] == "-":
            hit.source = (k, k + 1)
            hit.side = "right"
            if k < hit.head:
                hit.first = min(hit.first, k - 1)
            return True
    # "a-t-il déclaré": the pronoun stands between auxiliary and participle
    k = hit.first - 1
    if k > hit.low and view.words[k] in ("il", "elle", "ils", "elles", "on") and view.text[view.starts[k] - 1] == "-":
        hit.source, hit.side, hit.first = (k, k + 1), "right", k - 1
        return True
    return False


def _western(view: View, hit: Hit, start: int, left: Range | None, right: Range | None, *, inverted: bool, earlier: list[Hit]) -> None:
    participle = view.words[hit.head].endswith("ing") if view.lang == "en" else view.words[hit.head].endswith("ant")
    bare = participle and not any(view.word_in("auxiliary", k) for k in range(hit.first, hit.head))
    hit.participle = bare
    if bare or (start > hit.low and view.words[start - 1] in ("and", "but", "or", "et", "mais", "who", "which", "qui")):
        relative = start > hit.low and view.words[start - 1] in ("who", "which", "qui")
        if relative:
            left = sources.before(view, start - 1, hit.low)
            if left:
                hit.source, hit.side = left, "left"
                return
        _inherit(view, hit, earlier, start)
        return
    plain = left is not None and left[1] == start
    if (
        plain
        and left is not None
        and right is not None
        and view.words[left[0]] == "it"
        and _after_content(view, left[0], hit.low)
        and view.capital(right[0])
        and _stops(view, right[1], hit.high)
    ):
        hit.source, hit.side = right, "right"  # "it added AFP", word for word from "ajoute l'AFP"
        return
    if plain or (left is not None and not inverted):
        hit.source, hit.side = left, "left"
        return
    if left is not None and inverted and left[1] < start and left[0] <= hit.low + 1:
        # "TASS, another agency, announced minor losses": nothing before the source that could be its content
        hit.source, hit.side = left, "left"
        return
    tail = right is not None and inverted and _tail(view, right, hit.high)
    if tail:
        hit.source, hit.side = right, "right"
        return
    if left is not None:
        hit.source, hit.side = left, "left"
        return
    if right is not None and inverted:
        hit.source, hit.side = right, "right"
        return
    named = any(rule.after for rule, _ in view.book.relays_at(hit.head, view.words, view.lemmas))
    hit.side = "drop" if hit.rule.weak or not inverted or (named and hit.high - hit.last <= 4) else "none"


def _tail(view: View, right: Range, high: int) -> bool:
    """After an inverted source the sentence ends, pauses, or goes on with an adverbial."""
    at = right[1]
    return (
        at >= high
        or view.words[at] in END
        or view.words[at] in (",", ";", ":", ")", "(")
        or view.words[at] in DASHES
        or view.in_quote[at] >= 0
        or view.words[at] in _QUOTE_MARKS
        or view.word_in("preposition", at)
        or view.word_in("adverb", at)
        or view.word_in("conjunction", at)
        or view.among("adjunct", at)
        or view.mark(at)
        or at in view.sentence_starts
    )


def _stops(view: View, at: int, high: int) -> bool:
    return at >= high or view.words[at] in END


def _inherit(view: View, hit: Hit, earlier: list[Hit], start: int) -> None:
    """The source of a cue without subject: that of the cue before it in the unit, else the subject that opens the unit."""
    hit.side = "inherit"
    last = next((h for h in reversed(earlier) if h.source and h.side in ("left", "right", "inherit")), None)
    if last:
        hit.source = last.source
        return
    subject = _opening_subject(view, hit.low, start)
    if subject is None:
        hit.side = "drop"
        return
    hit.source = subject


def _opening_subject(view: View, low: int, high: int) -> Range | None:
    """The noun phrase before the first verb of the unit."""
    for k in range(low, min(high, low + 30)):
        if view.in_quote[k] >= 0:
            return None
        if view.pos(k) in ("VERB", "AUX") and not view.capital(k) and k > low:
            start = adjuncts.skipped_left(view, k, low)
            return sources.before(view, start, low)
    return None


def _slavic(
    view: View, hit: Hit, start: int, left: Range | None, right: Range | None, right_at: int, *, inverted: bool, earlier: list[Hit]
) -> None:
    """Case decides between subject and object; a plural verb after "в ведомстве" speaks for the body."""
    tag = view.tags[hit.head]
    if "ger" in tag.split(",") and hit.last - hit.head == 1:
        hit.participle = True
        _inherit(view, hit, earlier, start)
        return
    if "pass" in tag.split(","):
        hit.side = "drop"  # "был признан": nobody is named who says so
        return
    if (start > hit.low and view.word_in("conjunction", start - 1)) or (
        left is not None and left[1] - left[0] == 1 and view.among("relative", left[0])
    ):
        left = None
    left_ok = left is not None and left[1] == start and _can_be_subject(view, left, hit.head)
    right_ok = right is not None and _can_be_subject(view, right, hit.head) and _animate(view, right)
    if inverted and right_ok and (not left_ok or view.words[start - 1] in (",",) or view.words[start - 1] in DASHES):
        hit.source, hit.side = right, "right"
        return
    if left_ok and left is not None:
        hit.source, hit.side = _without_object(view, left), "left"
        hit.object = (hit.source[1], left[1]) if hit.source[1] < left[1] else None
        return
    body = _in_body(view, start, hit.low) or _in_body_after(view, hit, right_at)
    if body and hit.rule.weak and not _animate_body(view, body):
        body = None
    if body:
        hit.source = body
        hit.side = "left" if body[0] < hit.first else "right"
        return
    if right_ok:
        hit.source, hit.side = right, "right"
        return
    if left is not None and left[1] != start and _can_be_subject(view, left, hit.head):
        hit.source, hit.side = left, "left"
        return
    if start > hit.low and (view.word_in("conjunction", start - 1) or view.words[start - 1] == ",") and not hit.rule.weak:
        _inherit(view, hit, earlier, start)
        if hit.source is not None and (earlier or _can_be_subject(view, hit.source, hit.head)):
            return
        hit.source = None
    # "Сообщили, что", "говорят, что": somebody; a negated one tells of a silence
    anyone = "pl" in tag.split(",") and (start == hit.low or inverted)
    hit.side = "none" if anyone and not hit.rule.weak and not hit.negated else "drop"


def _animate(view: View, phrase: Range) -> bool:
    """A name, a body, people or a pronoun: what can speak after its verb."""
    return any(view.capital(k) or view.pos(k) == "PRON" or view.any_of(_SPEAKING, k) for k in range(*phrase))


_SPEAKING = (
    "person",
    "spokes",
    "sources",
    "witness",
    "government",
    "military",
    "agency",
    "outlet",
    "armed group",
    "organisation",
    "he",
    "she",
    "they",
)


def _without_object(view: View, phrase: Range) -> Range:
    """ "Губернатор Роман Старов прорыв отрицает": a small noun after the name is the object."""
    first, last = phrase
    if view.words[last - 1] in _THAT and last - first > 1:
        return (first, last - 1)
    names = [k for k in range(first, last) if view.capital(k) and k > first]
    if not names or names[-1] + 1 >= last:
        return phrase
    rest = range(names[-1] + 1, last)
    if (
        view.pos(names[-1]) != "ADJ"
        and not any(view.among("organisation", k) for k in rest)
        and all(
            view.pos(k) in ("NOUN", "ADJ") and "gen" not in view.tags[k].split(",") and ("acc" in view.tags[k] or "nom" in view.tags[k])
            for k in rest
        )
    ):
        return (first, names[-1] + 1)
    return phrase


def _can_be_subject(view: View, phrase: Range, head: int) -> bool:
    """Nominative, and not a phrase after a preposition; words without analysis may be anything."""
    first, last = phrase
    if first > 0 and view.word_in("preposition", first - 1) and view.words[first - 1] not in ("как", "як"):
        return False
    if (
        view.pos(first) == "PRON"
        and not any(c in view.tags[first].split(",") for c in ("nom",))
        and any(c in view.tags[first] for c in ("dat", "gen", "acc", "ins", "loc"))
    ):
        return False
    if all(view.capital(k) for k in range(first, last)) and last - first <= 3:
        return True  # names are often read as genitives of common nouns
    for k in range(first, last):
        pos = view.pos(k)
        if view.word_in("government", k) or view.word_in("military", k) or view.word_in("witness", k) or view.word_in("sources", k):
            return True  # "власти" may be a genitive by its form
        if pos in ("NOUN", "PROPN", "PRON", "NUM") or (pos == "ADJ" and k == last - 1):
            tag = view.tags[k]
            cases = [c for c in ("nom", "gen", "dat", "acc", "ins", "loc") if c in tag.split(",")]
            plural_verb = "pl" in view.tags[head].split(",")
            if (
                "sg" in tag.split(",")
                and plural_verb
                and not any(view.words[j] in ("и", "і", "та", "й") or view.words[j] == "," for j in range(first, last))
                and pos not in ("NUM",)
                and view.words[k] not in ("ряд", "большинство", "більшість")
            ):
                return False
            return (
                not cases
                or view.words[k] == view.lemmas[k]
                or "nom" in cases
                or ("acc" in cases and "sg" not in tag)
                or view.surface(k).isupper()
            )
        if pos == "X" or view.surface(k).isupper() or (view.starts[k] and view.text[view.starts[k] - 1] in '«"“'):
            return True
    return any(view.capital(k) for k in range(first, last))


def _in_body(view: View, start: int, low: int) -> Range | None:
    """ "В ведомстве сообщили", "там уточнили": the body as source, without its preposition."""
    if start > low and view.words[start - 1] in _THERE | {"тут"}:
        return (start - 1, start)
    if start - 1 >= low and view.words[start - 1] == ",":
        return None
    for k in range(start - 1, max(low, start - 14) - 1, -1):
        if view.pos(k) == "VERB" or view.in_quote[k] >= 0 or view.words[k] in (",", ";", ":") or view.words[k] in DASHES:
            return None
        if view.words[k] in ("в", "во", "у", "на") and k + 1 < start:
            return (k + 1, start) if not view.word_in("adjunct", k + 1) else None
    return None


def _animate_body(view: View, phrase: Range) -> bool:
    return any(view.any_of(_SPEAKING, k) for k in range(*phrase))


def _in_body_after(view: View, hit: Hit, right_at: int) -> Range | None:
    """ "сообщили в ведомстве" (after the content or before it)."""
    if "pl" not in view.tags[hit.head].split(",") and not view.words[hit.head].endswith(("ли", "ют", "ять", "уть", "ат", "ят")):
        return None
    at = max(hit.last, right_at)
    while at < hit.high and (view.word_in("adverb", at) or view.pos(at) == "ADV"):
        at += 1
    if at < hit.high and view.words[at] in _THERE:
        return (at, at + 1)
    if (
        at + 1 < hit.high
        and view.words[at] in ("в", "во", "у", "на")
        and not view.word_in("adjunct", at + 1)
        and not view.word_in("platform", at + 1)
    ):
        return sources.after(view, at + 1, hit.high, apposition=False)
    return None
