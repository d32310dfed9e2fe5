"""The rules: how the figures of an incident's accounts become low, best and high.

Low and high never depend on the rule: they are the hull of what the standing accounts say. `best` is given by a named rule only:

- `ucdp`: the value that most speakers outside the warring parties give, else that most of all speakers give; of several the lowest.
  UCDP publishes a low, a best and a high estimate; its codebook was not read: unverified.
- `acled-min`: the lowest value of any account. After ACLED's page on fatalities of 7 May 2024 (read as an excerpt on a mirror, not at
  ACLED): where reports differ, the most conservative estimate is used. ACLED's own numbers for vague words ("dozens" is 12) are not used.
- `maverick-conservative`: the lowest value of any report, superseded ones too. The R package eventreport has an aggregation of that name;
  its code was not read: unverified.
- `maverick-representative`: the commonest value of all reports, of several the lowest. After `aggregate_maverick_rep` of eventreport,
  whose code takes modes (read in part; how it breaks ties was not read).
- `maverick-informative`: the highest value of any report. Code not read: unverified.

The value of a figure is its lower bound for the lowest, its upper bound (lower where open) for the highest, the middle of both otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from sayso.errors import ConfigError
from sayso.findings.contests import contests
from sayso.record.account import Account
from sayso.record.claim import SpeakerKind
from sayso.record.contest import Contest, ContestKind
from sayso.record.event import Actuality
from sayso.record.figure import Figure, FigureStatus, Scope, Unit, Who
from sayso.record.finding import Finding, Range
from sayso.record.incident import Incident

Told = Sequence[tuple[Account, Figure]]
Key = tuple[Unit, FigureStatus, str | None]

_OTHER = "other"  # the side of those outside the conflict
_PARTIES = (SpeakerKind.MILITARY, SpeakerKind.ARMED_GROUP, SpeakerKind.GOVERNMENT)


def _middle(figure: Figure) -> float:
    return figure.low if figure.high is None else (figure.low + figure.high) / 2


def _top(figure: Figure) -> float:
    return figure.low if figure.high is None else figure.high


def _commonest(figures: Iterable[Figure]) -> float:
    """The commonest value, of several the lowest."""
    counted = Counter(_middle(figure) for figure in figures)
    return min(counted, key=lambda told: (-counted[told], told))


def _ucdp(standing: Told, every: Told) -> float:
    outside = [(account, figure) for account, figure in standing if not party(account)]
    by_speaker = {(account.id, figure.low, figure.high): figure for account, figure in outside or standing}
    return _commonest(by_speaker.values())


RULES: dict[str, Callable[[Told, Told], float]] = {
    "ucdp": _ucdp,
    "acled-min": lambda standing, every: min(figure.low for _, figure in standing),
    "maverick-conservative": lambda standing, every: min(figure.low for _, figure in every),
    "maverick-representative": lambda standing, every: _commonest(figure for _, figure in every),
    "maverick-informative": lambda standing, every: max(_top(figure) for _, figure in every),
}


def finding(
    incident: Incident, accounts: Sequence[Account], rule: str | None = None, contested: Sequence[Contest] | None = None
) -> Finding:
    """The finding of an incident: a range for each thing counted, flags, and a grade; ConfigError where there is no such rule.

    Grades say how well an incident is attested, never who is right:
    A  three origins or more, of two sides or with one outside the conflict; nobody disputes that it happened
    B  two origins, of two sides or with one outside the conflict; nobody disputes that it happened
    C  two origins or more of one side, or one origin outside the conflict
    D  one origin, a party to the conflict or not named
    E  whether it happened is disputed, or nobody says that it did

    `contested` are the incident's contests; they are found anew where they are not given.
    """
    if rule is not None and rule not in RULES:
        raise ConfigError(f"no rule {rule}", then=f"the rules are {', '.join(RULES)}")
    ordered = sorted(accounts, key=lambda account: account.id)
    disputed = contests(ordered) if contested is None else contested
    return Finding(
        incident=incident.id,
        rule=rule,
        ranges=_ranges(ordered, rule),
        flags=_flags(incident, ordered, disputed),
        grade=_grade(incident, ordered, disputed),
    )


def _ranges(accounts: Sequence[Account], rule: str | None) -> tuple[Range, ...]:
    standing = _counted((a, f) for a in accounts for f in a.figures)
    every = _counted((a, f) for a in accounts for f in _all(a))
    found = []
    for key, told in sorted(standing.items(), key=lambda item: tuple(str(part) for part in item[0])):
        highs = [figure.high for _, figure in told]
        found.append(
            Range(
                unit=key[0],
                status=key[1],
                low=min(figure.low for _, figure in told),
                best=RULES[rule](told, every.get(key) or told) if rule else None,
                high=None if None in highs else max(high for high in highs if high is not None),
                basis=tuple(dict.fromkeys(figure.id for _, figure in told)),
                party=key[2],
            )
        )
    return tuple(found)


def _all(account: Account) -> list[Figure]:
    """Every figure of every report, one for each report, superseded ones too."""
    return [figure for report in account.reports for figure in report.figures]


def _counted(told: Iterable[tuple[Account, Figure]]) -> dict[Key, list[tuple[Account, Figure]]]:
    """The figures by what they count; parts of others and totals over a period are left out.

    A figure whose party is not named goes with the only party that is.
    """
    found: dict[Key, list[tuple[Account, Figure]]] = defaultdict(list)
    for account, figure in told:
        if figure.part_of is None and not figure.cumulative and figure.scope not in (Scope.PERIOD, Scope.WAR):
            found[figure.unit, figure.status, _whom(figure)].append((account, figure))
    for unit, status, whom in [key for key in found if key[2] is None]:
        named = [key for key in found if key[:2] == (unit, status) and key[2] is not None]
        if len(named) == 1:
            found[named[0]] += found.pop((unit, status, whom))
    return dict(found)


def _whom(figure: Figure) -> str | None:
    """The party and kind of people that a figure counts."""
    who = figure.who.value if figure.who in (Who.CIVILIAN, Who.MILITARY, Who.CHILD, Who.MEDICAL) else None
    return ", ".join(part for part in (figure.party, who) if part) or None


def side(account: Account) -> str | None:
    """The side of an account's speaker; None where it is not known or outside the conflict."""
    return account.speaker.side if account.speaker and account.speaker.side not in (None, _OTHER) else None


def party(account: Account) -> bool:
    """Is the speaker one of the warring parties: of a side, or an armed or state body?"""
    speaker = account.speaker
    return speaker is not None and speaker.side != _OTHER and (side(account) is not None or speaker.kind in _PARTIES)


def _outside(account: Account) -> bool:
    """Does the account come from somebody named who is no party?"""
    return (account.speaker is not None or account.outlet is not None) and not party(account)


def _disputed(accounts: Sequence[Account], contested: Sequence[Contest]) -> bool:
    said = any(a.actuality in (Actuality.HAPPENED, Actuality.ATTEMPTED, Actuality.PREVENTED) for a in accounts)
    ids = {a.id for a in accounts}
    return not said or any(c.kind is ContestKind.OCCURRENCE and ids & set(c.accounts) for c in contested)


def _flags(incident: Incident, accounts: Sequence[Account], contested: Sequence[Contest]) -> tuple[str, ...]:
    found = []
    sides = {side(a) for a in accounts}
    if accounts and len(sides) == 1 and None not in sides:
        found.append("one-sided")
    if len(incident.origins) == 1:
        found.append("single origin")
    ids = {a.id for a in accounts}
    if any(ids & set(c.accounts) for c in contested):
        found.append("contested")
    if not any(_outside(a) for a in accounts):
        found.append("no independent origin")
    if accounts and all(party(a) for a in accounts):
        found.append("party to the conflict only")
    return tuple(found)


def _grade(incident: Incident, accounts: Sequence[Account], contested: Sequence[Contest]) -> str:
    if _disputed(accounts, contested):
        return "E"
    several = len({s for a in accounts if (s := side(a))}) > 1
    outside = any(_outside(a) for a in accounts)
    origins = len(incident.origins)
    if origins >= 2 and (several or outside):
        return "A" if origins >= 3 else "B"
    return "C" if origins >= 2 or outside else "D"
