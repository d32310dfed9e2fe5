"""The stance that a cue gives to its content."""

from dataclasses import replace

from sayso.claims.hit import Hit
from sayso.claims.negations import calls_false, denies_within, says_not
from sayso.claims.outlooks import ahead, bids, own_losses, reprisal, unproven
from sayso.claims.proposal import Proposal
from sayso.claims.slights import gives_the_lie
from sayso.claims.view import View
from sayso.lexicon.cues import CueRule
from sayso.record.claim import Stance

_WARNS = frozenset(
    {"warn", "vow", "promise", "caution", "предупредить", "предупреждать", "обещать", "попередити", "попереджати", "пообіцяти", "prévenir"}
    | {"avertir", "promettre"}
)


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
    return says_not(view, content) or denies_within(view, content) or gives_the_lie(view, content)


def settled(view: View, proposal: Proposal) -> Proposal:
    """The proposal with the stance that cue and content give together: what is called false, or said not to be, is denied.

    A cue of any other stance keeps it, and so does a negated cue ("did not deny").
    """
    if proposal.stance is Stance.CONFIRMS and proposal.rule is not None and own_losses(view, proposal.content):
        # "acknowledged two wounded" owns up to what nobody else told
        return replace(proposal, stance=Stance.ASSERTS)
    if proposal.stance is Stance.EXPECTS and proposal.rule is not None and proposal.rule.id in _WARNS and reprisal(view, proposal.content):
        return replace(proposal, stance=Stance.THREATENS)
    if proposal.stance not in (Stance.ASSERTS, Stance.ACCUSES) or proposal.negated:
        return proposal
    denying = proposal.rule is not None and proposal.rule.stances[0] is Stance.DENIES
    if denying or calls_false(view, proposal.cue, proposal.content):
        return replace(proposal, stance=Stance.DENIES)
    if proposal.stance is Stance.ASSERTS and unproven(view, proposal.content):
        return replace(proposal, stance=Stance.DOUBTS)
    if proposal.stance is Stance.ASSERTS and bids(view, proposal):
        return replace(proposal, stance=Stance.ORDERS)
    neutral = proposal.stance is Stance.ASSERTS and (proposal.rule is None or proposal.rule.stances[0] is Stance.ASSERTS)
    if neutral and (proposal.source or proposal.follows) and _denied_in(view, proposal):
        return replace(proposal, stance=Stance.DENIES)
    if neutral and proposal.source and proposal.cue and ahead(view, proposal.content):
        return replace(proposal, stance=Stance.EXPECTS)
    return proposal
