"""The likeness: what two reports have in common, as named features."""

from dataclasses import dataclass

from sayso.incidents import when, where, who
from sayso.incidents.words import Vector, cosine, stems_of, vector
from sayso.lexicon.kinds import compatible
from sayso.record.event import Actuality, Kind
from sayso.record.figure import Unit
from sayso.record.place import Precision
from sayso.record.report import Report

_FEW = 12  # stems
# Kinds that name the weapon: two of them may be one strike in two mouths, but one speaker who names two tells of two.
_WEAPONS = {
    Kind.SHELLING,
    Kind.MISSILE_STRIKE,
    Kind.AIR_STRIKE,
    Kind.DRONE_STRIKE,
    Kind.MINE,
    Kind.GRENADE,
    Kind.SUICIDE_ATTACK,
    Kind.CHEMICAL_ATTACK,
}


_GROUND = {Kind.RAID, Kind.CLASH, Kind.ARMOURED_ASSAULT}
_CONTROL = {Kind.CAPTURE, Kind.WITHDRAWAL}
_ONE_DAY = ("same", "start", "end", "within", "overlap", "near", "assumed", "long overlap", "long start", "long end", "long same")

# Features by which the texts around two main reports tell one story, the surest first.
STORY = tuple(f"text: {band}, main" for band in ("0.7", "0.5", "0.4", "0.3", "0.2"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What grouping needs of a report, computed once; `given`: somebody's own coding, where a figure that is not there says "none"."""

    report: Report
    given: bool
    where: where.Whereabouts | None
    when: when.Days | None
    published: float | None
    actors: who.Names
    killed: tuple[float, float] | None
    wounded: tuple[float, float] | None
    words: Vector
    text: Vector
    source: tuple[str, ...]
    region: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


def profile(report: Report, shared: dict[tuple[str, ...], Vector] | None = None) -> Profile:
    """The profile of a report; `shared` keeps vectors that several reports of one document have in common.

    `words` are those of the report's evidence, `text` those of its whole document (`Report.words`); of somebody's own coding there is only
    one text. `region` is that of the report's place, `around` are those that its document speaks of. Reports of one `source` come from
    one text: a document, or the same title of one outlet on one day. A text that names only the country has not told the place.
    """
    given = not report.claims and not report.evidence
    shared = {} if shared is None else shared
    if report.words not in shared:
        shared[report.words] = vector(report.words)
    text = shared[report.words]
    place = where.whereabouts(report.place)
    return Profile(
        report=report,
        given=given,
        where=None if place is not None and place.grain == "country" and not given else place,
        when=when.days(report),
        published=when.published(report),
        actors=who.actors(report),
        killed=who.total(report.figures, Unit.KILLED),
        wounded=who.total(report.figures, Unit.WOUNDED),
        words=text if given else vector(word for e in report.evidence for word in stems_of(e.quote, e.lang)),
        text={} if given else text,
        region=frozenset() if report.place is None else where.regions([report.place]),
        around=where.regions(report.near if report.place is None else (*report.near, report.place)),
        source=(report.outlet or "", str(report.published), *report.words) if given and len(report.words) > 3 else (report.document,),
    )


def features(a: Profile, b: Profile, story: float | None = None) -> tuple[str, ...]:
    """The features of a pair, sorted; the same for (a, b) and (b, a). `story`: the log-odds that their documents tell one story.

    Each names what was compared and what came out, as "time: same"; the weights give each its worth.
    """
    given = a.given and b.given
    place, time = where.relation(a.where, b.where), when.relation(a.when, b.when)
    found = [
        f"place: {place}",
        f"time: {time}",
        f"place and time: {place}, {time}",
        f"place of grain: {place}, {where.coarser(a.where, b.where)}",
        f"actors: {_agreed(who.likeness(a.actors, b.actors), given)}",
        f"killed: {_agreed(who.agreement(a.killed, b.killed), given)}",
        f"wounded: {_agreed(who.agreement(a.wounded, b.wounded), given)}",
        f"kind: {_kinds(a.report.kind, b.report.kind)}",
        f"published: {_told(a.published, b.published)}",
        f"words: {'few' if given else 'read'}, {_band(a.words, b.words) if one_language(a, b) else 'unknown'}",
    ]
    apart = a.report.document != b.report.document
    # The words of a flash are too few for a chance likeness to be told from a real one.
    if apart and one_language(a, b) and min(len(a.text), len(b.text)) >= _FEW:
        found.append(f"text: {_band(a.text, b.text)}, {'main' if a.report.main and b.report.main else 'aside'}")
    # A village that nobody can find has told no place to one who names only the region.
    astray = place == "unknown" and any(p.where is not None and where.lost(p.where) for p in (a, b))
    unplaced = None not in (a.report.kind, b.report.kind) and (a.where is None or b.where is None or astray)
    # Two texts that are alike as wholes need no place to tell one story.
    if not given and unplaced and not any(feature in STORY for feature in found):
        found.append(f"place not told{'' if apart else ' in one document'}: {'both' if a.where is b.where else 'one'}")
    if (
        apart
        and not given
        and a.report.speaker is not None
        and b.report.speaker is not None
        and a.report.speaker.key == b.report.speaker.key
    ):
        found.append("one speaker in two documents")
    if a.source == b.source:
        found.append("one text" if given else "one document")
        if not given and Actuality.DENIED in (a.report.actuality, b.report.actuality):
            found.append("denied in one document")
        if not given and a.report.speaker == b.report.speaker and "kind: other weapon" in found:
            found.append("two weapons of one speaker")
        if not given and a.report.speaker is not None and a.report.speaker == b.report.speaker and "kind: same" in found:
            found.append("one kind of one speaker")
        if not given and set(a.report.claims) & set(b.report.claims):
            found.append("one claim")
    closure = Kind.CLOSURE in (a.report.kind, b.report.kind) and a.report.kind != b.report.kind
    if not given and closure and (place not in ("same", "name") or coarse(a)):
        found.append("measure elsewhere")
    if not given and (ground := _ground(a, b, time)):
        found.append(ground)
    # One story may hold several happenings: it speaks for two reports only where they are of one kind, or of kinds that may be one.
    if apart and story is not None and (story < 0 or not {"kind: other", "kind: unknown"} & {*found}):
        found.append(f"story: {_story(story)}")
    return tuple(sorted(found))


def countrywide(p: Profile) -> bool:
    """Does it tell of drones or missiles brought down over a whole country? That is a count of many places, not one that is left out."""
    place = p.report.place
    return not p.given and p.report.kind is Kind.INTERCEPTION and place is not None and place.precision is Precision.COUNTRY


def coarse(p: Profile) -> bool:
    """Is no settlement told: no place at all, or only a region?"""
    return p.where is None or p.where.grain in ("region", "country")


def _ground(a: Profile, b: Profile, time: str) -> str | None:
    """How two reports of fighting on the ground stand: an incursion is told of by the regions that it reaches, often by no place at all.

    "ground: one story" for two without a settlement on one day, whose documents (or places) have a region in common, "ground: one front"
    where neither tells of an incursion (on a long front there is fighting every day); "ground: a place
    of it" for two of one kind of which one names a settlement in a region of the other; "ground: control beside it" for the control of
    one place beside the incursion as a whole.
    """
    kinds = {a.report.kind, b.report.kind}
    if time not in _ONE_DAY or not kinds <= {*_GROUND, *_CONTROL}:
        return None
    if kinds <= _GROUND and coarse(a) and coarse(b):
        one = (a.region or a.around) & (b.region or b.around) or (a.region and b.region and a.region <= b.around and b.region <= a.around)
        return ("ground: one story" if Kind.RAID in kinds else "ground: one front") if one else None
    if coarse(a) and coarse(b):
        return "ground: control beside it" if kinds & _GROUND else None
    if coarse(a) != coarse(b):
        fine, wide = (b, a) if coarse(a) else (a, b)
        if not fine.region & (wide.region or wide.around):
            return None
        if kinds in ({Kind.RAID}, {Kind.CAPTURE}):
            return "ground: a place of it"
        if fine.report.kind in _CONTROL and wide.report.kind in _GROUND:
            return "ground: control beside it"
    return None


def one_language(a: Profile, b: Profile) -> bool:
    """Are the words of the two comparable?"""
    return a.report.lang == b.report.lang or None in (a.report.lang, b.report.lang)


def _agreed(word: str, given: bool) -> str:
    """A text that is silent on the dead, or names one side only, says nothing by it; a coder's empty field does."""
    return word if given or word not in ("none", "one", "neither") else "not told"


def _kinds(a: Kind | None, b: Kind | None) -> str:
    if a is None or b is None or Kind.OTHER in (a, b):
        return "unknown"
    if a == b or not compatible(a, b):
        return "same" if a == b else "other"
    return "other weapon" if {a, b} <= _WEAPONS else "compatible"


def _told(a: float | None, b: float | None) -> str:
    if a is None or b is None:
        return "unknown"
    days = abs(a - b)
    return next((word for bound, word in ((1.01, "a day"), (3, "3 days"), (10, "10 days"), (60, "60 days")) if days <= bound), "later")


def _band(a: Vector, b: Vector) -> str:
    if not a or not b:
        return "unknown"
    alike = cosine(a, b)
    return next((f"{bound:g}" for bound in (0.7, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05) if alike >= bound), "0")


def _story(odds: float) -> str:
    return next((word for bound, word in ((2.0, "surely one"), (0.0, "likely one"), (-2.0, "open")) if odds >= bound), "likely two")
