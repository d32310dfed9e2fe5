"""The foregoing: the content to the left of a cue, and what goes on after its attribution."""

from sayso.claims import adjuncts
from sayso.claims.following import own_part
from sayso.claims.hit import Hit
from sayso.claims.view import DASHES, END, PAUSES, QUOTE_MARKS, Range, View
from sayso.lexicon.cues import Frame, Through


def quote_before(view: View, at: int, low: int) -> Range | None:
    """The quotation that ends just before `at`, a pause or "quoted by" aside."""
    at = next(
        (
            k
            for k in range(max(low, at - 3), at)
            for rule, end in view.relays_at(k)
            if rule.after and end == at and rule.through is Through.BY
        ),
        at,
    )
    for k in range(at - 1, max(low, at - 6) - 1, -1):
        number = view.in_quote[k]
        if number >= 0:
            quote = view.quotes[number]
            return (quote.first, min(quote.last, at))
        if not (view.words[k] in PAUSES or view.words[k] in QUOTE_MARKS or view.words[k] in END or view.mark(k)):
            return None
    return None


def with_rest(view: View, quoted: Range, hit: Hit, used: int) -> tuple[Range, ...]:
    """The words of the sentence that lead into the quotation, the quotation, and its second half after the attribution."""
    first = quoted[0]
    start = max(used, hit.low)
    lead = [k for k in range(start, first) if not view.mark(k)]
    if (
        lead
        and not any(view.words[k] in END and k + 1 in view.sentence_starts for k in range(start, first))
        and view.words[first - 1] != ":"
    ):
        first = content_start(view, lead[0], quoted[0])
    found: list[Range] = [(first, quoted[1])]
    after = hit.frame_last if hit.side in ("left", "right") else hit.last
    rest = _second_half(view, adjuncts.skipped_right(view, after, hit.high), hit)
    if rest:
        found.append(rest)
    return tuple(found)


def content_start(view: View, start: int, end: int) -> int:
    while start < end and (view.mark(start) and view.words[start] not in QUOTE_MARKS):
        start += 1
    return start


def _second_half(view: View, at: int, hit: Hit) -> Range | None:
    """A quotation that goes on in the same unit after the attribution."""
    k = at
    while k < hit.high and k < at + 4 and view.in_quote[k] < 0 and (view.mark(k) or view.word_in("conjunction", k)):
        k += 1
    if k < hit.high and view.in_quote[k] >= 0 and view.in_quote[k] != view.in_quote[max(hit.low, hit.first - 1)]:
        quote = view.quotes[view.in_quote[k]]
        return (k, min(quote.last, hit.high))
    return None


def pauses_before(view: View, at: int, low: int) -> bool:
    if at - 1 <= low:
        return False
    word = view.words[at - 1]
    return word == "," or word in DASHES or word in QUOTE_MARKS or (word in END and at not in view.sentence_starts)


def before_cue(view: View, hit: Hit, later: list[Hit], used: int) -> tuple[Range, ...]:
    """The clause before an attribution that closes or interrupts it."""
    start = max(used, hit.low)
    end = hit.frame_first
    if not pauses_before(view, end, start) and not (hit.side == "right" and end > start):
        return ()
    while end > start and (view.mark(end - 1) or view.word_in("as", end - 1)):
        if view.words[end - 1] in QUOTE_MARKS and end - 1 > start:
            break
        end -= 1
    start = content_start(view, start, end)
    if end <= start:
        return ()
    left = (start, end)
    verbal = any(view.pos(k) in ("VERB", "AUX", "PART") for k in range(start, end))
    after = adjuncts.skipped_right(view, hit.frame_last, hit.high)
    rest = _rest(view, after, hit, later)
    if rest and (not verbal or (any(view.pos(k) in ("VERB", "AUX", "PART") for k in range(*rest)) and resumes(view, rest[0]))):
        return (left, rest)
    if not verbal and end - start < (2 if hit.side == "right" else 4) and hit.rule.frame is Frame.VERB:
        return ()
    return (left,)


def _rest(view: View, at: int, hit: Hit, later: list[Hit]) -> Range | None:
    if at >= hit.high or view.words[at] != "," or at + 1 >= hit.high:
        return None
    return own_part(view, (at + 1, hit.high), hit, later) if not any(o.first == at + 1 or o.frame_first == at + 1 for o in later) else None


def resumes(view: View, at: int) -> bool:
    """Does the sentence go on after a parenthesis, rather than with a new clause or adverbial?"""
    word = view.words[at]
    if view.relays_at(at) and view.outlets:
        return False  # "quoted by", "citing"
    if (
        view.among("relative", at)
        or word.endswith(("ing", "ant"))
        or (view.word_in("conjunction", at) and view.pos(at) == "CONJ" and word not in ("that", "что", "що", "que"))
    ):
        return False
    return not (view.lang in ("ru", "uk") and word.endswith(("я", "ючи", "ачи", "вши")) and view.pos(at) not in ("NOUN", "PROPN", "ADJ"))
