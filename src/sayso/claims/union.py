"""The union: an encoder's proposals, mended and completed by those of the rules."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from sayso.claims.edges import wider
from sayso.claims.joining import hands_on, only
from sayso.claims.marked import clean
from sayso.claims.proposal import Proposal
from sayso.claims.view import DASHES, MARKS, View
from sayso.claims.voices import own_voice
from sayso.lexicon.cues import Frame
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

LEAST = 0.3  # confidence of a plain statement that no rule shares: one less sure costs more than it brings
LEAST_SHARED = 0.1  # the same where a rule has its cue too
DOUBTFUL = 0.75  # an encoder's proposal below it needs a cue of the lexicon, a source or a quotation
SHARED = 0.5  # part of a content that another proposal's content must not hold
HELD = 0.9  # part of a broken content that the rules' content must hold to stand in for it
SURE = 0.7  # score of a rule whose content goes before that of an encoder's which has no word of it
_MARKED = 0.6  # score of a rule's claim by a mark alone that is taken beside an encoder
_AGAINST = frozenset({Stance.DENIES, Stance.ACCUSES})
_UNSURE = frozenset({Stance.DENIES, Stance.DOUBTS})
_PHRASES = frozenset({Frame.BY, Frame.OWN, Frame.IMPERSONAL, Frame.NOUN})
_REACH = 6000  # characters that a content may begin before what it overlaps
_QUOTED = 5  # words of a quotation that rules alone give to somebody
_GAP = 8  # words between two pieces of a content that were left out by mistake
_WORD = 40  # characters of one long word and a blank
_OPPONENTS = re.compile(r"(?<!\w)(?:anti|анти)-?\w[\w-]*[ \u00a0]$", re.IGNORECASE)
_ARTICLES = frozenset("the a an le la l' les un une du au aux".split())
_STANDING = frozenset("that so".split())  # conjunctions by their tag that stand for a thing at the end of a clause
_BARE = frozenset({"DET", "ADP", "CONJ", "PUNCT", "PTCL"})


Settling = Callable[[Proposal], Proposal]  # a proposal -> the same with the stance that cue and content give together


def united(encoded: tuple[Proposal, ...], ruled: tuple[Proposal, ...], view: View, settle: Settling) -> tuple[Proposal, ...]:
    """The encoder's proposals that hold up, completed by the rules; then what only the rules found, of denials, charges, counts and marks.

    Stances stay as cue and rules give them: `settle` is only asked whether a doubtful proposal says more than that something is so.
    Of other claims that rules alone find beside an encoder, hardly one in three is right; a denial or a number must not be lost.
    """
    beside = _Near(ruled)
    kept: list[Proposal] = []
    for proposal in encoded:
        mended = _mended(view, proposal)
        if mended is None or (mended.rule is None and mended.cue and hands_on(view, mended.cue[0])) or own_voice(view, mended):
            continue
        twin = next((r for r in beside.near(mended) if _same_cue(mended, r)), None)
        if twin is None and not _holds_up(view, mended):
            continue
        whole = _completed(view, mended, twin) if twin else mended
        whole = _told_first(view, _rejecting(whole, beside, encoded), beside)
        least = LEAST_SHARED if twin else LEAST
        if whole.confidence is None or whole.confidence >= least or settle(whole).stance is not Stance.ASSERTS:
            kept.append(whole)
    known = _Near(tuple(kept))
    added = [
        r
        for r in ruled
        if (
            r.stance in _AGAINST
            or _counts(view, r)
            or _disclaims(r, known, settle)
            or _marks(r, known)
            or _phrased(view, r, known)
            or _quotes(view, r, known)
        )
        and not any(_same_claim(r, k) and not _passed_on(view, r, k) for k in known.near(r))
        and not own_voice(view, r)
    ]
    return tuple(sorted((*kept, *added), key=lambda p: (p.at, p.cue)))


def _rejecting(known: Proposal, beside: "_Near", encoded: tuple[Proposal, ...]) -> Proposal:
    """The proposal of a noun within what a verb denies or doubts ("unable to confirm an allegation of X"), as that verb's."""
    if known.rule is None or known.rule.frame is not Frame.NOUN:
        return known
    for ruled in beside.near(known):
        if ruled.stance not in _UNSURE or ruled.rule is None or ruled.rule.frame is not Frame.VERB or not ruled.source:
            continue
        inside = any(part.covers(cue) for part in ruled.content for cue in known.cue)
        if inside and not any(_same_cue(ruled, one) for one in encoded):
            return replace(ruled, content=known.content, confidence=known.confidence)
    return known


def _told_first(view: View, known: Proposal, beside: "_Near") -> Proposal:
    """What an outlet is named for as its origin, as the claim of who says it before that ("“X,” it wrote, according to the agency")."""
    if known.rule is None or known.rule.frame is not Frame.BY or not known.cue or not _outlet(view, known.source):
        return known
    for ruled in beside.near(known):
        if ruled.rule is None or ruled.rule.frame is not Frame.VERB or not ruled.source or ruled.score < SURE:
            continue
        begun = view.tokens_in(ruled.cue[0])[0]
        unit = view.unit_at(begun) == view.unit_at(view.tokens_in(known.cue[0])[0])
        if unit and view.in_quote[begun] < 0 and ruled.cue[0].end <= known.cue[0].start and _same_claim(ruled, known):
            return replace(ruled, confidence=known.confidence)
    return known


def _outlet(view: View, source: tuple[Span, ...]) -> bool:
    """Does a source name an agency or outlet?"""
    tokens = (k for span in source for k in range(*view.tokens_in(span)))
    return any(k in view.outlets or view.any_of(("outlet", "agency"), k) for k in tokens)


def _counts(view: View, ruled: Proposal) -> bool:
    """Does a cue with a named source hold a content with a number in figures?"""
    if not ruled.source or ruled.rule is None or ruled.score < SURE:
        return False
    return any(any(map(str.isdigit, span.of(view.text))) for span in ruled.content)


def _disclaims(ruled: Proposal, known: "_Near", settle: Settling) -> bool:
    """Does a named source say that something is not so, in words that no other proposal holds?"""
    if not ruled.source or ruled.rule is None or ruled.score < SURE:
        return False
    held = _held(ruled, known)
    return not held and settle(ruled).stance in _AGAINST


def _marks(ruled: Proposal, known: "_Near") -> bool:
    """Does a dash or colon part a named source from words that no other proposal holds ("The bridge is open – Anna Poleva")?"""
    if not ruled.source or ruled.rule is not None or ruled.score < _MARKED:
        return False
    return not _held(ruled, known)


def _phrased(view: View, ruled: Proposal, known: "_Near") -> bool:
    """Does a phrase that can only attribute ("according to", «по его словам», "it is reported") hold words that no other proposal has?"""
    if ruled.rule is None or ruled.rule.frame not in _PHRASES or "around" in ruled.rule.takes:
        return False
    told = [k for span in ruled.content for k in range(*view.tokens_in(span)) if _tells(view, k)]
    held = _held(ruled, known, cues=True)
    return bool(told) and not held


def _quotes(view: View, ruled: Proposal, known: "_Near") -> bool:
    """Does a verb give a named source a whole quotation in marks that no other proposal holds?"""
    if not ruled.source or ruled.rule is None or ruled.score < SURE or len(ruled.content) != 1:
        return False
    first, last = view.tokens_in(ruled.content[0])
    if last - first < _QUOTED or any(view.in_quote[k] < 0 for k in range(first, last)):
        return False
    return not _held(ruled, known, cues=True)


def _held(ruled: Proposal, known: "_Near", *, cues: bool = False) -> bool:
    """Has another proposal words of the content in its own, or with `cues` in its cue?"""
    taken = (b for k in known.near(ruled) for b in ((*k.content, *k.cue) if cues else k.content))
    return any(a.overlaps(b) for b in taken for a in ruled.content)


class _Near:
    """Proposals by where they begin, to look at the near ones only."""

    def __init__(self, proposals: tuple[Proposal, ...]) -> None:
        self.proposals = sorted(proposals, key=lambda p: p.at)
        self.starts = [p.at for p in self.proposals]
        self.ends = [hull([*p.content, *p.cue, *p.source]).end for p in self.proposals]

    def near(self, proposal: Proposal) -> list[Proposal]:
        """Those that may share words with one."""
        whole = hull([*proposal.content, *proposal.cue, *proposal.source])
        low, high = bisect_left(self.starts, whole.start - _REACH), bisect_left(self.starts, whole.end)
        return [self.proposals[at] for at in range(low, high) if self.ends[at] > whole.start]


def _same_cue(one: Proposal, other: Proposal) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _same_claim(ruled: Proposal, known: Proposal) -> bool:
    """Is what the rules found there already: by its cue, or by more than half of its content?"""
    if _same_cue(ruled, known):
        return True
    shared = sum(a.shared(b) for a in ruled.content for b in known.content)
    return shared > SHARED * sum(span.length for span in ruled.content)


def _passed_on(view: View, ruled: Proposal, known: Proposal) -> bool:
    """Is it within what an outlet only hands on («Киев отверг обвинения, пишет Bloomberg»)? The outlet is then no speaker."""
    if view.lang not in ("ru", "uk") or not (ruled.source and known.source and known.cue) or known.stance is not Stance.ASSERTS:
        return False
    outlet = _outlet(view, known.source[:1])
    own = (*ruled.source, *ruled.cue)
    if view.in_quote[view.tokens_in(ruled.cue[0])[0]] >= 0:
        return False  # a quotation is the outlet's own words
    return outlet and all(any(part.covers(span) for part in known.content) for span in own)


def _completed(view: View, proposal: Proposal, twin: Proposal) -> Proposal:
    """The proposal with what the rules know of its cue: stance, and the source where it has none."""
    if any(_glued(view, span) for span in (*proposal.source, *proposal.content)):
        return twin  # the encoder does not see where glued words part, the rules do
    source, named = proposal.source, proposal.named
    if not source and twin.source and not any(a.overlaps(b) for a in twin.source for b in proposal.content):
        source, named = twin.source, twin.named
    source = wider(view, source, twin.source)
    if len(twin.source) > 1 and twin.named is not None:
        source, named = twin.source, twin.named  # "X, citing Y": which of the two speaks
    denied = twin.negated and not (proposal.cue and only(view, *view.tokens_in(proposal.cue[0])))
    if twin.negated and not denied:
        twin = replace(twin, negated=False, stance=proposal.stance)
    return replace(
        proposal,
        source=source,
        named=named,
        content=_parted(view, proposal, twin)
        or _whole(proposal.content, twin.content, sure=twin.score >= SURE and twin.rule is not None and twin.rule.frame is Frame.BY),
        stance=twin.stance if proposal.stance is Stance.ASSERTS or twin.negated else proposal.stance,
        rule=twin.rule or proposal.rule,
        negated=twin.negated,
        impersonal=not source,
        frame=hull([*proposal.cue, *source]) if proposal.cue or source else proposal.frame,
    )


def _whole(mine: tuple[Span, ...], theirs: tuple[Span, ...], *, sure: bool) -> tuple[Span, ...]:
    """A content in pieces: that of the rules where it holds nearly all of the encoder's, which lost a piece or the words between."""
    shared = sum(a.shared(b) for a in mine for b in theirs)
    if not shared and sure:
        return theirs
    if len(mine) < 2 and len(theirs) < 2:
        return mine
    return theirs if shared >= HELD * sum(span.length for span in mine) else mine


def _parted(view: View, proposal: Proposal, twin: Proposal) -> tuple[Span, ...] | None:
    """The rules' content where the encoder's runs on over a second verb of one subject («dément X et revendique Y»), or stops at a dash
    before the end of what a colon opens; else None."""
    if len(twin.content) != 1 or not proposal.content or twin.content[0].start != proposal.content[0].start:
        return None
    mine, theirs = hull(proposal.content), twin.content[0]
    last, ended = view.tokens_in(theirs)[1], view.tokens_in(mine)[1]
    if theirs.end < mine.end and last + 1 < len(view) and twin.stance in _AGAINST:
        joined = view.pos(last) == "CONJ" and not view.word_in("that", last) and view.finite(last + 1)
        second = view.cue_at(last + 1)
        return twin.content if joined and second is not None else None
    first = view.tokens_in(theirs)[0]
    if mine.end < theirs.end and ended < len(view) and first and view.words[first - 1] == ":":
        return twin.content if view.words[ended] in DASHES and last == view.unit_at(first)[1] - 1 else None
    return None


def _glued(view: View, span: Span) -> bool:
    """Does a sentence or name begin inside without a space ("forcesThe unit")?"""
    first, last = view.tokens_in(span)
    return any(
        view.starts[k] == view.ends[k - 1] and view.capital(k) and view.text[view.ends[k - 1] - 1].islower() for k in range(first + 1, last)
    )


def _holds_up(view: View, proposal: Proposal) -> bool:
    bare_mark = view.lang != "en" and proposal.cue and all(view.mark(k) for span in proposal.cue for k in range(*view.tokens_in(span)))
    if bare_mark and proposal.source and not any(view.in_quote[k] >= 0 for span in proposal.content for k in range(*view.tokens_in(span))):
        # a colon after a name attributes, one after "parents" or "who looks for X" addresses
        first, last = view.tokens_in(proposal.source[0])
        if not any(view.capital(k) and (k not in view.sentence_starts or view.pos(k) == "PROPN") for k in range(first, last)):
            return False
    if proposal.rule is not None or proposal.source or proposal.score >= DOUBTFUL:
        return True
    return any(view.in_quote[k] >= 0 for span in proposal.content for k in range(*view.tokens_in(span)))


def _mended(view: View, proposal: Proposal) -> Proposal | None:
    """The proposal with whole contents: one paragraph each, holes filled, loose words at the end left off; None where nothing is left."""
    own = (*proposal.cue, *proposal.source)
    pieces: list[tuple[int, int]] = []
    for span in proposal.content:
        first, last = view.tokens_in(span)
        if first >= last:
            continue
        last = min(last, view.paragraphs[view.paragraph_of[first]][1]) if view.in_quote[first] < 0 else last
        if pieces and _hole(view, pieces[-1][1], first, own):
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
    pieces = _of_sentence(view, proposal, pieces)
    source = tuple(bare for span in proposal.source if (bare := bare_source(view, span)) is not None)
    trimmed = [(first, _closed(view, first, last)) for first, last in pieces]
    words = [k for first, last in trimmed for k in range(first, last) if view.pos(k) not in _BARE and not view.mark(k)]
    if len(words) == 1 and (view.among("relative", words[0]) or view.word_in("that", words[0])):
        return None
    if view.lang != "en" and not proposal.source and not any(_tells(view, k) for k in words):
        return None  # «у нас по подсчётам»: the content is not there
    spans = tuple(span for first, last in trimmed if first < last and (span := clean(view, first, last)).length)
    return replace(proposal, source=source, impersonal=not source, content=spans) if spans and words else None


def _tells(view: View, k: int) -> bool:
    return view.pos(k) in ("NOUN", "PROPN", "VERB", "AUX", "PART", "NUM", "ADJ", "X")


def _of_sentence(view: View, proposal: Proposal, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces in the sentence of the cue where there are any, with quotations that go on from it in its paragraph."""
    if len(pieces) < 2 or not proposal.cue:
        return pieces
    at = view.tokens_in(proposal.cue[0])[0]
    low, high = view.unit_at(at)
    here = [piece for piece in pieces if piece[0] < high and piece[1] > low]
    if not here:
        return pieces
    quoted = any(view.in_quote[k] >= 0 for piece in here for k in range(*piece))
    kept = []
    for first, last in pieces:
        near = view.paragraph_of[first] == view.paragraph_of[at]
        if (first < high and last > low) or (near and quoted and first >= high and view.in_quote[first] >= 0):
            kept.append((first, last))
    return kept


def bare_source(view: View, span: Span) -> Span | None:
    """A source within one paragraph, without preposition and article before it; None where nothing is left."""
    first, last = view.tokens_in(span)
    if first >= last:
        return None
    last = min(last, view.paragraphs[view.paragraph_of[first]][1])
    if view.lang == "en" and view.words[first].endswith("ing") and first + 1 < last and view.words[first + 1] in _ARTICLES:
        return None  # "Targeting the village, the governor ..." speaks of a deed, not of a speaker
    while last - first > 1 and (
        view.word_in("preposition", first) or view.words[first] in _ARTICLES or (view.mark(first) and view.surface(first) not in MARKS)
    ):
        first += 1
    while (
        last - first > 1
        and not _for_all(view, last - 1)
        and (
            view.pos(last - 1) == "CONJ"
            or view.word_in("preposition", last - 1)
            or view.word_in("determiner", last - 1)
            or view.words[last - 1] in (",", ":")
        )
    ):
        last -= 1
    start = view.starts[first]
    if before := _OPPONENTS.search(view.text, max(0, start - _WORD), start):
        first = view.tokens_in(Span(before.start(), start))[0]  # "anti-Kremlin | Russian units": without it they are the other side's
    return view.span(first, last)


def _for_all(view: View, k: int) -> bool:
    """Does a name end in "for All", « pour tous »?"""
    return view.words[k] in ("all", "tous", "toutes") and view.words[k - 1] in ("for", "pour") and k > 1 and not view.mark(k - 2)


def _hole(view: View, first: int, last: int, own: tuple[Span, ...]) -> bool:
    """Do a few words of one sentence, none of them the attribution's, part two pieces?"""
    if not 0 <= last - first <= _GAP or view.unit_at(first - 1) != view.unit_at(last):
        return False
    return first == last or not any(view.span(first, last).overlaps(span) for span in own)


def _dangles(view: View, k: int) -> bool:
    """Does a determiner or conjunction want a word after it? One before a mark stands for a thing ("should do so,")."""
    stands = k + 1 < len(view) and view.mark(k + 1)
    if view.pos(k) == "DET":
        return not stands or view.words[k] in _ARTICLES
    return view.pos(k) == "CONJ" and not (stands and view.words[k] in _STANDING)


def _closed(view: View, first: int, last: int) -> int:
    """The index after the last word that may end a content: no article, conjunction or preposition."""
    for k in range(first + 1, last):
        # "the assault on their Telegram channels": the channel is no part of what was announced
        if (
            view.word_in("preposition", k)
            and any(view.word_in("platform", j) for j in range(k + 1, min(last, k + 5)))
            and not any(view.finite(j) for j in range(k, last))
            and view.in_quote[k] < 0
        ):
            last = k
            break
    while last > first and (view.mark(last - 1) or (_dangles(view, last - 1) and last - first > 1 and last < len(view))):
        if view.mark(last - 1):
            probe = last - 1
            if probe > first and view.pos(probe - 1) in ("DET", "CONJ") and view.words[probe] == ",":
                last = probe
                continue
            break
        last -= 1
    return last
