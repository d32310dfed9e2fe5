"""The proposals of the rules: cues of the lexicon with the sources and contents around them."""

from sayso.claims import sources
from sayso.claims.contents import content_of
from sayso.claims.hit import Hit
from sayso.claims.hits import hits
from sayso.claims.marked import clean, headed, tagged
from sayso.claims.proposal import Proposal
from sayso.claims.stances import stance_of
from sayso.claims.view import DASHES, MARKS, View
from sayso.lexicon.cues import Frame
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

Range = tuple[int, int]


def propose(view: View, named: frozenset[int]) -> tuple[Proposal, ...]:
    """The proposals of a document in text order; `named` are the tokens that belong to names of persons and organisations."""
    found: list[Proposal] = []
    skipped = furniture(view)
    for first, last in view.units:
        if view.paragraph_of[first] in skipped:
            continue
        before = found[-1] if found else None
        met = hits(view, _after_dateline(view, first, last), last)
        made = _of_unit(view, met)
        if not made:
            made = tagged(view, first, last, named) or headed(view, first, last, named) or _going_on(view, first, last, before)
        found += made
    return tuple(found)


def _after_dateline(view: View, first: int, last: int) -> int:
    """The index after a dateline ("KYIV, March 12 (Reuters) -", "МОСКВА, 12 мар - РИА Новости.") that opens a paragraph."""
    if first != view.paragraphs[view.paragraph_of[first]][0]:
        return first
    dash = next((k for k in range(first + 1, min(last, first + 14)) if view.words[k] in DASHES and view.starts[k] > view.ends[k - 1]), None)
    if dash is None or any(view.finite(k) for k in range(first, dash)):
        return first
    head = [k for k in range(first, dash) if not view.mark(k)]
    bracketed = view.words[dash - 1] in (")", ".") or any(view.words[k] == "(" for k in range(first, dash))
    dated = any(view.pos(k) == "NUM" or view.words[k][:1].isdigit() for k in head)
    shouted = bool(head) and view.surface(head[0]).isupper() and len(view.words[head[0]]) > 3
    return dash + 1 if head and ((bracketed and (dated or shouted)) or (dated and shouted)) else first


def furniture(view: View) -> frozenset[int]:
    """The paragraphs that are no report: "Also read" lines, subscriptions, lone hashtags and addresses."""
    found = set()
    also = [tuple(phrase.split()) for phrase in view.book.classes["also-read"]]
    for number, (first, last) in enumerate(view.paragraphs):
        if first >= last:
            continue
        at = next((k for k in range(first, last) if not view.mark(k)), last)
        if at >= last:
            found.add(number)
            continue
        for pieces in also:
            if (
                view.words[at] == pieces[0]
                and view.words[at : at + len(pieces)] == pieces
                and (len(pieces) > 1 or (at + 1 < last and view.words[at + 1] in (":", "|")) or last - at <= 3)
            ):
                found.add(number)
        if all(
            (view.starts[k] and view.text[view.starts[k] - 1] in "#@") or view.words[k].startswith(("http", "t.me", "www"))
            for k in range(at, last)
            if not view.marks[k]
        ):
            found.add(number)
    return frozenset(found)


def _of_unit(view: View, met: list[Hit]) -> list[Proposal]:
    found: list[Proposal] = []
    used = met[0].low if met else 0
    for number, hit in enumerate(met):
        later = met[number + 1 :]
        colon = next((k for k in range(hit.frame_first - 1, used, -1) if view.words[k] in (":", ";")), None)
        if colon is not None and number and met[number - 1].first < colon:
            used = colon + 1  # what stands before the colon belongs to the cue there
        ranges = content_of(view, hit, later, used)
        spans = tuple(span for a, b in ranges if a < b and (span := clean(view, a, b)).length)
        if not spans and hit.last < hit.high and hit.high - hit.last <= 3 and view.words[hit.high - 1] == ":":
            spans = _next_paragraph(view, hit)
        if not spans:
            continue
        if hit.rule.weak and not _strong(view, hit, ranges):
            continue
        found.append(_proposal(view, hit, spans))
        if ranges and max(b for _, b in ranges) <= hit.frame_first:
            used = hit.frame_last
    return found


def _strong(view: View, hit: Hit, ranges: tuple[Range, ...]) -> bool:
    """A weak cue needs a quotation, a that-clause, or a source that is a name or a body."""
    for first, last in ranges:
        if any(view.in_quote[k] >= 0 for k in range(first, last)) or view.word_in("that", first):
            return True
        if view.text[view.starts[first] : view.starts[first] + 1] in MARKS:
            return True
    if hit.source and (
        any(k in view.outlets for k in range(*hit.source))
        or any(view.among(name, k) for name in ("outlet", "agency") for k in range(*hit.source))
    ):
        return True
    return (
        hit.source is not None
        and hit.side == "left"
        and bool(hit.rule.takes & {"np", "inf"})
        and (_body(view, hit.source) or _name(view, hit.source))
    )


def _name(view: View, source: Range) -> bool:
    return sum(view.capital(k) for k in range(*source)) >= 2 or (
        source[1] - source[0] == 1 and view.capital(source[0]) and source[0] not in view.sentence_starts
    )


def _body(view: View, source: Range) -> bool:
    return any(
        view.among(name, k) for k in range(*source) for name in ("person", "military", "government", "armed group", "agency", "spokes")
    )


def _proposal(view: View, hit: Hit, content: tuple[Span, ...]) -> Proposal:
    cue = _cue_spans(view, hit)
    source: tuple[Span, ...] = () if hit.source is None else (_bare(view, view.span(*hit.source)),)
    cited = _cited(view, hit, content)
    if cited is not None and hit.source is not None:
        reporter, (first, last) = cited
        source = tuple(view.span(*piece) for piece in (reporter, (first, last)))
    stance = stance_of(view, hit)
    frame = hull([*cue, *source])
    return Proposal(
        source=source,
        cue=cue,
        content=content,
        stance=stance,
        frame=frame,
        score=_score(view, hit, content),
        rule=hit.rule,
        negated=hit.negated,
        impersonal=hit.side == "none",
        named=source[1] if cited is not None and len(source) == 2 else None,
    )


def _cited(view: View, hit: Hit, content: tuple[Span, ...]) -> tuple[Range, Range] | None:
    """The reporter and the speaker of "X, citing Y, reports": Y stands in the source, or beside source and cue, outside of the content."""
    if hit.source is None:
        return None
    within = range(max(hit.low, hit.source[0] + 1), min(hit.high, hit.source[1]))
    beside = range(max(hit.low, hit.frame_last), min(hit.high, hit.frame_last + 4))
    for k in sorted({*within, *beside}):
        for rule, end in view.relays_at(k):
            if not rule.speaker or any(span.start <= view.starts[k] < span.end for span in content):
                continue
            inside = k in within
            speaker = sources.after(view, end, hit.source[1] if inside else hit.high, apposition=False)
            if speaker is None:
                continue
            stop = k
            while stop > hit.source[0] and view.mark(stop - 1) and view.text[view.starts[stop - 1]] not in MARKS:
                stop -= 1
            reporter = (hit.source[0], stop) if inside else hit.source
            return (reporter, speaker) if reporter[0] < reporter[1] else None
    return None


def _bare(view: View, span: Span) -> Span:
    """The source without pauses and marks of emphasis at its edges."""
    bare = span.stripped(view.text, ",*_[] ")
    return bare if bare.length else span


def _cue_spans(view: View, hit: Hit) -> tuple[Span, ...]:
    if hit.source and hit.first <= hit.source[0] and hit.source[1] <= hit.last and hit.rule.frame is not Frame.OWN:
        pieces = [(hit.first, hit.source[0]), (hit.source[1], hit.last)]
        return tuple(view.span(a, b) for a, b in pieces if a < b)
    first = hit.first
    while first < hit.head and view.mark(first):
        first += 1
    return (view.span(first, hit.last),)


def _score(view: View, hit: Hit, content: tuple[Span, ...]) -> float:
    """How sure the rules are, from 0 to 1."""
    score = 0.55
    score += 0.15 if hit.side in ("left", "right", "by", "own") else 0.0
    score += 0.15 if any(view.in_quote[view.tokens_in(span)[0]] >= 0 for span in content) else 0.0
    score += 0.1 if any(view.word_in("that", view.tokens_in(span)[0]) for span in content) else 0.0
    score -= 0.15 if hit.rule.weak else 0.0
    score -= 0.1 if hit.side in ("inherit", "none", "noun") else 0.0
    return round(min(0.97, max(0.1, score)), 3)


def _next_paragraph(view: View, hit: Hit) -> tuple[Span, ...]:
    """The paragraph after a cue that ends its own with a colon: its quotation, or the whole of it."""
    number = view.paragraph_of[hit.first]
    if hit.high != view.paragraphs[number][1] or number + 1 >= len(view.paragraphs):
        return ()
    first, last = view.paragraphs[number + 1]
    return (clean(view, first, last),) if first < last else ()


def _going_on(view: View, low: int, high: int, before: Proposal | None) -> list[Proposal]:
    """A unit that is nothing but a quotation, after a claim with a quotation: it goes on without source and cue."""
    quoted = [k for k in range(low, high) if view.in_quote[k] >= 0]
    words = [k for k in range(low, high) if not view.mark(k)]
    if not quoted or not words or sum(view.in_quote[k] >= 0 for k in words) < 0.8 * len(words) or before is None:
        return []
    reach = max(span.end for span in (*before.content, *before.cue))
    here = view.starts[low]
    last_paragraph = view.paragraph_of[view.tokens_in(Span(reach - 1, reach))[0]]
    if view.paragraph_of[low] - last_paragraph > 1 or here < reach:
        return []
    content = clean(view, quoted[0], quoted[-1] + 1)
    if not content.length:
        return []
    if view.paragraph_of[low] == last_paragraph and any(view.in_quote[view.tokens_in(span)[0]] >= 0 for span in before.content):
        return [Proposal(source=(), cue=(), content=(content,), stance=before.stance, frame=content, score=before.score, follows=True)]
    return [Proposal(source=(), cue=(), content=(content,), stance=Stance.ASSERTS, frame=content, score=0.5, follows=True)]


def merged(proposals: tuple[Proposal, ...], view: View) -> tuple[Proposal, ...]:
    """Quotations that go on within the paragraph of their claim become pieces of its content."""
    found: list[Proposal] = []
    for proposal in proposals:
        before = found[-1] if found else None
        if proposal.follows and before is not None and before.cue and _same_paragraph(view, before, proposal):
            found[-1] = _widened(before, proposal)
        else:
            found.append(proposal)
    return tuple(found)


def _same_paragraph(view: View, one: Proposal, other: Proposal) -> bool:
    a = view.paragraph_of[view.tokens_in(one.cue[0])[0]]
    return a == view.paragraph_of[view.tokens_in(other.content[0])[0]] and any(
        view.in_quote[view.tokens_in(span)[0]] >= 0 for span in one.content
    )


def _widened(one: Proposal, more: Proposal) -> Proposal:
    return Proposal(
        source=one.source,
        cue=one.cue,
        content=(*one.content, *more.content),
        stance=one.stance,
        frame=one.frame,
        score=one.score,
        rule=one.rule,
        negated=one.negated,
        impersonal=one.impersonal,
    )
