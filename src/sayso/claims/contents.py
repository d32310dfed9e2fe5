"""The content: the words that a cue attributes."""

from sayso.claims import adjuncts, sources
from sayso.claims.following import after_cue, own_part, quote_after, that_clause
from sayso.claims.foregoing import before_cue, content_start, pauses_before, quote_before, resumes, with_rest
from sayso.claims.hit import Hit
from sayso.claims.view import DASHES, END, QUOTE_MARKS, Range, View
from sayso.lexicon.cues import Frame


def content_of(view: View, hit: Hit, later: list[Hit], used: int) -> tuple[Range, ...]:
    """The content of a cue as token ranges; none where nothing fits.

    `later` are the cues after it in the unit, `used` the index up to which the unit belongs to attributions before it.
    """
    if hit.passive or hit.rule.frame is Frame.PASSIVE:
        return _subject(view, hit, used)
    if hit.rule.frame is Frame.IMPERSONAL and "around" in hit.rule.takes:
        return _around(view, hit, used)
    bare = (
        hit.rule.frame is Frame.IMPERSONAL
        and not that_clause(view, hit.frame_last, hit.high)
        and quote_after(view, hit.frame_last, hit.high) is None
        and quote_before(view, hit.frame_first, hit.low) is None
    )
    if (
        hit.rule.frame in (Frame.BY, Frame.OWN)
        or hit.as_clause
        or (bare and (hit.first == hit.low or pauses_before(view, hit.first, hit.low)))
    ):
        return _beside(view, hit, later, used)
    if hit.rule.frame is Frame.NOUN:
        clause = that_clause(view, hit.frame_last if hit.source and hit.source[0] >= hit.last else hit.last, hit.high)
        return (own_part(view, clause, hit, later),) if clause else ()
    if hit.side == "right":
        quoted = quote_before(view, hit.frame_first, hit.low)
        if quoted:
            return with_rest(view, quoted, hit, used)
        onward = after_cue(view, hit, hit.frame_last, later, strict=True)
        if onward:
            return onward
        return before_cue(view, hit, later, used) or after_cue(view, hit, hit.frame_last, later, strict=False)
    quoted = quote_before(view, hit.frame_first, hit.low) if hit.side in ("left", "none") else None
    if quoted and hit.side == "left":
        return with_rest(view, quoted, hit, used)
    if hit.object and "np" in hit.rule.takes:
        return (hit.object,)
    onward = after_cue(view, hit, hit.last, later, strict=False)
    parenthetical = hit.side == "left" and pauses_before(view, hit.frame_first, hit.low)
    if parenthetical and not that_clause(view, hit.last, hit.high) and not quote_after(view, hit.last, hit.high):
        around = before_cue(view, hit, later, used)
        # "After the strike, the mayor announced an evacuation": an object right after the cue goes before what leads in
        if around and not (onward and not view.word_in("preposition", onward[0][0]) and not any(view.finite(k) for k in range(*around[0]))):
            return around
    if onward:
        return onward
    if quoted:
        return (quoted,)
    return before_cue(view, hit, later, used)


def _beside(view: View, hit: Hit, later: list[Hit], used: int) -> tuple[Range, ...]:
    """ "According to X, C", "C, according to X", "C1, according to X, C2"."""
    start = max(used, hit.low)
    left_end = hit.frame_first
    while (
        left_end > start and (view.mark(left_end - 1) or view.word_in("as", left_end - 1)) and view.words[left_end - 1] not in QUOTE_MARKS
    ):
        left_end -= 1
    start = next((k + 1 for k in range(left_end - 1, start, -1) if view.words[k] in (":", ";")), start)
    if (
        hit.frame_first > start
        and view.capital(hit.frame_first)
        and (view.words[hit.frame_first - 1] in END or view.words[hit.frame_first - 1] in QUOTE_MARKS)
    ):
        left_end = start = hit.frame_first  # a sentence begins here
    left = (content_start(view, start, left_end), left_end)
    lead_in = all(
        view.mark(k)
        or view.word_in("conjunction", k)
        or view.word_in("adverb", k)
        or view.word_in("preposition", k)
        or view.among("adjunct", k)
        for k in range(left[0], left[1])
    )
    at = hit.frame_last
    at = adjuncts.skipped_right(view, at, hit.high) if at < hit.high and view.words[at] != "," else at
    right: Range | None = None
    if at < hit.high and (
        view.words[at] in (",", ":") or view.in_quote[at] >= 0 or lead_in or view.words[at] in QUOTE_MARKS or view.words[at] in DASHES
    ):
        first = at + 1 if view.words[at] in (",", ":") or view.words[at] in DASHES else at
        bounded = own_part(view, (first, hit.high), hit, later)
        right = bounded if bounded[1] > bounded[0] and any(not view.mark(k) for k in range(*bounded)) else None
    if lead_in or left[1] <= left[0]:
        return (right,) if right else ()
    if (
        right
        and resumes(view, right[0])
        and any(view.pos(k) in ("VERB", "AUX", "PART") for k in range(*right))
        and not any(view.pos(k) in ("VERB", "AUX") for k in range(*left))
    ):
        return (left, right)
    if (
        right
        and view.words[left_end : left_end + 1] == (",",)
        and resumes(view, right[0])
        and not view.word_in("preposition", right[0])
        and hit.side in ("by", "own")
        and any(view.pos(k) in ("VERB", "AUX") for k in range(*right))
    ):
        return (left, right)
    return (left,)


def _subject(view: View, hit: Hit, used: int) -> tuple[Range, ...]:
    """What a passive cue speaks of: its subject; the that-clause of "it was reported by X that"."""
    clause = that_clause(view, hit.frame_last, hit.high)
    if clause:
        return (clause,)
    start = max(used, hit.low)
    end = adjuncts.skipped_left(view, hit.first, start)
    found = sources.before(view, end, start)
    if found and not any(view.word_in(name, found[0]) and found[1] - found[0] == 1 for name in ("he", "she", "we")):
        return (found,)
    return ()


def _around(view: View, hit: Hit, used: int) -> tuple[Range, ...]:
    """The clause that an "allegedly" stands in, or the sentence of "is said to"."""
    low, high = max(used, hit.low), hit.high
    start = hit.first
    while start > low and not (
        view.words[start - 1] in (";", ":")
        or view.words[start - 1] in DASHES
        or (view.words[start - 1] == "," and view.lang in ("ru", "uk"))
    ):
        start -= 1
    end = hit.last
    while end < high and not (
        view.words[end] in (";",) or (view.words[end] in END and (end + 1 in view.sentence_starts or end + 1 >= high))
    ):
        end += 1
    if (
        view.lang in ("ru", "uk")
        and start > low
        and view.words[start - 1] == ","
        and not any(view.pos(k) in ("VERB", "PART") for k in range(start, end))
    ):
        start = low
    pieces = [(start, hit.first), (hit.last, end)]
    return tuple((content_start(view, a, b), b) for a, b in pieces if any(not view.mark(k) for k in range(a, b)))
