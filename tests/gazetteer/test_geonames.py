"""The import of a GeoNames dump."""

from pathlib import Path

import pytest

from sayso.errors import DataError, InputError
from sayso.gazetteer.geonames import import_dump
from sayso.gazetteer.index import Gazetteer


def row(identity: int, name: str, alternates: str, lat: float, lon: float, feature: str = "P\tPPL", admin: str = "41") -> str:
    return f"{identity}\t{name}\t{name}\t{alternates}\t{lat}\t{lon}\t{feature}\tRU\t\t{admin}\t\t\t\t12\t\t180\tEurope/Moscow\t2020-01-01\n"


def test_a_village_of_a_dump_is_found_under_all_its_spellings(tmp_path: Path):
    dump, codes, index = tmp_path / "RU.txt", tmp_path / "admin1.txt", tmp_path / "own.sqlite"
    dump.write_text(
        row(11, "Zorkovets", "Zorkowez,Зорковец", 51.2, 34.9) + row(12, "Zorkovets Road", "", 51.2, 34.9, feature="R\tRD"), "utf-8"
    )
    codes.write_text("RU.41\tKursk Oblast\tKursk Oblast\t538555\n", "utf-8")
    assert import_dump(dump, index, admin=codes, country_names={"RU": "Russia"}) == 1
    gazetteer = Gazetteer(index)
    for name in ("Zorkovets", "Зорковец", "Zorkowez"):
        (found,) = gazetteer.candidates((name,))
        assert (found.geonames_id, found.lat, found.lon, found.admin) == (11, 51.2, 34.9, ("Russia", "Kursk Oblast"))


def test_a_file_that_is_no_dump_is_refused_with_its_line(tmp_path: Path):
    (tmp_path / "no.txt").write_text("one\ttwo\n")
    with pytest.raises(DataError, match="line 1 has 2 columns"):
        import_dump(tmp_path / "no.txt", tmp_path / "out.sqlite")
    (tmp_path / "bad.txt").write_text(row(1, "X", "", 1, 2).replace("\t1\t2\t", "\tnorth\t2\t"))
    with pytest.raises(DataError, match="line 1 has no number"):
        import_dump(tmp_path / "bad.txt", tmp_path / "out.sqlite")
    with pytest.raises(InputError, match="cannot read"):
        import_dump(tmp_path / "none.txt", tmp_path / "out.sqlite")
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(DataError, match="no place"):
        import_dump(tmp_path / "empty.txt", tmp_path / "out.sqlite")
