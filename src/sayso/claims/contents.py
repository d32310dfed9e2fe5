"""The content: the words that a cue attributes."""

from sayso.claims import adjuncts, sources
from sayso.claims.hits import Hit
from sayso.claims.view import DASHES, END, View
from sayso.lexicon.cues import Frame, Through

Range = tuple[int, int]
_QUOTE_MARKS = frozenset('"“”„«»‹›‟')
_PAUSES = frozenset({",", ";", ":"}) | DASHES
_REACH = 14  # words between a cue and its that-clause or quotation


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
        and not _that_clause(view, hit.frame_last, hit.high)
        and _quote_after(view, hit.frame_last, hit.high) is None
        and _quote_before(view, hit.frame_first, hit.low) is None
    )
    if (
        hit.rule.frame in (Frame.BY, Frame.OWN)
        or hit.as_clause
        or (bare and (hit.first == hit.low or _pauses_before(view, hit.first, hit.low)))
    ):
        return _beside(view, hit, later, used)
    if hit.rule.frame is Frame.NOUN:
        clause = _that_clause(view, hit.frame_last if hit.source and hit.source[0] >= hit.last else hit.last, hit.high)
        return (_bounded(view, clause, hit, later),) if clause else ()
    if hit.side == "right":
        quoted = _quote_before(view, hit.frame_first, hit.low)
        if quoted:
            return _with_rest(view, quoted, hit, used)
        onward = _onward(view, hit, hit.frame_last, later, strict=True)
        if onward:
            return onward
        return _left(view, hit, later, used) or _onward(view, hit, hit.frame_last, later, strict=False)
    quoted = _quote_before(view, hit.frame_first, hit.low) if hit.side in ("left", "none") else None
    if quoted and hit.side == "left":
        return _with_rest(view, quoted, hit, used)
    if hit.object and "np" in hit.rule.takes:
        return (hit.object,)
    onward = _onward(view, hit, hit.last, later, strict=False)
    parenthetical = hit.side == "left" and _pauses_before(view, hit.frame_first, hit.low)
    if parenthetical and not _that_clause(view, hit.last, hit.high) and not _quote_after(view, hit.last, hit.high):
        around = _left(view, hit, later, used)
        # "After the strike, the mayor announced an evacuation": an object right after the cue goes before what leads in
        if around and not (onward and not view.word_in("preposition", onward[0][0]) and not any(view.finite(k) for k in range(*around[0]))):
            return around
    if onward:
        return onward
    if quoted:
        return (quoted,)
    return _left(view, hit, later, used)


# ---- to the right


def _onward(view: View, hit: Hit, at: int, later: list[Hit], *, strict: bool) -> tuple[Range, ...]:
    """The content after a cue: a that-clause, a quotation, what stands after a colon, a clause, noun phrase or infinitive."""
    takes = hit.rule.takes
    reach = min([hit.high, *(o.first for o in later if o.first > at)])
    clause = _that_clause(view, at, reach) if "that" in takes or "inf" in takes else None
    if clause:
        clause = (clause[0], hit.high)
    if clause:
        return (_bounded(view, clause, hit, later),)
    quote = _quote_after(view, at, hit.high)
    if quote is not None and (takes & {"quote", "that", "np"}):
        return (_bounded(view, (quote, hit.high), hit, later),)
    if strict and hit.side == "right" and not takes & {"np"}:
        return ()
    start = adjuncts.skipped_right(view, at, hit.high)
    if hit.rule.recipient:
        start = _past_recipient(view, start, hit)
    if start < hit.high and view.words[start] == ":":
        return (_bounded(view, (start + 1, hit.high), hit, later),) if start + 1 < hit.high else ()
    start = _past_comma(view, start, hit)
    if start >= hit.high or view.words[start] in _PAUSES or view.words[start] in END or view.words[start] == ")":
        return ()
    if view.word_in("conjunction", start) and not view.word_in("that", start) and view.pos(start) != "ADP":
        return ()
    content = _bounded(view, (start, hit.high), hit, later)
    if content[1] - content[0] < 1:
        return ()
    verbal = any(view.pos(k) in ("VERB", "AUX") for k in range(*content))
    if "np" in takes:
        return (_np_bounded(view, content) if not verbal else content,)
    if "inf" in takes:
        return (content,)
    if not verbal or hit.rule.weak or view.lang != "en":
        return ()
    # English leaves out "that": a subject must open the clause
    opens = (
        view.pos(start) in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ")
        or view.word_in("determiner", start)
        or view.capital(start)
        or view.words[start] in _QUOTE_MARKS
        or view.words[start] in ("in", "on", "at", "after", "since", "during", "before", "between", "from", "under")
    )
    return (content,) if opens else ()


def _that_clause(view: View, at: int, high: int) -> Range | None:
    """From the next "that" on, where no verb or stop lies between."""
    for k in range(at, min(high, at + _REACH + 8)):
        word = view.words[k]
        if (
            view.in_quote[k] >= 0
            or (word in END and k + 1 in view.sentence_starts)
            or word in (";", ":")
            or (word in DASHES and k > at + 1)
        ):
            return None
        if view.word_in("that", k):
            if word in ("как", "як"):
                continue
            if (
                view.lang in ("ru", "uk")
                and word in ("где", "де", "куда", "куди", "чи", "ли", "ніби", "наче")
                and k > at + 1
                and view.words[k - 1] != ","
            ):
                continue
            if view.lang == "en" and word == "that" and k + 1 < high and k > at and view.words[k - 1] in ("of", "in", "for", "to"):
                continue
            if view.lang == "en" and word in ("if", "because", "what", "how", "why") and k > at + 6:
                return None
            return (k, high)
        if view.finite(k) and view.pos(k) == "VERB":
            return None
        if word == "," and k > at and k + 1 < high and not view.word_in("that", k + 1) and view.lang == "fr":
            continue
    return None


def _quote_after(view: View, at: int, high: int) -> int | None:
    """The first token of a quotation that follows the cue with nothing but adverbials, a recipient or a pause between."""
    for k in range(at, min(high, at + _REACH)):
        if view.in_quote[k] >= 0:
            return k
        word = view.words[k]
        if (word in END and k + 1 in view.sentence_starts) or word == ";":
            return None
        if view.pos(k) in ("VERB", "AUX") and not view.capital(k):
            return None
        if word in (",", ":") or word in _QUOTE_MARKS or word in DASHES:
            continue
        if (
            view.word_in("preposition", k)
            or view.word_in("adjunct", k)
            or view.capital(k)
            or view.word_in("adverb", k)
            or view.pos(k) in ("ADV", "NUM", "DET", "PRON", "PROPN")
        ):
            continue
        if k > at + 5:
            return None
    return None


def _past_recipient(view: View, at: int, hit: Hit) -> int:
    """Past "told reporters", "told the agency": to the clause that was told."""
    if at >= hit.high:
        return at
    if any(view.word_in(name, at) for name in ("he", "she", "it", "they", "we")):
        return adjuncts.skipped_right(view, at + 1, hit.high)
    hearer = sources.after(view, at, hit.high, apposition=False)
    if hearer is None:
        return at
    first, last = hearer
    for k in range(first + 1, last):
        # a new phrase begins: "told Reuters the bridge", "told reporters he"
        if (view.word_in("determiner", k) and not view.word_in("preposition", k - 1)) or any(
            view.word_in(name, k) for name in ("he", "she", "it", "they", "we")
        ):
            last = k
            break
    if last - first > 6:
        return at
    return adjuncts.skipped_right(view, last, hit.high)


def _past_comma(view: View, at: int, hit: Hit) -> int:
    return at + 1 if at < hit.high and view.words[at] == "," and at + 1 < hit.high and view.words[at + 1] in _QUOTE_MARKS else at


def _bounded(view: View, content: Range, hit: Hit, later: list[Hit]) -> Range:
    """The content without attributions after it that are not part of it."""
    first, last = content
    for other in later:
        start = other.frame_first if other.side != "inherit" else other.first
        if start <= first or start >= last:
            continue
        if _apart(view, other, start, first):
            last = start
            break
    while last > first and (
        view.words[last - 1] in _PAUSES
        or (view.word_in("conjunction", last - 1) and view.pos(last - 1) == "CONJ" and last < hit.high)
        or view.words[last - 1] == "("
    ):
        last -= 1
    return (first, last)


def _apart(view: View, other: Hit, start: int, first: int) -> bool:
    """Is the later attribution a sibling, not one within the content?"""
    if other.side == "inherit":
        return True
    if other.side == "left" and view.capital(start) and any(view.word_in(name, start) for name in ("he", "she", "it", "they")):
        return True  # a sentence begins whose stop was lost
    pause = start - 1
    if pause <= first:
        return False
    if other.side == "right" and (view.words[pause] in (",",) or view.words[pause] in DASHES or view.words[pause] in _QUOTE_MARKS):
        return True
    if other.side in ("by", "own") and (view.words[pause] == "," or view.words[pause] in END or view.words[pause] in _QUOTE_MARKS):
        return True
    if other.side == "left" and view.words[pause] == "," and _ends_after(view, other):
        return True
    if view.word_in("conjunction", pause) and other.side == "left" and pause - 1 > first and view.words[pause - 1] in (",", ";"):
        return view.words[pause] in ("but", "while", "and", "а", "но", "але", "тогда", "mais", "tandis", "однако", "et")
    return other.side == "left" and view.words[pause] == ";"


def _ends_after(view: View, other: Hit) -> bool:
    at = adjuncts.skipped_right(view, other.last, other.high)
    return at >= other.high or view.words[at] in END or view.words[at] == ","


def _np_bounded(view: View, content: Range) -> Range:
    """A noun phrase content ends at a comma that a new clause follows."""
    first, last = content
    for k in range(first + 1, last):
        if view.word_in("preposition", k) and any(view.word_in("platform", j) for j in range(k + 1, min(last, k + 5))):
            return (first, k)  # "the assault on their Telegram channels": the channel is no part of it
        if view.words[k] in (";",) or view.words[k] in DASHES:
            return (first, k)
        if (
            view.words[k] == ","
            and k + 1 < last
            and view.words[k + 1]
            in (
                "adding",
                "saying",
                "who",
                "which",
                "while",
                "but",
                "after",
                "as",
                "который",
                "которая",
                "які",
                "який",
                "qui",
                "dont",
                "mais",
                "а",
                "но",
                "але",
            )
        ):
            return (first, k)
    return content


# ---- to the left


def _quote_before(view: View, at: int, low: int) -> Range | None:
    """The quotation that ends just before `at`, a pause or "quoted by" aside."""
    at = next(
        (
            k
            for k in range(max(low, at - 3), at)
            for rule, end in view.book.relays_at(k, view.words, view.lemmas)
            if rule.after and end == at and rule.through is Through.BY
        ),
        at,
    )
    for k in range(at - 1, max(low, at - 6) - 1, -1):
        number = view.in_quote[k]
        if number >= 0:
            quote = view.quotes[number]
            return (quote.first, min(quote.last, at))
        if not (view.words[k] in _PAUSES or view.words[k] in _QUOTE_MARKS or view.words[k] in END or view.mark(k)):
            return None
    return None


def _with_rest(view: View, quoted: Range, hit: Hit, used: int) -> tuple[Range, ...]:
    """The words of the sentence that lead into the quotation, the quotation, and its second half after the attribution."""
    first = quoted[0]
    start = max(used, hit.low)
    lead = [k for k in range(start, first) if not view.mark(k)]
    if (
        lead
        and not any(view.words[k] in END and k + 1 in view.sentence_starts for k in range(start, first))
        and view.words[first - 1] != ":"
    ):
        first = _content_start(view, lead[0], quoted[0])
    found: list[Range] = [(first, quoted[1])]
    after = hit.frame_last if hit.side in ("left", "right") else hit.last
    rest = _second_half(view, adjuncts.skipped_right(view, after, hit.high), hit)
    if rest:
        found.append(rest)
    return tuple(found)


def _content_start(view: View, start: int, end: int) -> int:
    while start < end and (view.mark(start) and view.words[start] not in _QUOTE_MARKS):
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


def _pauses_before(view: View, at: int, low: int) -> bool:
    if at - 1 <= low:
        return False
    word = view.words[at - 1]
    return word == "," or word in DASHES or word in _QUOTE_MARKS or (word in END and at not in view.sentence_starts)


def _left(view: View, hit: Hit, later: list[Hit], used: int) -> tuple[Range, ...]:
    """The clause before an attribution that closes or interrupts it."""
    start = max(used, hit.low)
    end = hit.frame_first
    if not _pauses_before(view, end, start) and not (hit.side == "right" and end > start):
        return ()
    while end > start and (view.mark(end - 1) or view.word_in("as", end - 1)):
        if view.words[end - 1] in _QUOTE_MARKS and end - 1 > start:
            break
        end -= 1
    start = _content_start(view, start, end)
    if end <= start:
        return ()
    left = (start, end)
    verbal = any(view.pos(k) in ("VERB", "AUX", "PART") for k in range(start, end))
    after = adjuncts.skipped_right(view, hit.frame_last, hit.high)
    rest = _rest(view, after, hit, later)
    if rest and (not verbal or (any(view.pos(k) in ("VERB", "AUX", "PART") for k in range(*rest)) and _resumes(view, rest[0]))):
        return (left, rest)
    if not verbal and end - start < (2 if hit.side == "right" else 4) and hit.rule.frame is Frame.VERB:
        return ()
    return (left,)


def _rest(view: View, at: int, hit: Hit, later: list[Hit]) -> Range | None:
    if at >= hit.high or view.words[at] != "," or at + 1 >= hit.high:
        return None
    return _bounded(view, (at + 1, hit.high), hit, later) if not any(o.first == at + 1 or o.frame_first == at + 1 for o in later) else None


def _resumes(view: View, at: int) -> bool:
    """Does the sentence go on after a parenthesis, rather than with a new clause or adverbial?"""
    word = view.words[at]
    if view.book.relays_at(at, view.words, view.lemmas) and view.outlets:
        return False  # "quoted by", "citing"
    if (
        view.among("relative", at)
        or word.endswith(("ing", "ant"))
        or (view.word_in("conjunction", at) and view.pos(at) == "CONJ" and word not in ("that", "что", "що", "que"))
    ):
        return False
    return not (view.lang in ("ru", "uk") and word.endswith(("я", "ючи", "ачи", "вши")) and view.pos(at) not in ("NOUN", "PROPN", "ADJ"))


# ---- on either side


def _beside(view: View, hit: Hit, later: list[Hit], used: int) -> tuple[Range, ...]:
    """ "According to X, C", "C, according to X", "C1, according to X, C2"."""
    start = max(used, hit.low)
    left_end = hit.frame_first
    while (
        left_end > start and (view.mark(left_end - 1) or view.word_in("as", left_end - 1)) and view.words[left_end - 1] not in _QUOTE_MARKS
    ):
        left_end -= 1
    start = next((k + 1 for k in range(left_end - 1, start, -1) if view.words[k] in (":", ";")), start)
    if (
        hit.frame_first > start
        and view.capital(hit.frame_first)
        and (view.words[hit.frame_first - 1] in END or view.words[hit.frame_first - 1] in _QUOTE_MARKS)
    ):
        left_end = start = hit.frame_first  # a sentence begins here
    left = (_content_start(view, start, left_end), left_end)
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
        view.words[at] in (",", ":") or view.in_quote[at] >= 0 or lead_in or view.words[at] in _QUOTE_MARKS or view.words[at] in DASHES
    ):
        first = at + 1 if view.words[at] in (",", ":") or view.words[at] in DASHES else at
        bounded = _bounded(view, (first, hit.high), hit, later)
        right = bounded if bounded[1] > bounded[0] and any(not view.mark(k) for k in range(*bounded)) else None
    if lead_in or left[1] <= left[0]:
        return (right,) if right else ()
    if (
        right
        and _resumes(view, right[0])
        and any(view.pos(k) in ("VERB", "AUX", "PART") for k in range(*right))
        and not any(view.pos(k) in ("VERB", "AUX") for k in range(*left))
    ):
        return (left, right)
    if (
        right
        and view.words[left_end : left_end + 1] == (",",)
        and _resumes(view, right[0])
        and not view.word_in("preposition", right[0])
        and hit.side in ("by", "own")
        and any(view.pos(k) in ("VERB", "AUX") for k in range(*right))
    ):
        return (left, right)
    return (left,)


def _subject(view: View, hit: Hit, used: int) -> tuple[Range, ...]:
    """What a passive cue speaks of: its subject; the that-clause of "it was reported by X that"."""
    clause = _that_clause(view, hit.frame_last, hit.high)
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
    return tuple((_content_start(view, a, b), b) for a, b in pieces if any(not view.mark(k) for k in range(a, b)))
