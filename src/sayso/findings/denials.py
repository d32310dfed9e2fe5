"""The denial: who says that it happened, who says that it did not, and which question the two answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.findings.deeds import SEEN, akin
from sayso.findings.echoes import of_numbers, reporting
from sayso.record.account import Account
from sayso.record.contest import ContestKind
from sayso.record.event import Actuality, Kind, Role
from sayso.record.figure import Unit
from sayso.record.report import Report

_FOUGHT = {Kind.CLASH}  # what took place even where it was beaten off
_BESIDE = {Kind.SHELLING, Kind.AIR_STRIKE, Kind.MISSILE_STRIKE, Kind.INTERCEPTION, Kind.CLOSURE, Kind.DAMAGE, Kind.FIRE}
HELD = {Kind.CAPTURE, Kind.WITHDRAWAL}
_GROUND = HELD | {Kind.CLASH, Kind.RAID, Kind.ARMOURED_ASSAULT}
_OTHER = "other"  # outside the conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One question: its kind, the accounts that say yes and those that say no, each in the given order."""

    kind: ContestKind
    said: tuple[Account, ...]
    denied: tuple[Account, ...]


def denial(accounts: Sequence[Account]) -> Denial | None:
    """The question on which accounts of one incident say yes and no; None where nobody denies what another says.

    Whether a place fell is control. Where only the side that is charged denies a deed that others saw it is responsibility: somebody
    of that side who tells of the deed too makes it occurrence, for then they differ on what happened. Who only denies a number leaves
    the deed open.
    """
    named = [a for a in accounts if a.speaker is not None or a.outlet is not None]
    said = [a for a in named if a.actuality in (Actuality.HAPPENED, Actuality.ATTEMPTED)]
    denied = [a for a in named if a.actuality in (Actuality.DENIED, Actuality.PREVENTED) and not _counts(a, named)]
    links = [(a, b) for a in said for b in denied if a.name != b.name and _excludes(a, b)]
    if not links:
        return None
    found = _occurrence(links, said, denied)
    return _control(found) or _responsibility(found) or found


def _counts(account: Account, accounts: Sequence[Account]) -> bool:
    """Does an account deny numbers alone?"""
    denied = [r for r in account.reports if r.actuality in (Actuality.DENIED, Actuality.PREVENTED)]
    return bool(denied) and all(of_numbers(account, r, accounts) for r in denied)


def raid(accounts: Sequence[Account]) -> Denial | None:
    """Whether a raid took place at all, where some tell of one and others deny it: asked beside the control of a village that it took."""
    named = [a for a in accounts if a.speaker is not None or a.outlet is not None]
    of = {a.id: verdict(a, Kind.RAID) for a in named}
    said = [a for a in named if of[a.id] is Actuality.HAPPENED]
    denied = [a for a in named if of[a.id] in (Actuality.DENIED, Actuality.PREVENTED)]
    links = [(a, b) for a in said for b in denied if a.name != b.name and (side(a) is None or side(a) != side(b))]
    if not any(of[b.id] is Actuality.DENIED for _, b in links):
        return None
    return _occurrence(links, said, denied)


def _occurrence(links: Sequence[tuple[Account, Account]], said: Sequence[Account], denied: Sequence[Account]) -> Denial:
    """The question whether it happened, of those who stand in a pair that cannot both be right."""
    apart = {account.id for pair in links for account in pair}
    return Denial(
        kind=ContestKind.OCCURRENCE, said=tuple(a for a in said if a.id in apart), denied=tuple(a for a in denied if a.id in apart)
    )


def verdict(account: Account, kind: Kind) -> Actuality | None:
    """What an account says of the deeds of a kind: a denial before "prevented", and that before "it happened"; else None."""
    told = {r.actuality for r in account.reports if r.kind is kind}
    order = (Actuality.DENIED, Actuality.PREVENTED, Actuality.HAPPENED)
    return next((one for one in order if one in told), None)


def telling(account: Account) -> tuple[Report, ...]:
    """The reports in which an account says what stands in it at the end."""
    return tuple(r for r in account.reports if r.actuality is account.actuality) or account.reports


def side(account: Account) -> str | None:
    """The side of an account's speaker, None where it is not known."""
    return account.speaker.side if account.speaker else None


def _excludes(said: Account, denied: Account) -> bool:
    """Can the two not both be right?

    "It was attempted" and "it was prevented" tell one thing, and an attack that was beaten off was fought over, shelled and burned all the
    same. Two speakers of one side who tell of two kinds of happening tell two things; one may
    have stopped what another tells the rest of.
    """
    kinds_said = {r.kind for r in said.reports if r.actuality is said.actuality}
    kinds_denied = {r.kind for r in denied.reports if r.actuality is denied.actuality}
    if denied.actuality is Actuality.PREVENTED:
        if said.actuality is Actuality.ATTEMPTED or kinds_denied <= _FOUGHT:
            return False
        kinds_said -= _BESIDE
    if side(said) is not None and side(said) == side(denied):
        return denied.actuality is Actuality.DENIED and bool(kinds_said & kinds_denied)
    return any(akin(a, b) for a in kinds_said for b in kinds_denied)


def _control(of: Denial) -> Denial | None:
    """The question as one of control: those who speak of ground, where one of them says that it was taken or given up.

    Of those who say yes only those that tell of a capture or a withdrawal, where there are any: who tells of the fight leaves it open.
    """
    said = tuple(a for a in of.said if _kinds(a) & HELD) or tuple(a for a in of.said if _kinds(a) & _GROUND)
    denied = tuple(a for a in of.denied if _kinds(a) & _GROUND)
    if not said or not denied or not any(_kinds(a) & HELD for a in (*said, *denied)):
        return None
    return Denial(kind=ContestKind.CONTROL, said=said, denied=denied)


def _responsibility(of: Denial) -> Denial | None:
    """The question as one of whose deed it was: the side that denies, and those of the others who charge it or speak for the other side.

    An outlet that tells of the deed speaks for no side, and who was the victim of a deed is not charged with it.
    """
    deeds, ground = (sum(bool(_kinds(a) & kinds) for a in of.said) for kinds in (SEEN, _GROUND))
    if deeds <= ground:  # who tells of a raid is asked whether it took place
        return None
    denying = Counter(s for a in of.denied if (s := side(a)) not in (None, _OTHER))
    telling_too = Counter(side(a) for a in of.said if not reporting(a))
    charged = [s for s, n in denying.items() if n >= 2 * telling_too[s]]
    if len(charged) != 1 or charged[0] in _victims(of.said):
        return None
    denied = tuple(a for a in of.denied if side(a) == charged[0])
    others = tuple(a for a in of.said if side(a) != charged[0])
    blaming = tuple(a for a in others if side(a) not in (None, _OTHER) or culprit(a))
    return Denial(kind=ContestKind.RESPONSIBILITY, said=blaming or others, denied=denied) if others else None


def _victims(accounts: Sequence[Account]) -> set[str | None]:
    """The sides whose people accounts count among the dead and wounded."""
    return {f.party for a in accounts for f in a.figures if f.unit in (Unit.KILLED, Unit.WOUNDED)}


def culprit(account: Account) -> str | None:
    """Whom an account names as the doer, None where it names nobody."""
    named = (p.name for r in telling(account) for p in r.participants if p.role is Role.AGENT and p.id)
    return next(named, None)


def _kinds(account: Account) -> set[Kind | None]:
    return {r.kind for r in telling(account)}
