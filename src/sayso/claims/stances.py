"""The stance that a cue gives to its content."""

from sayso.claims.hits import Hit
from sayso.claims.view import View
from sayso.lexicon.cues import CueRule
from sayso.record.claim import Stance

_FUTURE_WARNERS = frozenset({"warn", "предупредить", "предупреждать", "попередити", "попереджати", "prévenir", "avertir"})


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
