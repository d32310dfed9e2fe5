"""The container: the region or country that a text says a place lies in."""

from collections.abc import Mapping, Sequence

from sayso.places.belief import is_area
from sayso.places.naming import Scene
from sayso.places.spot import Spot
from sayso.record.place import Candidate, PlaceKind
from sayso.text.span import Span

# Words that may stand between a name and its container: "X in the northern Kursk region", "X du district de Y".
_BETWEEN = frozenset(
    "in в у во на en dans the of la le l' de du district район района районе району р-на northern southern eastern western "
    "northeastern northwestern southeastern southwestern central nearby".split()
)


def stated(toponyms: Sequence[Spot], i: int, found: Mapping[Span, Sequence[Candidate]], at: Scene) -> tuple[str, str] | None:
    """The region or country that stands right beside a name as its container: "X, Texas", "X in Kursk region", "X Курской области"."""
    spot = toponyms[i]
    if found.get(spot.span, ()) and found[spot.span][0].feature == "PCLI":
        return None
    nearest = toponyms[i + 1] if i + 1 < len(toponyms) else None
    if nearest is not None and at.words.sentences[nearest.first] == at.words.sentences[spot.first]:
        between = at.reading.text[spot.span.end : nearest.span.start].strip().casefold()
        if _container_words(between) and (key := _container(nearest, found, spot)):
            return key
    previous = toponyms[i - 1] if i else None
    if previous is not None and at.words.sentences[previous.first] == at.words.sentences[spot.first]:
        between = at.reading.text[previous.span.end : spot.span.start].strip().casefold()
        if between in ("'s", "’s") and (key := _container(previous, found, spot)):
            return key
        # "in the Kursk region village of X", "в Курской области, в селе X"
        if previous.how == "region" and spot.kind is PlaceKind.SETTLEMENT and len(between.split()) <= 4 and "." not in between:
            return _container(previous, found, spot)
    return None


def _container_words(between: str) -> bool:
    bare = between.strip(" ,()")
    few = bare.split()
    if between in ("", ",", "(", "-"):
        return True
    return len(few) <= 4 and all(word in _BETWEEN for word in few)


def _container(spot: Spot, found: Mapping[Span, Sequence[Candidate]], held: Spot) -> tuple[str, str] | None:
    """Country and region of a toponym that can hold another; None where it is a settlement, or a people's name."""
    if spot.how in ("demonym", "adjective", "facility"):
        return None
    inside = found.get(held.span, ())
    for candidate in found.get(spot.span, ())[:8]:
        if candidate.match == "variant" or candidate.feature not in ("PCLI", "ADM1", "ADM2"):
            continue
        key = (candidate.country, "" if candidate.feature == "PCLI" else candidate.name)
        if any(lies_in(c, key) for c in inside):
            return key
    first = found[spot.span][0] if found.get(spot.span) else None
    if first is None or first.feature not in ("PCLI", "ADM1") or first.match == "variant" or not inside or is_area(inside[0]):
        return None
    # A region that none of the candidates lies in still says where the place is not: "X in Kursk region", a village that the index lacks.
    certain = spot.how in ("region", "abbreviation") or not any(
        c.feature.startswith("PPL") and c.population > 50_000 for c in found[spot.span]
    )
    return (first.country, "" if first.feature == "PCLI" else first.name) if certain else None


def lies_in(candidate: Candidate, told: tuple[str, str]) -> bool:
    return candidate.country == told[0] and (not told[1] or told[1] in candidate.admin)
