"""The wording: as much of the sentence as says "said" — a verb with its subject turned round, a phrase that holds its source, a label."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.idioms import without
from sayso.claims.negations import calling
from sayso.claims.proposal import Proposal
from sayso.claims.slights import falsehood, unreal
from sayso.claims.view import MARKS, Range, View
from sayso.lexicon.cues import CueRule, Frame, Through
from sayso.text.span import Span, hull

_LEAD = 3  # words before a cue in which the phrase that it is a part of may begin
_PHRASE = 8  # words of a phrase that holds its source ("by the brigade's own count")
_LABEL = 9  # words after a verb of calling in which its label stands
_ADVERBS = 3  # words between an auxiliary and its participle
_TURNED = frozenset("il elle ils elles on".split())
_CLITICS = frozenset("s' se l' n' ne le la les lui leur y en m' me nous".split())
_MODALS = frozenset("peut pouvait doit devait veut voulait".split())
_AIDS = {
    "en": frozenset("has have had is was are were been having".split()),
    "fr": frozenset("a ont avait avaient aura auront ai avons est sont était étaient ayant étant aurait auraient".split()),
}
_ABOUT = {"en": frozenset("in by on from".split()), "fr": frozenset("selon d'après par dans".split())}
_OF = {"en": frozenset({"of"}), "fr": frozenset("de d' du des".split())}
_ACCOUNT = {
    "en": frozenset(
        "account accounts view words telling version count reckoning estimate estimates assessment opinion figures tally data eyes".split()
    ),
    "fr": frozenset(
        "décompte récit compte bilan témoignage version estimation estimations chiffres calculs mots dires données termes".split()
    ),
}
_THINGS = frozenset("it that this them these those это этого их его её ее то це цього їх його її cela ça ceci".split())
_LEADING = frozenset("a an the as mere pure de d' des un une du le la comme".split())


def worded(view: View, proposal: Proposal) -> Proposal:
    """The proposal with its cue as long as the annotation rules have it: rules 18 and 27 to 29 of the Accounts Corpus."""
    if not proposal.cue or proposal.follows:
        return proposal
    for shape in (_turned, _enclosing, _aided, _pared, _labelled, _marked, citing):
        proposal = shape(view, proposal)
    return proposal


def recued(view: View, proposal: Proposal, cue: tuple[Span, ...], source: tuple[Span, ...] | None = None) -> Proposal:
    """The proposal with another cue, and content and source cut where they overlap it; as it was where no content is left."""
    content = proposal.content
    for piece in cue:
        content = tuple(part for span in content for part in without(view, span, piece))
    if not content:
        return proposal
    kept = tuple(span for span in proposal.source if not any(span.overlaps(piece) for piece in cue)) if source is None else source
    named = proposal.named if source is None and kept == proposal.source else None
    return replace(proposal, cue=cue, content=content, source=kept, named=named, impersonal=not kept, frame=hull([*cue, *kept]))


def _turned(view: View, proposal: Proposal) -> Proposal:
    """French inversion: the pronoun is the source, the verb the cue, with its participle ("a-t-elle insisté", "note-t-il encore")."""
    if view.lang != "fr":
        return proposal
    first, last = view.tokens_in(proposal.cue[0])
    low, high = view.unit_at(first)
    for k in range(max(low + 1, first), min(high, last + 2)):
        if view.words[k] not in _TURNED or view.text[view.ends[k - 1]] != "-" or view.in_quote[k] >= 0:
            continue
        start, end = k - 1, k
        if view.words[start] in _AIDS["fr"] or view.words[start] in _MODALS:
            participle = next((j for j in range(k + 1, min(high, k + 1 + _ADVERBS)) if view.pos(j) in ("VERB", "PART", "AUX")), None)
            end = participle + 1 if participle is not None else k
        while start > low and view.words[start - 1] in _CLITICS:
            start -= 1
        source = proposal.source if view.words[k] == "on" else (view.span(k, k + 1),)
        return recued(view, proposal, (view.span(start, end),), source)
    return proposal


def _enclosing(view: View, proposal: Proposal) -> Proposal:
    """The phrase that the cue is a part of ("По его словам", "by Aster's account", "in the telling of the mayor")."""
    if len(proposal.cue) > 1:
        return proposal
    first, last = view.tokens_in(proposal.cue[0])
    low, high = view.unit_at(first)
    for rule, at, end in _phrases(view, first, last, low, high):
        if rule.frame is Frame.OWN:
            own = next((k for k in range(at, end) if view.word_in("possessive", k) or view.words[k] in ("l'", "les")), None)
            source = (view.span(own, own + 1),) if own is not None else proposal.source
            return replace(recued(view, proposal, (view.span(at, end),), source), rule=proposal.rule or rule)
        return replace(_beyond(view, proposal, at, end), rule=proposal.rule or rule)
    if view.lang in _ACCOUNT:
        return _of_account(view, proposal, (first, last), (low, high))
    return proposal


def _phrases(view: View, first: int, last: int, low: int, high: int) -> Iterator[tuple[CueRule, int, int]]:
    """Attributing phrases of the lexicon, of several words, that hold the cue and reach beyond it."""
    for at in range(max(low, first - _LEAD), last):
        met = view.cue_at(at)
        if met is None or met[0].frame not in (Frame.OWN, Frame.BY) or not last <= met[1] <= high or met[1] <= first:
            continue
        if at <= first and (at < first or met[1] > last):
            yield met[0], at, met[1]


def _beyond(view: View, proposal: Proposal, first: int, last: int) -> Proposal:
    """The proposal with these words as cue, its source without them."""
    cue = view.span(first, last)
    source = tuple(
        Span(max(span.start, view.starts[last]), span.end) if span.overlaps(cue) and span.end > view.ends[last - 1] else span
        for span in proposal.source
        if not cue.covers(span)
    )
    return recued(view, proposal, (cue,), tuple(span for span in source if not span.overlaps(cue)))


def _of_account(view: View, proposal: Proposal, cue: Range, unit: Range) -> Proposal:
    """A preposition with its noun of telling, the teller between them or after "of"."""
    nouns, of = _ACCOUNT[view.lang], _OF[view.lang]
    for at in range(max(unit[0], cue[0] - _PHRASE), cue[1]):
        if view.words[at] not in _ABOUT[view.lang] or view.in_quote[at] >= 0:
            continue
        noun = next((k for k in range(at + 1, min(unit[1], at + _PHRASE)) if view.words[k] in nouns), None)
        if noun is None or not (at in range(*cue) or noun in range(*cue)) or any(view.mark(k) or view.finite(k) for k in range(at, noun)):
            continue
        if noun + 1 < unit[1] and view.words[noun + 1] in of:
            if all(view.pos(k) in ("DET", "ADJ") or view.word_in("determiner", k) for k in range(at + 1, noun)):
                return _beyond(view, proposal, at, noun + 2)
            continue
        owner = next((k for k in range(at + 1, noun) if view.words[k].endswith(("'s", "s'"))), None)
        if view.lang == "en" and owner is not None:
            start = at + 1 + (view.word_in("determiner", at + 1) and at + 1 < owner)
            name = view.span(start, owner + 1)
            source = Span(name.start, name.end - (2 if view.words[owner].endswith("'s") else 1))
            return recued(view, proposal, (view.span(at, noun + 1),), (source,))
    return proposal


def _aided(view: View, proposal: Proposal) -> Proposal:
    """A participle with its auxiliary ("had flatly denied", "avait d'abord exclu")."""
    first, last = view.tokens_in(proposal.cue[0])
    low, _ = view.unit_at(first)
    aids = _AIDS.get(view.lang, frozenset())
    if not aids or view.pos(first) not in ("PART", "VERB") or view.words[first] in aids:
        return proposal
    at = first - 1
    while at > low and first - at < _ADVERBS and (view.pos(at) == "ADV" or view.words[at] in ("pas", "d'", "abord")):
        at -= 1
    if at < low or view.words[at] not in aids or view.in_quote[at] != view.in_quote[first]:
        return proposal
    while at > low and view.words[at - 1] in _CLITICS and view.lang == "fr":
        at -= 1
    cue = view.span(at, last)
    if any(cue.overlaps(span) for span in (*proposal.source, *proposal.content, *proposal.cue[1:])):
        return proposal
    return recued(view, proposal, (cue, *proposal.cue[1:]), proposal.source)


def _labelled(view: View, proposal: Proposal) -> Proposal:
    """A verb of calling with its label ("called | a provocation", «назвал это враньём»)."""
    if len(proposal.cue) > 1:
        return proposal
    first, last = view.tokens_in(proposal.cue[0])
    _, high = view.unit_at(first)
    if not any(calling(view, k) for k in range(first, last)) or any(falsehood(view, k) for k in range(first, last)):
        return proposal
    label = next((k for k in range(last, min(high, last + _LABEL)) if falsehood(view, k)), None)
    if label is None or any(view.words[k] == ":" for k in range(last, label)):
        return proposal
    start = unreal(view, label) or label
    while start > last and (
        view.words[start - 1] in _LEADING or view.pos(start - 1) == "ADJ" or view.text[view.starts[start - 1]] in MARKS
    ):
        start -= 1
    end = label + 1
    while view.lang in ("ru", "uk") and end + 1 < high and view.pos(end) == "CONJ" and falsehood(view, end + 1):
        end += 2  # «вигадкою й провокацією»
    if end < high and view.text[view.starts[start]] in MARKS and view.text[view.starts[end]] in MARKS:
        end += 1
    between = [k for k in range(last, start) if not view.mark(k)]
    if all(view.words[k] in _THINGS for k in between) and len(between) < 2:
        whole = recued(view, proposal, (view.span(first, end),))
        if between and whole is not proposal and _owned_label(view, whole, end):
            end = view.tokens_in(whole.content[0])[1]  # «назвал это выдумкой врага»
        elif whole is not proposal or not between:
            return whole
        cue = (proposal.cue[0], view.span(start, end))
        return replace(recued(view, proposal, cue), cue=cue, content=(view.span(between[0], between[0] + 1),))
    return recued(view, proposal, (proposal.cue[0], view.span(start, end)))


def _owned_label(view: View, proposal: Proposal, end: int) -> bool:
    """Is all of the content only whose falsehood it is: what follows the label at once, in the genitive?"""
    first, last = view.tokens_in(proposal.content[0])
    if view.lang not in ("ru", "uk") or len(proposal.content) > 1 or first != end:
        return False
    return "gen" in view.tags[first].split(",") and not any(view.finite(k) or view.words[k] == ":" for k in range(first, last))


def _pared(view: View, proposal: Proposal) -> Proposal:
    """A verb of the lexicon without the adverb before it and the hearer, occasion or object after it ("brushed aside | a report")."""
    if proposal.rule is None or proposal.rule.frame is not Frame.VERB or len(proposal.cue) > 1:
        return proposal
    first, last = view.tokens_in(proposal.cue[0])
    ends = [
        met[1] for at in range(first, last) if (met := view.cue_at(at)) is not None and met[0].id == proposal.rule.id and met[1] <= last
    ]
    end = ends[-1] if ends else last
    tail = range(end, last)
    if any(view.pos(k) in ("VERB", "PART", "AUX") or falsehood(view, k) for k in tail) or not any(_loose(view, k) for k in tail):
        end = last
    while first < end - 1 and view.pos(first) == "ADV" and not view.word_in("negation", first):
        first += 1
    if (first, end) == view.tokens_in(proposal.cue[0]):
        return proposal
    return replace(proposal, cue=(view.span(first, end),))


def _loose(view: View, k: int) -> bool:
    """Is the word one that opens a phrase of its own: an article, a preposition?"""
    return view.word_in("determiner", k) or view.word_in("preposition", k) or view.pos(k) in ("ADP", "DET", "ADV")


def _marked(view: View, proposal: Proposal) -> Proposal:
    """The colon instead of a verb of gesture before it («сторож усмехнулся: "..."»)."""
    if not proposal.source or len(proposal.cue) > 1:
        return proposal
    first, last = view.tokens_in(proposal.cue[0])
    opening = view.tokens_in(proposal.content[0])[0]
    while opening > last and view.words[opening - 1] in MARKS:
        opening -= 1
    colon = opening - 1
    if colon < last or view.words[colon] != ":" or view.unit_at(colon) != view.unit_at(first):
        return proposal
    if not any(view.among("gesture", k) for k in range(first, last)):
        return proposal
    return recued(view, proposal, (view.span(colon, colon + 1),), proposal.source)


def citing(view: View, proposal: Proposal) -> Proposal:
    """The words that name whom an outlet cites, as second piece of its cue («передаёт» | «со ссылкой на»)."""
    if len(proposal.source) != 2 or len(proposal.cue) > 1:
        return proposal
    end = view.tokens_in(proposal.source[1])[0]
    for at in range(max(0, end - _LEAD - 1), end):
        for rule, after in view.relays_at(at):
            piece = view.span(at, after)
            if (
                rule.through is Through.CITING
                and after == end
                and not any(piece.overlaps(span) for span in (*proposal.cue, *proposal.content))
            ):
                return replace(proposal, cue=tuple(sorted((*proposal.cue, piece))))
    return proposal
