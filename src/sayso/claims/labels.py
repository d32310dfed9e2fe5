"""The label: a denial that calls what was told a name («called that “raving”», « a qualifié le rapport de “roman” »)."""

from dataclasses import replace

from sayso.claims import sources
from sayso.claims.marked import clean
from sayso.claims.negations import calling, good
from sayso.claims.proposal import Proposal
from sayso.claims.slights import falsehood, reported, slighting
from sayso.claims.union import bare_source
from sayso.claims.view import END, QUOTE_MARKS, Range, View
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

THINGS = {
    "en": frozenset("it that this them these those".split()),
    "fr": frozenset("cela ceci ça l' les le la celui-ci celle-ci".split()),
}
"""Pronouns for what was told."""
_AIDS = {"en": frozenset("has have had was were is are".split()), "fr": frozenset("a ont avait avaient aura ayant".split())}
_INTO = {"en": frozenset({"as"}), "fr": frozenset("de d' comme".split())}
_LEADING = frozenset(
    "a an the mere pure just simply simple plain sheer une un pur pure purs pures simple des le la worst utter wholly".split()
)
_ARTICLES = frozenset("a an the le la les l' un une des du".split())
_OBJECT = 9  # words between a verb of calling and its label
_LABEL = 8  # words of a label in quotation marks
_SCORE = 0.6


def labelled(view: View, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """The proposals with those of labels that deny: the cue is verb and label, the content what is called so."""
    if view.lang not in THINGS:
        return proposals
    found = list(proposals)
    for low, high in view.units:
        for at in range(low, high):
            if view.in_quote[at] >= 0 or not calling(view, at) or not _verb(view, at):
                continue
            made = _of_verb(view, at, low, high)
            if made is not None:
                found = _placed(found, made if made.source else _inherited(view, made, found, low))
    return tuple(sorted(found, key=lambda p: (p.at, p.cue)))


def _verb(view: View, at: int) -> bool:
    """Is the word read as a verb, or in French as a noun without article («traite», «juge»)?"""
    if view.lang == "fr":
        return at > 0 and view.pos(at - 1) != "DET"
    after = at > 0 and view.words[at - 1] == "," and view.words[at].endswith("ing")
    return view.pos(at) in ("VERB", "PART", "AUX", "X") or after


def _inherited(view: View, made: Proposal, found: list[Proposal], low: int) -> Proposal:
    """The label of a participle («calling it “hearsay”») with the source of the claim before it in the sentence."""
    at = view.tokens_in(made.cue[0])[0]
    if not view.words[at].endswith(("ing", "ant")):
        return made
    here = range(view.starts[low], made.cue[0].start)
    before = [p for p in found if p.source and p.cue and p.cue[-1].end in here and p.source[0].start in here]
    if not before:
        return made
    source = max(before, key=lambda p: p.cue[-1].end).source
    return replace(made, source=source, impersonal=False, frame=hull([*made.cue, *source]))


def _placed(found: list[Proposal], made: Proposal) -> list[Proposal]:
    """The proposals with the new one in place of that of the same verb, whose source it keeps where it has none of its own."""
    same = next((p for p in found if any(a.overlaps(made.cue[0]) for a in p.cue)), None)
    if same is None:
        return [*found, made] if made.source else found
    if not any(hull([*made.cue, *made.content]).overlaps(span) for span in same.content):
        return found  # a counter-statement: "called it a lie: the buses ran"
    if len(same.cue) == 1 and same.cue[0].covers(made.cue[0]) and same.cue[0].covers(made.cue[-1]):
        return found
    source = same.source or made.source
    whole = replace(
        same,
        source=source, cue=made.cue, content=made.content, stance=Stance.DENIES, negated=False, impersonal=not source,
        frame=hull([*made.cue, *source]),
    )  # fmt: skip
    return [whole if p is same else p for p in found]


def _of_verb(view: View, at: int, low: int, high: int) -> Proposal | None:
    label = _label(view, at, high)
    if label is None:
        return None
    first = at
    clitic = None
    while first > low and (view.words[first - 1] in _AIDS[view.lang] or view.pos(first - 1) == "ADV" or _clitic(view, first - 1)):
        clitic = first - 1 if _clitic(view, first - 1) else clitic
        first -= 1
    told = _object(view, at + 1, label[0]) or ((clitic, clitic + 1) if clitic is not None else None)
    left = sources.left_of(view, first, low)
    if told is None and left is not None:
        told = before_relative(view, left[0], low, loose=any(falsehood(view, k) for k in range(*label)))
    if told is None or not _denied(view, told, label):
        return None
    if view.words[told[0]] in THINGS[view.lang] and any(view.words[k] == ":" or view.in_quote[k] >= 0 for k in range(label[1], high)):
        return None  # what is said against it is the content
    content = clean(view, *told)
    if not content.length:
        return None
    cue: tuple[Span, ...] = (view.span(at if clitic is not None else first, at + 1), view.span(*label))
    if cue[1].start - cue[0].end <= 1:
        cue = (hull(cue),)
    bare = bare_source(view, view.span(*left)) if left is not None else None
    source = (bare,) if bare is not None else ()
    return Proposal(
        source=source, cue=cue, content=(content,), stance=Stance.DENIES, frame=hull([*cue, *source]), score=_SCORE, impersonal=not source
    )  # fmt: skip


def _clitic(view: View, k: int) -> bool:
    return view.lang == "fr" and view.words[k] in ("l'", "le", "la", "les") and (k == 0 or view.pos(k - 1) != "ADP")


def _label(view: View, at: int, high: int) -> Range | None:
    """The words in quotation marks, or the word for a falsehood, by which something is called: after "as" or « de » where there is one."""
    for k in range(at + 1, min(high, at + _OBJECT)):
        if (
            view.words[k] in END
            or view.words[k] in (",", ";", ":")
            or (view.finite(k) and view.text[view.starts[k] - 1] not in QUOTE_MARKS)
        ):
            return None
        if view.text[view.starts[k]] in QUOTE_MARKS:
            end = next((j for j in range(k + 1, min(high, k + 2 + _LABEL)) if view.text[view.starts[j]] in QUOTE_MARKS), None)
            return (_opened(view, k, at), end + 1) if end is not None and end > k + 1 else None
        if falsehood(view, k) or slighting(view, k):
            start = k
            while start > at + 1 and (view.words[start - 1] in _LEADING or view.pos(start - 1) in ("ADJ", "ADV")):
                start -= 1
            return (_opened(view, start, at), k + 1)
    return None


def _opened(view: View, start: int, at: int) -> int:
    """A label with the word that leads into it."""
    while start > at + 1 and (view.words[start - 1] in _LEADING or view.words[start - 1] in _INTO[view.lang]):
        start -= 1
    return start


def _object(view: View, first: int, last: int) -> Range | None:
    """What stands between verb and label, if it is a pronoun or a noun phrase."""
    words = [k for k in range(first, last) if not view.mark(k)]
    if not words or any(view.finite(k) for k in words):
        return None
    if len(words) == 1 and view.words[words[0]] in THINGS[view.lang]:
        return (words[0], words[0] + 1)
    first = words[0]
    while first < last and view.words[first] in _ARTICLES:
        first += 1
    return (first, words[-1] + 1) if first <= words[-1] and not view.word_in("preposition", first) else None


def before_relative(view: View, at: int, low: int, *, loose: bool = False) -> Range | None:
    """The noun that a relative clause tells of («a finding that | the army called ...», « un rapport que | ... »)."""
    while at > low and view.words[at - 1] in _ARTICLES:
        at -= 1
    joined = at > low and view.words[at - 1] in ("that", "which", "que", "qu'")
    at -= joined
    if at - 1 > low and (reported(view, at - 1) or (loose and joined and view.pos(at - 1) == "NOUN")):
        return (at - 1, at)
    return None


def _denied(view: View, told: Range, label: Range) -> bool:
    """Does the label deny: a word for a falsehood, or any quoted name that makes good nothing, of what somebody told?"""
    words = range(*label)
    if any(falsehood(view, k) for k in words):
        return True
    what = any(reported(view, k) for k in range(*told)) or (told[1] - told[0] == 1 and view.words[told[0]] in THINGS[view.lang])
    if not what:
        return False
    if any(slighting(view, k) for k in words):
        return True
    quoted = any(view.text[view.starts[k]] in QUOTE_MARKS for k in words)
    return quoted and any(reported(view, k) for k in range(*told)) and not any(good(view, k) for k in words)
