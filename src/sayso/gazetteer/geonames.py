"""The import of a GeoNames dump (allCountries.txt, UA.txt ...) into a place index of one's own."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from sayso.errors import DataError, InputError
from sayso.gazetteer.schema import Entry, write

_COLUMNS = 19
_CLASSES = frozenset("APHLT")  # regions, settlements, waters, areas, mountains; not roads, spots, woods
_THEATRE = frozenset({"UA", "RU", "BY", "MD"})
_SCRIPTS = "\u0530"  # letters below it are Latin, Greek or Cyrillic


def import_dump(
    dump: Path, index: Path, *, admin: Path | None = None, country_names: dict[str, str] | None = None, features: Collection[str] = _CLASSES
) -> int:
    """Writes a place index from a dump in GeoNames' format; the number of places comes back.

    `admin` is admin1CodesASCII.txt, `country_names` country codes' English names (the codes stand where they are missing).
    `features` are the feature classes to keep. Raises InputError where the file cannot be read, DataError where it is no such dump.
    """
    regions = _regions(admin) if admin else {}
    try:
        with dump.open(encoding="utf-8", errors="replace") as lines:
            entries = list(entries_of(lines, regions=regions, country_names=country_names or {}, features=features, where=str(dump)))
    except OSError as why:
        raise InputError(
            f"cannot read the dump: {why.strerror}", where=str(dump), then="give the unzipped .txt of a GeoNames dump"
        ) from None
    if not entries:
        raise DataError("the dump holds no place", where=str(dump), then="give the unzipped .txt of a GeoNames dump")
    return write(index, entries, {"licence": "GeoNames data: CC BY 4.0", "settlements": dump.name})


def entries_of(
    lines: Iterable[str],
    *,
    regions: dict[str, str],
    country_names: dict[str, str],
    features: Collection[str] = _CLASSES,
    where: str = "dump",
) -> Iterator[Entry]:
    """The places of a dump's lines; DataError at a line that is none.

    >>> line = "1\\tVerkhniy\\tVerkhniy\\tВерхний\\t51.5\\t35.5\\tP\\tPPL\\tRU\\t\\t41\\t\\t\\t\\t120\\t\\t180\\tEurope/Moscow\\t2020-01-01"
    >>> [(e.name, e.names, e.admin) for e in entries_of([line], regions={"RU.41": "Kursk Oblast"}, country_names={"RU": "Russia"})]
    [('Verkhniy', ('Verkhniy', 'Верхний'), ('Russia', 'Kursk Oblast'))]
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        cells = line.rstrip("\n").split("\t")
        if len(cells) != _COLUMNS:
            raise DataError(f"line {number} has {len(cells)} columns, not {_COLUMNS}", where=where, then="give a dump in GeoNames' format")
        identity, name, ascii_name, alternates, lat, lon, feature_class, feature, country, _, admin1, *_ = cells
        if feature_class not in features or (feature.endswith("H") and feature_class == "P"):
            continue
        try:
            at = (int(identity), float(lat), float(lon), int(cells[14] or 0))
        except ValueError:
            raise DataError(
                f"line {number} has no number where one must stand", where=where, then="give a dump in GeoNames' format"
            ) from None
        names = [n for n in (ascii_name, *alternates.split(",")) if n and _readable(n)]
        yield Entry(
            geonames_id=at[0], name=name, lat=at[1], lon=at[2], population=at[3], feature=feature or feature_class, country=country,
            admin=tuple(n for n in (country_names.get(country, country), regions.get(f"{country}.{admin1}")) if n),
            names=tuple(dict.fromkeys(names)), related=country in _THEATRE and feature_class == "P",
        )  # fmt: skip


def _readable(name: str) -> bool:
    return all(ch < _SCRIPTS or not ch.isalpha() or "\u1e00" <= ch < "\u2000" for ch in name)


def _regions(path: Path) -> dict[str, str]:
    """Code (RU.41) -> English name, of admin1CodesASCII.txt."""
    try:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    except OSError as why:
        raise InputError(f"cannot read the regions: {why.strerror}", where=str(path), then="give GeoNames' admin1CodesASCII.txt") from None
    return {row[0]: row[1] for row in rows if len(row) >= 2}
