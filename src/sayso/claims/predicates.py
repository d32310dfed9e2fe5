"""The predicate: a cue that is a verb, and where its subject stands."""

from sayso.claims import adjuncts, sources
from sayso.claims.agreement import subject_by_case
from sayso.claims.hit import Hit
from sayso.claims.inheritance import inherit
from sayso.claims.view import DASHES, END, QUOTE_MARKS, Range, View

_HAVE = frozenset("a ont ai as avons avez avait avaient aurait auraient aura eut ayant est sont était étaient".split())
_EMPHASIS = frozenset("[*_")


def verb_source(view: View, hit: Hit, earlier: list[Hit]) -> None:
    low, high = hit.low, hit.high
    start = adjuncts.skipped_left(view, hit.first, low)
    hit.negated = any(_negates(view, k) for k in range(start, hit.first)) or (
        view.lang == "fr"
        and any(view.words[k] == "pas" and view.words[k - 1] not in ("ne", "n'") for k in range(hit.last, min(high, hit.last + 2)))
    )  # "a dit ne pas savoir": what is said is negated, not the saying
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
        subject_by_case(view, hit, start, left, right, right_at, inverted=inverted, earlier=earlier)
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
    return mark == "," or mark in DASHES or mark in QUOTE_MARKS or view.in_quote[start - 1] >= 0


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
        inherit(view, hit, earlier, start)
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
    named = any(rule.after for rule, _ in view.relays_at(hit.head))
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
        or view.words[at] in QUOTE_MARKS
        or view.word_in("preposition", at)
        or view.word_in("adverb", at)
        or view.word_in("conjunction", at)
        or view.among("adjunct", at)
        or view.mark(at)
        or at in view.sentence_starts
    )


def _stops(view: View, at: int, high: int) -> bool:
    return at >= high or view.words[at] in END
