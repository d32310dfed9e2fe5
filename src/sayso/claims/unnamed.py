"""The unnamed: a saying with nobody behind it ("it was reported that", «по некоторым сведениям»), which has no source."""

from sayso.claims.proposal import Proposal
from sayso.claims.view import Range, View
from sayso.claims.wordings import recued
from sayso.lexicon.cues import Frame

_NOBODY = {"en": frozenset({"it"}), "fr": frozenset({"il", "on"})}
_TOLD = {
    "en": frozenset(
        "reported said claimed alleged announced noted understood believed thought rumoured established stated confirmed".split()
    ),
    "fr": frozenset(
        "rapporté indiqué précisé affirmé annoncé signalé déclaré dit noté confirmé établi souligné mentionné allégué avancé ajouté".split()
    )
    | {"prétendu", "question", "état", "murmure", "raconte", "chuchote", "avéré"},
}
_WORD_OF = {
    "en": frozenset("information informations reports accounts rumours rumors".split()),
    "ru": frozenset("информации сведениям данным слухам".split()),
    "uk": frozenset("інформацією відомостями даними чутками".split()),
    "fr": frozenset("informations information données rumeurs".split()),
}
_LOOSE = {
    "en": frozenset("some several unconfirmed preliminary unofficial early initial local media press various other".split()),
    "ru": frozenset("некоторым другим иным разным".split()),
    "uk": frozenset("деякими іншими різними".split()),
    "fr": frozenset("certaines des plusieurs les d' diverses autres".split()),
}
_AFTER = frozenset("non concordantes confirmées vérifiées recueillies disponibles".split())
_LEAD = 4  # words between a pronoun that names nobody and the participle of its cue


def unnamed(view: View, proposal: Proposal) -> Proposal:
    """The proposal without a source where its cue names nobody: the pronoun or the phrase for what is told belongs to the cue."""
    if not proposal.cue or len(proposal.cue) > 1 or proposal.follows:
        return proposal
    return _told(view, proposal) or _rumoured(view, proposal) or proposal


def _told(view: View, proposal: Proposal) -> Proposal | None:
    """ "It is claimed", "il a été rapporté", "on signale": with the pronoun, which is no speaker."""
    if view.lang not in _NOBODY:
        return None
    first, last = view.tokens_in(proposal.cue[0])
    low, high = view.unit_at(first)
    at = next((k for k in range(first, max(low - 1, first - _LEAD), -1) if view.words[k] in _NOBODY[view.lang]), None)
    if at is None or view.in_quote[at] >= 0 or any(view.mark(k) or view.pos(k) in ("NOUN", "PROPN") for k in range(at + 1, first)):
        return None
    if view.words[at] == "on":
        # "à Kaldar, on nie": those of a place are named, and an encoder has them as source
        told = proposal.rule is not None and at + 1 >= first and _bare(view, proposal)
    else:
        verbs = range(at + 1, min(high, last + 1))
        told = any(view.words[k] in _TOLD[view.lang] for k in verbs) and _passive(view, at, verbs)
    if not told or any(a.overlaps(b) for a in (view.span(at, last),) for b in proposal.content):
        return None
    return recued(view, proposal, (view.span(at, max(last, at + 1)),), ())


def _bare(view: View, proposal: Proposal) -> bool:
    """Has the proposal no source, or "on" alone?"""
    return not proposal.source or all(view.words[k] == "on" for k in range(*view.tokens_in(proposal.source[0])))


def _passive(view: View, at: int, verbs: range) -> bool:
    """Is the verb one that something is done with: "it was reported", "il est fait état", "il se dit"?"""
    if view.lang == "fr":
        return any(view.words[k] in ("été", "est", "était", "se", "s'") for k in verbs) and not any(
            view.words[k] in ("lui", "en") for k in verbs
        )
    return any(view.words[k] in ("is", "was", "been", "be", "'s") for k in range(at + 1, verbs.stop))


def _rumoured(view: View, proposal: Proposal) -> Proposal | None:
    """ "According to unconfirmed reports", "selon certaines informations": nobody is named whose reports these are."""
    if len(proposal.source) > 1 or (proposal.rule is not None and proposal.rule.frame not in (Frame.BY, Frame.IMPERSONAL)):
        return None
    first, last = view.tokens_in(proposal.cue[0])
    phrase = _phrase(view, first, last)
    if phrase is None:
        return None
    cue = view.span(*phrase)
    if any(cue.overlaps(part) and not cue.covers(part) for part in proposal.source):
        source_end = view.tokens_in(proposal.source[0])[1]
        if any(view.capital(k) for k in range(phrase[1], source_end)):
            return None
    return recued(view, proposal, proposal.cue if view.lang == "en" and cue.covers(proposal.cue[0]) else (cue,), ())


def _phrase(view: View, first: int, last: int) -> Range | None:
    """The attributing phrase, where its noun stands for what is told and no name or body comes after it."""
    _, high = view.unit_at(first)
    words, loose = _WORD_OF[view.lang], _LOOSE[view.lang]
    noun = next((k for k in range(first, min(high, last + 4)) if view.words[k] in words), None)
    if noun is None or (not view.word_in("preposition", first) and view.lang != "en"):
        return None
    before = range(first + 1, noun)
    if not any(view.words[k] in loose or view.pos(k) in ("ADJ", "PART") for k in before) and view.lang != "fr":
        return None
    if any(view.word_in("possessive", k) or view.capital(k) or view.mark(k) for k in before):
        return None
    end = noun + 1
    while end < high and end - noun < 4 and (view.pos(end) == "ADJ" or view.words[end] in _AFTER or view.words[end - 1] == "non"):
        end += 1
    if view.words[end : end + 2] == ("de", "presse"):
        end += 2
    if end < high and view.words[end] in ("of", "from", "du", "de", "d'", "des"):
        return None
    if view.lang in ("ru", "uk") and end < high and not view.mark(end) and "gen" in view.tags[end].split(","):
        return None
    return first, end
