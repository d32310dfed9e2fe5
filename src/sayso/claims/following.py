"""The following: the content to the right of a cue."""

from sayso.claims import adjuncts, sources
from sayso.claims.hit import Hit
from sayso.claims.view import DASHES, END, PAUSES, QUOTE_MARKS, Range, View

_REACH = 14  # words between a cue and its that-clause or quotation


def after_cue(view: View, hit: Hit, at: int, later: list[Hit], *, strict: bool) -> tuple[Range, ...]:
    """The content after a cue: a that-clause, a quotation, what stands after a colon, a clause, noun phrase or infinitive."""
    takes = hit.rule.takes
    reach = min([hit.high, *(o.first for o in later if o.first > at)])
    clause = that_clause(view, at, reach) if "that" in takes or "inf" in takes else None
    if clause:
        clause = (clause[0], hit.high)
    if clause:
        return (own_part(view, clause, hit, later),)
    quote = quote_after(view, at, hit.high)
    if quote is not None and (takes & {"quote", "that", "np"}):
        return (own_part(view, (quote, hit.high), hit, later),)
    if strict and hit.side == "right" and not takes & {"np"}:
        return ()
    start = adjuncts.skipped_right(view, at, hit.high)
    if hit.rule.recipient:
        start = _past_recipient(view, start, hit)
    if start < hit.high and view.words[start] == ":":
        return (own_part(view, (start + 1, hit.high), hit, later),) if start + 1 < hit.high else ()
    start = _past_comma(view, start, hit)
    if start >= hit.high or view.words[start] in PAUSES or view.words[start] in END or view.words[start] == ")":
        return ()
    if view.word_in("conjunction", start) and not view.word_in("that", start) and view.pos(start) != "ADP":
        return ()
    content = own_part(view, (start, hit.high), hit, later)
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
        or view.words[start] in QUOTE_MARKS
        or view.words[start] in ("in", "on", "at", "after", "since", "during", "before", "between", "from", "under")
    )
    return (content,) if opens else ()


def that_clause(view: View, at: int, high: int) -> Range | None:
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


def quote_after(view: View, at: int, high: int) -> int | None:
    """The first token of a quotation that follows the cue with nothing but adverbials, a recipient or a pause between."""
    for k in range(at, min(high, at + _REACH)):
        if view.in_quote[k] >= 0:
            return k
        word = view.words[k]
        if (word in END and k + 1 in view.sentence_starts) or word == ";":
            return None
        if view.pos(k) in ("VERB", "AUX") and not view.capital(k):
            return None
        if word in (",", ":") or word in QUOTE_MARKS or word in DASHES:
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
    return at + 1 if at < hit.high and view.words[at] == "," and at + 1 < hit.high and view.words[at + 1] in QUOTE_MARKS else at


def own_part(view: View, content: Range, hit: Hit, later: list[Hit]) -> Range:
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
        view.words[last - 1] in PAUSES
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
    if other.side == "right" and (view.words[pause] in (",",) or view.words[pause] in DASHES or view.words[pause] in QUOTE_MARKS):
        return True
    if other.side in ("by", "own") and (view.words[pause] == "," or view.words[pause] in END or view.words[pause] in QUOTE_MARKS):
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
