"""The echo: a figure that is not its account's own: it repeats another's, is told to be rejected, or stands in a denied charge."""

from collections.abc import Sequence

from sayso.findings.deeds import ATTACKS
from sayso.findings.figures import comparable
from sayso.record.account import Account
from sayso.record.claim import SpeakerKind, Stance
from sayso.record.event import Actuality
from sayso.record.figure import Figure
from sayso.record.report import Report

_REPORTING = (SpeakerKind.OUTLET, SpeakerKind.AGENCY)


def rejected(account: Account, figure: Figure, accounts: Sequence[Account]) -> bool:
    """Is it told to deny it: does it stand in a denial that is no denied attack, and does another speaker give the same number?"""
    giving = giving_reports(account, figure)
    denials = bool(giving) and all(r.stance is Stance.DENIES for r in giving)
    return denials and not _charged(account, figure) and _given(account, figure, accounts)


def giving_reports(account: Account, figure: Figure) -> list[Report]:
    """The reports of an account that give a figure."""
    return [r for r in account.reports if any(f.id == figure.id for f in r.figures)]


def _charged(account: Account, figure: Figure) -> bool:
    """Does it count the victims of an attack that the account denies? Who denies a shelling that killed four counts nobody.

    The losses of the speaker's own side are no victims of a deed of his: he denies that he had them.
    """
    giving = giving_reports(account, figure)
    own = account.speaker is not None and figure.party in ("own", account.speaker.side or "own")
    return bool(giving) and not own and all(r.actuality is Actuality.DENIED and r.kind in ATTACKS for r in giving)


def of_numbers(account: Account, report: Report, accounts: Sequence[Account]) -> bool:
    """Is it a denial of a number ("not twenty-two were shot down") that others give in their way? Then it leaves the deed open."""
    others = [f for a in accounts if a.id != account.id and a.name != account.name for f in a.figures]
    return report.stance is Stance.DENIES and any(
        not _charged(account, figure) and any(comparable(figure, other) for other in others) for figure in report.figures
    )


def reporting(account: Account) -> bool:
    """Is it the account of an outlet or agency, which mostly hands on what others say?"""
    return account.speaker.kind in _REPORTING if account.speaker else True


def echoed(account: Account, figure: Figure, accounts: Sequence[Account]) -> bool:
    """Does an outlet only repeat what another speaker gives, or gave before, or does a denied charge repeat it?"""
    if _charged(account, figure):
        return _given(account, figure, accounts)
    return reporting(account) and _given(account, figure, [a for a in accounts if not reporting(a)])


def _given(account: Account, figure: Figure, accounts: Sequence[Account]) -> bool:
    return any(
        f.unit == figure.unit and (f.low, f.high) == (figure.low, figure.high)
        for other in accounts
        if other.id != account.id and other.name != account.name
        for f in (*other.figures, *other.superseded_figures)
    )
