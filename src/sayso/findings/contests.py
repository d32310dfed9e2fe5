"""The finding of contests: where the accounts of one incident contradict each other."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from sayso import ids
from sayso.findings.accounts import first_evidence
from sayso.findings.denials import HELD, Denial, culprit, denial, raid, side, telling, verdict
from sayso.findings.echoes import echoed, giving_reports, rejected, reporting
from sayso.findings.figures import UNNAMED, comparable, connected, disagree, scope_note
from sayso.findings.order import value
from sayso.record.account import Account
from sayso.record.claim import Stance
from sayso.record.contest import Contest, ContestKind
from sayso.record.event import Actuality, Kind, Role
from sayso.record.figure import Figure, Unit, Who
from sayso.record.moment import Anchor, Grain, Moment
from sayso.record.place import Place, Precision
from sayso.record.report import Evidence, Report

_SLACK = {Grain.MINUTE: timedelta(hours=1), Grain.HOUR: timedelta(hours=2), Grain.DAYPART: timedelta(hours=6)}
# What lasts, and may be told of from two of its hours.
_LASTING = (
    Kind.CLASH,
    Kind.ARMOURED_ASSAULT,
    Kind.RAID,
    Kind.CAPTURE,
    Kind.WITHDRAWAL,
    Kind.CLOSURE,
    Kind.DEPLOYMENT,
    Kind.PROTEST,
    Kind.RIOT,
    Kind.FIRE,
)
_DAY = timedelta(hours=12)  # more than this between two hours: the days differ
_APART = 0.15  # degrees: places nearer than this may be one

Side = Callable[[str], str | None]


def contests(accounts: Iterable[Account], side_of: Side | None = None) -> tuple[Contest, ...]:
    """The contests between the accounts of one incident, sorted by kind and what they are about; the order of accounts changes nothing.

    `side_of` gives the side of an actor id (a pack's): without it nobody is known to be blamed by the name of the doer. Superseded
    figures, parts against wholes and scopes that are stated and differ make none. Each question is asked once (ANNOTATION.md rule 37):
    a denied capture is one of control, a deed that only the side charged denies is one of responsibility, other denials of occurrence;
    a raid that is denied beside a capture is a question too.
    """
    told = sorted(accounts, key=lambda account: account.id)
    question = denial(told)
    found = [*_figures(told), *_occurrence(question, told), *_control(told, question), *_places(told), *_times(told)]
    found += _responsibility(told, question, side_of or _nobody)
    return tuple(sorted(found, key=lambda contest: (contest.kind, contest.about, contest.id)))


def _contest(kind: ContestKind, sides: Sequence[tuple[Account, str, tuple[Evidence, ...]]], about: str = "", note: str = "") -> Contest:
    """A contest between (account, value, evidence), sorted by the speaker's name."""
    ordered = sorted(sides, key=lambda side: (side[0].name, side[1], side[0].id))
    incident = ordered[0][0].incident
    return Contest(
        id=ids.make("x", incident, kind.value, about, sorted(account.id for account, _, _ in ordered), [told for _, told, _ in ordered]),
        kind=kind,
        between=tuple(dict.fromkeys((account.name, told) for account, told, _ in ordered)),
        evidence=tuple(dict.fromkeys(e for _, _, evidence in ordered for e in evidence)),
        about=about,
        note=note,
        accounts=tuple(dict.fromkeys(account.id for account, _, _ in ordered)),
    )


def figure_evidence(figure: Figure, reports: Iterable[Report]) -> tuple[Evidence, ...]:
    """The words that hold a figure; where none does, those of the reports that give it."""
    giving = [r for r in reports if any(f.id == figure.id for f in r.figures)]
    exact = tuple(e for r in giving for e in r.evidence if e.document == figure.document and e.span.covers(figure.span))
    return exact[:1] or tuple(e for r in giving for e in r.evidence)[:1]


def _figures(accounts: Sequence[Account]) -> Iterable[Contest]:
    """One contest for each set of figures that hang together by contradiction.

    What a speaker rejects contradicts those who give it. An outlet that only repeats what somebody else of the incident says, or said
    before, answers nothing of its own; nor does a speaker who is not known: he may be one of those who are.
    """
    named = [account for account in accounts if account.speaker is not None or account.outlet is not None]
    told = [
        (account, figure, rejected(account, figure, named))
        for account in named
        for figure in _of_all(account.figures)
        if _counted(account, figure)
    ]
    told = [(account, figure, no) for account, figure, no in told if no or not echoed(account, figure, accounts)]
    links: dict[int, set[int]] = {}
    for i, j in combinations(range(len(told)), 2):
        (a, x, no), (b, y, neither) = told[i], told[j]
        if a.id == b.id or a.name == b.name or (no and neither) or not comparable(x, y):
            continue
        if (x.low, x.high) == (y.low, y.high) if no or neither else disagree(x, y):
            links.setdefault(i, set()).add(j)
            links.setdefault(j, set()).add(i)
    for group in connected(dict(sorted(links.items()))):
        members = [told[i] for i in group]
        note = next((n for (_, x, _), (_, y, _) in combinations(members, 2) if (n := scope_note(x.scope, y.scope))), "")
        figure = members[0][1]
        about = " ".join(
            str(part)
            for part in (
                figure.unit.value,
                _known(f.detail for _, f, _ in members),
                _known(f.party for _, f, _ in members if f.party not in UNNAMED),
            )
            if part
        )
        sides = [(account, f"not {value(f)}" if no else value(f), figure_evidence(f, account.reports)) for account, f, no in members]
        yield _contest(ContestKind.FIGURE, sides, about, note)


def _of_all(figures: Sequence[Figure]) -> list[Figure]:
    """The figures; one number that is told of several kinds of people is the number of all of them."""
    kinds: dict[tuple[object, ...], set[Who | None]] = {}
    for f in figures:
        kinds.setdefault((f.unit, f.status, f.low, f.high), set()).add(f.who)
    return [replace(f, who=None) if len(kinds[f.unit, f.status, f.low, f.high]) > 1 else f for f in figures]


def _counted(account: Account, figure: Figure) -> bool:
    """Does the account tell it as a count of what happened? A plan, an order and a fear count nothing; things of no kind are any things."""
    if figure.unit is Unit.OTHER and not figure.detail:
        return False
    return not all(
        r.stance in (Stance.ORDERS, Stance.THREATENS, Stance.EXPECTS) or r.actuality in (Actuality.PLANNED, Actuality.HYPOTHETICAL)
        for r in giving_reports(account, figure)
    )


def _known(words: Iterable[str | None]) -> str | None:
    return next((word for word in words if word), None)


def _nobody(actor: str) -> str | None:
    return None


def _occurrence(question: Denial | None, accounts: Sequence[Account]) -> Iterable[Contest]:
    """Those who say that it happened (or goes on) against those who deny it or say that it was prevented; those that differ.

    Where they differ on the control of ground too, whether there was a raid at all is a question of its own.
    """
    if question is not None and question.kind is ContestKind.OCCURRENCE:
        yield _contest(ContestKind.OCCURRENCE, [(a, a.actuality.value, _evidence(a)) for a in (*question.said, *question.denied)])
    elif question is not None and question.kind is ContestKind.CONTROL and (beside := raid(accounts)) is not None:
        yield _contest(ContestKind.OCCURRENCE, [_of_raid(a) for a in (*beside.said, *beside.denied)])


def _of_raid(account: Account) -> tuple[Account, str, tuple[Evidence, ...]]:
    said = verdict(account, Kind.RAID)
    told = tuple(r for r in account.reports if r.kind is Kind.RAID and r.actuality is said)
    return account, said.value if said else account.actuality.value, first_evidence(told)[:1]


def _evidence(account: Account) -> tuple[Evidence, ...]:
    return first_evidence(telling(account))[:1]


def _control(accounts: Sequence[Account], question: Denial | None) -> Iterable[Contest]:
    """Those who name different holders, and those of whom one denies the capture that another tells of."""
    holding = [(a, a.holds) for a in accounts if a.holds and (a.speaker is not None or a.outlet is not None)]
    rivals = {
        account.id
        for (a, held), (b, other) in combinations(holding, 2)
        if a.name != b.name and not _one_holder(held, other) and not _one_side(a, held, b, other)
        for account in (a, b)
    }
    found = {a.id: (a, held, first_evidence(a.reports)[:1]) for a, held in holding if a.id in rivals}
    if question is not None and question.kind is ContestKind.CONTROL and _of_ground(question):
        for account in (*question.said, *question.denied):
            found.setdefault(account.id, (account, account.holds or account.actuality.value, _evidence(account)))
    if found:
        yield _contest(ContestKind.CONTROL, list(found.values()), _place_name(accounts))


def _of_ground(question: Denial) -> bool:
    """Is it asked who holds the place: is a holder named, or a capture told of, or do parties stand on both sides? People leave too."""
    told = (*question.said, *question.denied)
    if any(a.holds for a in told) or any(r.kind is Kind.CAPTURE for a in told for r in telling(a)):
        return True
    return all(any(side(a) is not None for a in some) for some in (question.said, question.denied))


def _one_side(a: Account, held: str, b: Account, other: str) -> bool:
    """Do two who each claim a place for themselves speak for one side, or may the one be a description of the other?"""
    if held.startswith("not ") or other.startswith("not "):
        return False
    if side(a) is not None and side(a) == side(b):
        return True
    own = [account for account, holder in ((a, held), (b, other)) if account.speaker and holder == account.name]
    # An unlisted "band of exiles" that holds the village may be the listed unit that does.
    return len(own) == 2 and (a.speaker is None or b.speaker is None or a.speaker.id is None or b.speaker.id is None)


def _one_holder(a: str, b: str) -> bool:
    """May the two names be one holder's ("the Legion", "Freedom of Russia Legion")? "Not X" and Y may both be right."""
    words_a, words_b = set(a.casefold().split()), set(b.casefold().split())
    if "not" in words_a ^ words_b:
        return not (words_a - {"not"} <= words_b - {"not"} or words_b - {"not"} <= words_a - {"not"})
    return words_a <= words_b or words_b <= words_a


def _place_name(accounts: Sequence[Account]) -> str:
    """The place that reports of a capture or withdrawal name oftenest, else that any report names oftenest; of equals the first by name."""
    told = [r for account in accounts for r in account.reports if r.place]
    held = [r for r in told if r.kind in HELD] or told
    named = Counter(r.place.name for r in held if r.place)
    return min(named, key=lambda name: (-named[name], name), default="")


def _responsibility(accounts: Sequence[Account], question: Denial | None, side_of: Side) -> Iterable[Contest]:
    """Accounts that name agents of two sides for the same deed, and those of which one side denies its part in it."""
    blamed: list[tuple[Account, str, str]] = []
    for account in accounts:
        agents = [p for p in account.latest.participants if p.role is Role.AGENT and p.id]
        sides = {side for p in agents if p.id and (side := side_of(p.id))}
        if account.actuality is Actuality.HAPPENED and len(sides) == 1:
            blamed.append((account, agents[0].name, sides.pop()))
    found = {}
    if len({side for _, _, side in blamed}) > 1 and len({account.name for account, _, _ in blamed}) > 1:
        found = {account.id: (account, name, first_evidence(account.reports)[:1]) for account, name, _ in blamed}
    if question is not None and question.kind is ContestKind.RESPONSIBILITY:
        for account in question.said:
            found.setdefault(account.id, (account, culprit(account) or account.actuality.value, _evidence(account)))
        for account in question.denied:
            found.setdefault(account.id, (account, account.actuality.value, _evidence(account)))
    if found:
        yield _contest(ContestKind.RESPONSIBILITY, list(found.values()))


def _places(accounts: Sequence[Account]) -> Iterable[Contest]:
    """Accounts that accept a happening of one kind and name two settlements that are not one; outlets hand on what others say."""
    own = [a for a in accounts if not reporting(a) and _accepts(a)]
    placed = [(a, a.latest.place) for a in own if a.latest.place is not None and a.latest.place.precision is Precision.SETTLEMENT]
    rivals = {a.id for (a, p), (b, q) in combinations(placed, 2) if a.latest.kind is b.latest.kind and _elsewhere(p, q) for a in (a, b)}
    if rivals and len({a.name for a, _ in placed if a.id in rivals}) > 1:
        yield _contest(ContestKind.PLACE, [(a, p.name, first_evidence(a.reports)[:1]) for a, p in placed if a.id in rivals])


def _accepts(account: Account) -> bool:
    """Does the account tell, in its latest word too, that it happened? Who denies a deed says nothing of where and when it was."""
    return {account.actuality, account.latest.actuality} <= {Actuality.HAPPENED, Actuality.ATTEMPTED}


def _elsewhere(a: Place, b: Place) -> bool:
    if a.name.casefold() == b.name.casefold() or (a.geonames_id is not None and a.geonames_id == b.geonames_id):
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return abs(a.lat - b.lat) > _APART or abs(a.lon - b.lon) > 1.5 * _APART


def _times(accounts: Sequence[Account]) -> Iterable[Contest]:
    """Accounts that accept a happening of one kind and date it apart; the hours of an outlet's lines are mostly those of its writing."""
    dated = [
        (a, a.latest.moment)
        for a in accounts
        if not reporting(a) and _accepts(a) and a.latest.kind not in _LASTING and a.latest.moment and a.latest.moment.span
    ]
    rivals = {a.id for (a, m), (b, n) in combinations(dated, 2) if a.latest.kind is b.latest.kind and _otherwise(m, n) for a in (a, b)}
    if rivals and len({a.name for a, _ in dated if a.id in rivals}) > 1:
        told = [(a, m.start.isoformat() if m.start else "", first_evidence(a.reports)[:1]) for a, m in dated if a.id in rivals]
        yield _contest(ContestKind.TIME, told)


def _otherwise(a: Moment, b: Moment) -> bool:
    """Do two stated intervals lie apart by more than their grain leaves open? A day that only the publication gives may be another."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    slack = max(_SLACK.get(a.grain, timedelta()), _SLACK.get(b.grain, timedelta()))
    between = max(a.start, b.start) - min(a.end, b.end)
    return between > slack and (between < _DAY or a.anchor is b.anchor is Anchor.TEXT)
