"""The echo: a figure that is not its account's own, because it only repeats another's or is told to be rejected."""

from collections.abc import Sequence

from sayso.record.account import Account
from sayso.record.claim import SpeakerKind, Stance
from sayso.record.figure import Figure

_REPORTING = (SpeakerKind.OUTLET, SpeakerKind.AGENCY)


def rejected(account: Account, figure: Figure, accounts: Sequence[Account]) -> bool:
    """Is it told to deny it: does it stand in a denial, and does another speaker give the same number?"""
    giving = [r for r in account.reports if any(f.id == figure.id for f in r.figures)]
    return bool(giving) and all(r.stance is Stance.DENIES for r in giving) and _given(account, figure, accounts)


def reporting(account: Account) -> bool:
    """Is it the account of an outlet or agency, which mostly hands on what others say?"""
    return account.speaker.kind in _REPORTING if account.speaker else True


def echoed(account: Account, figure: Figure, accounts: Sequence[Account]) -> bool:
    """Does an outlet only repeat what another speaker gives, or gave before?"""
    return reporting(account) and _given(account, figure, [a for a in accounts if not reporting(a)])


def _given(account: Account, figure: Figure, accounts: Sequence[Account]) -> bool:
    return any(
        f.unit == figure.unit and (f.low, f.high) == (figure.low, figure.high)
        for other in accounts
        if other.id != account.id and other.name != account.name
        for f in (*other.figures, *other.superseded_figures)
    )
