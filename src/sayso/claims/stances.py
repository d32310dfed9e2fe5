"""The stance that a cue gives to its content."""

import re
from dataclasses import replace

from sayso.claims.exclusions import excludes
from sayso.claims.hit import Hit
from sayso.claims.negations import calls_false, denies_within, says_not
from sayso.claims.outlooks import ahead, as_it_is, bids, own_losses, reprisal, unchecked, unproven
from sayso.claims.proposal import Proposal
from sayso.claims.prospects import SLAVIC, menaces, supposes
from sayso.claims.roundings import counted, roughly
from sayso.claims.slights import gives_the_lie
from sayso.claims.tenors import asks, hardly, of_estimate, phrase, tenor, to_come
from sayso.claims.view import View
from sayso.lexicon.cues import CueRule
from sayso.record.claim import Stance
from sayso.text.span import Span

_WARNS = frozenset(
    "warn vow promise pledge caution prévenir avertir promettre"
    " предупредить предупреждать обещать пообещать попередити попереджати пообіцяти".split()
)
_OWNS_UP = frozenset({"reconnaître", "admettre"})
_LITOTES = frozenset("tardé tarder manqué manquer hésité hésiter slow hesitate".split())  # "n'a pas tardé à dénoncer" denounced
_NEITHER = frozenset("neither nor ni".split())
_DENY = {
    "en": re.compile(r"(den(y|ie[sd]|ying)|disput|contest)"),
    "ru": re.compile(r"(отриц|опров|оспар|оспор)"),
    "uk": re.compile(r"(запереч|спрост|оспор)"),
    "fr": re.compile(r"(démen|ni(e|ent|é|er|ait|aient)$|contest)"),
}
_BESIDE = 6  # words before a denial in which a confirmation may stand ("neither confirmed nor denied")

_ANSWERS = frozenset({"подтвердить", "подтверждать", "підтвердити", "підтверджувати"})
"""Verbs that say of what somebody else told that it is so."""
_COUNTS = frozenset(
    "by_по_подсчётам by_по_подсчетам own_подсчетам_по насчитать подсчитать"
    " by_за_підрахунками own_підрахунками_за підрахувати нарахувати chiffrer".split()
)
"""Cues of counting: a number given exactly is no estimate."""
_VERSIONS = frozenset({"by_по_версии", "by_за_версією"})
_CHARGERS = re.compile(r"(следстви|обвинени|прокуратур|слідств|обвинувачен)")
_CAUTIONS = frozenset("предупредить предупреждать попередити попереджати не_исключить не_исключать не_виключити не_виключати".split())
"""Verbs of warning and not ruling out, which also tell what is so already."""


def stance_of(view: View, hit: Hit) -> Stance:
    """The stance of a cue where it stands."""
    return stance(hit.rule, negated=hit.negated)


def stance(rule: CueRule, *, negated: bool) -> Stance:
    """The stance of a cue; a negated one leaves the content in doubt ("did not confirm", "did not deny").

    >>> from sayso.lexicon.cues import cue_book
    >>> confirm = next(rule for rule in cue_book("en").cues if rule.id == "confirm")
    >>> stance(confirm, negated=False).value, stance(confirm, negated=True).value
    ('confirms', 'doubts')
    """
    return Stance.DOUBTS if negated else rule.stances[0]


def _denied_in(view: View, proposal: Proposal) -> bool:
    """Does the content itself say that something is not so, or that a report is false?"""
    content = proposal.content
    return says_not(view, content) or denies_within(view, content) or gives_the_lie(view, content) or excludes(view, content)


def _aside(view: View, proposal: Proposal) -> bool:
    """Does the attribution stand aside in an as-clause («Как заявил мэр, свет дадут»)? The clause is then the speaker's own statement."""
    first = view.tokens_in(proposal.cue[0])[0]
    return any(view.word_in("as", k) for k in range(max(view.unit_at(first)[0], first - 1), first + 1))


def _prosecutes(view: View, proposal: Proposal) -> bool:
    """Is it the version of those who charge («по версии следствия», «за версією обвинувачення»)?"""
    if proposal.rule is None or proposal.rule.id not in _VERSIONS or not proposal.source:
        return False
    return bool(_CHARGERS.match(view.words[view.tokens_in(proposal.source[0])[0]]))


def _weighed(view: View, proposal: Proposal, rule: CueRule) -> Stance:
    """The stance of a cue that has two: an opinion or a count estimates a rough number, a guess expects what is to come."""
    first, other = rule.stances[:2]
    if proposal.stance is not first:
        return proposal.stance
    if other is Stance.ESTIMATES and not calls_false(view, proposal.cue, proposal.content):
        told = roughly(view, proposal.content) if rule.id in _COUNTS else roughly(view, proposal.content) or counted(view, proposal.content)
        return other if told else first
    if other is Stance.EXPECTS:
        return other if ahead(view, proposal.content) else first
    return first


def _reweighed(view: View, proposal: Proposal) -> Proposal:
    """The proposal of a warning that tells what is so already, or of a cue with two stances, with the one that the content gives."""
    rule = proposal.rule
    if rule is None:
        return proposal
    if proposal.stance is Stance.EXPECTS and rule.id in _CAUTIONS and as_it_is(view, proposal.content):
        proposal = replace(proposal, stance=Stance.ASSERTS)
    if len(rule.stances) > 1 and not proposal.negated:
        proposal = replace(proposal, stance=_weighed(view, proposal, rule))
    return proposal


def _forecasts(view: View, proposal: Proposal) -> bool:
    """Does a speaker tell what somebody else will do? What is announced has been decided, and is no forecast."""
    if not proposal.cue or (proposal.rule is not None and proposal.rule.id == "announce"):
        return False
    if not proposal.source and view.lang not in SLAVIC:
        return False
    return ahead(view, proposal.content, proposal.cue) and not _aside(view, proposal)


def settled(view: View, proposal: Proposal) -> Proposal:
    """The proposal with the stance that cue and content give together: what is called false, or said not to be, is denied.

    A cue of any other stance keeps it, and so does a negated cue ("did not deny").
    """
    if _neither(view, proposal):
        return replace(proposal, stance=Stance.DOUBTS)
    by_rule = _by_rule(view, proposal)
    if by_rule is not None:
        return replace(proposal, stance=by_rule)
    warns = proposal.rule is not None and proposal.rule.id in _WARNS
    if warns and proposal.stance in (Stance.EXPECTS, Stance.ASSERTS) and reprisal(view, proposal.content):
        return replace(proposal, stance=Stance.THREATENS)
    proposal = _reweighed(view, proposal)
    if proposal.stance is Stance.CONFIRMS and not proposal.negated and unproven(view, proposal.content):
        return replace(proposal, stance=Stance.DOUBTS)
    phrased = phrase(view, proposal.cue) if proposal.stance is Stance.ASSERTS else None
    if phrased is not None:
        return replace(proposal, stance=phrased)
    if proposal.stance not in (Stance.ASSERTS, Stance.ACCUSES) or proposal.negated:
        return proposal
    denying = proposal.rule is not None and proposal.rule.stances[0] is Stance.DENIES
    if denying or calls_false(view, proposal.cue, proposal.content):
        return replace(proposal, stance=Stance.DENIES)
    if proposal.stance is Stance.ASSERTS and (unproven(view, proposal.content) or unchecked(view, proposal.cue)):
        return replace(proposal, stance=Stance.DOUBTS)
    if proposal.stance is Stance.ASSERTS and bids(view, proposal):
        return replace(proposal, stance=Stance.ORDERS)
    if proposal.stance is Stance.ASSERTS and menaces(view, proposal.content):
        return replace(proposal, stance=Stance.THREATENS)
    if proposal.stance is Stance.ASSERTS and _prosecutes(view, proposal):
        return replace(proposal, stance=Stance.ACCUSES)
    neutral = proposal.stance is Stance.ASSERTS and (
        proposal.rule is None or proposal.rule.stances[0] is Stance.ASSERTS or proposal.rule.id in _CAUTIONS
    )
    said = tenor(view, proposal.content) if neutral and proposal.cue else None
    if said is not None:
        return replace(proposal, stance=said)
    if neutral and proposal.cue and to_come(view, proposal.content, proposal.cue):
        return replace(proposal, stance=Stance.EXPECTS)
    if neutral and (proposal.source or proposal.follows) and _denied_in(view, proposal):
        return replace(proposal, stance=Stance.DENIES)
    if neutral and _forecasts(view, proposal):
        return replace(proposal, stance=Stance.EXPECTS)
    if neutral and (of_estimate(view, proposal.cue) or (proposal.cue and supposes(view, proposal.content))):
        return replace(proposal, stance=Stance.ESTIMATES)
    return proposal


def _by_rule(view: View, proposal: Proposal) -> Stance | None:
    """The stance that a cue of the lexicon has with this content, other than its own; None where it keeps that."""
    rule = proposal.rule
    if rule is None:
        return None
    if proposal.negated:
        return _unnegated(view, proposal, rule) if proposal.stance is Stance.DOUBTS else None
    owned = rule.id not in _ANSWERS and own_losses(view, proposal.content)
    if proposal.stance is Stance.CONFIRMS and (owned or (rule.id in _OWNS_UP and _clause(view, proposal))):
        return Stance.ASSERTS  # "acknowledged two wounded", « reconnaît que la liste est vieille »: what nobody else need have told
    if proposal.stance is Stance.ESTIMATES and calls_false(view, proposal.cue, proposal.content):
        return Stance.DENIES
    if proposal.stance is Stance.ESTIMATES and hardly(view, proposal.cue):
        return Stance.DOUBTS
    if proposal.stance is Stance.ESTIMATES and tenor(view, proposal.content) is Stance.EXPECTS:
        return Stance.EXPECTS
    return Stance.DOUBTS if proposal.stance is Stance.ORDERS and asks(view, rule.id, proposal.content) else None


def _neither(view: View, proposal: Proposal) -> bool:
    """Does the cue neither confirm nor deny (« n'ont ni confirmé ni démenti »)?"""
    said = [view.words[k] for span in proposal.cue for k in range(*view.tokens_in(span))]
    return any(word in _NEITHER for word in said) and any(_DENY[view.lang].match(word) for word in said)


def _clause(view: View, proposal: Proposal) -> bool:
    return any(view.finite(k) for span in proposal.content for k in range(*view.tokens_in(span)))


def _unnegated(view: View, proposal: Proposal, rule: CueRule) -> Stance | None:
    """Who does not deny owns up; who neither confirms nor denies leaves it in doubt; who is not slow to deny denies."""
    first, last = view.tokens_in(Span(proposal.cue[0].start, proposal.cue[-1].end))
    near = range(max(view.unit_at(first)[0], first - _BESIDE), last)
    if any(view.words[k] in _LITOTES for k in near):
        return rule.stances[0]
    denies = rule.stances[0] is Stance.DENIES and any(_DENY[view.lang].match(view.words[k]) for k in near)
    if not denies or any(view.words[k] in _NEITHER for k in near):
        return None
    met = (view.cue_at(k) for k in near)
    return None if any(one is not None and one[0].stances[0] is Stance.CONFIRMS for one in met) else Stance.CONFIRMS
