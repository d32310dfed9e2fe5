"""Packs of users."""

import pytest

from sayso.errors import DataError, MissingError
from sayso.sources.packs import pack_from

HEADER = 'name = "island"\nversion = "1"\n[sides.north]\nlabels = {en = "North"}\n'
ACTOR = '{"id": "guard", "kind": "military", "names": {"en": "Island Guard"}, "sides": [{"side": "north"}]}\n'


def pack_folder(folder, header=HEADER, actors=ACTOR, outlets=""):
    for name, text in (("pack.toml", header), ("actors.jsonl", actors), ("outlets.jsonl", outlets)):
        if text is not None:
            (folder / name).write_text(text, "utf-8")
    return folder


def test_a_folder_gives_a_pack(tmp_path):
    pack = pack_from(pack_folder(tmp_path))
    assert pack.name == "island"
    assert pack.actors["guard"].side() == "north"


def test_what_is_missing_is_named(tmp_path):
    with pytest.raises(MissingError, match="no such folder"):
        pack_from(tmp_path / "gone")
    with pytest.raises(MissingError, match=r"outlets\.jsonl"):
        pack_from(pack_folder(tmp_path, outlets=None))


@pytest.mark.parametrize(
    ("header", "actors"),
    [
        ("= no toml", ACTOR),
        ("a = " + "[" * 5000, ACTOR),
        (HEADER, "no json\n"),
        (HEADER, ACTOR.replace("north", "south")),
        (HEADER, ACTOR * 2),
    ],
)
def test_faults_are_told(tmp_path, header, actors):
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, header, actors))
    assert caught.value.faults


@pytest.mark.parametrize(
    ("field", "value", "want"),
    [
        ("aliases", '{"en": "abc"}', "list of words by language"),
        ("aliases", '{"en": [5]}', "list of words by language"),
        ("names", '{"en": 5}', "name by language"),
        ("names", '"Guard"', "name by language"),
        ("id", '["guard"]', "text"),
        ("id", "5", "text"),
        ("kind", "null", "one of armed group"),
        ("kind", '"army"', "'army' and not one of armed group"),
        ("kind", '["military"]', "one of armed group"),
        ("body", '["guard"]', "text or null"),
        ("area", '{"en": 1}', "text or null"),
        ("sides", '"north"', 'list of {"side"'),
        ("sides", '[{"side": ["north"]}]', 'list of {"side"'),
        ("in_office", '"2020"', "two days"),
        ("in_office", '["yesterday", null]', "guard: Invalid isoformat"),
    ],
)
def test_a_field_of_another_type_is_told(tmp_path, field, value, want):
    row = {"id": '"guard"', "kind": '"military"', "names": '{"en": "Island Guard"}'} | {field: value}
    text = "{" + ", ".join(f'"{key}": {held}' for key, held in row.items()) + "}\n"
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, actors=text))
    assert len(caught.value.faults) == 1
    assert want in caught.value.faults[0]


@pytest.mark.parametrize(
    "theatre",
    ['theatre = "x"\n', "theatre = {countries = 5}\n", 'theatre = {countries = [["UA"]]}\n', "theatre = {regions = [{x = 1}]}\n"]
)  # fmt: skip
def test_a_theatre_of_another_type_is_told(tmp_path, theatre):
    with pytest.raises(DataError, match="theatre") as caught:
        pack_from(pack_folder(tmp_path, header=theatre + HEADER))
    assert len(caught.value.faults) == 1


def test_a_faulty_line_is_told_once_and_not_by_all_who_refer_to_it(tmp_path):
    voices = "".join(f'{{"id": "o{n}", "kind": "channel", "names": {{"en": "Channel {n}"}}, "voice_of": "guard"}}\n' for n in range(30))
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, actors=ACTOR[:-3], outlets=voices))
    assert len(caught.value.faults) == 1
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, actors=ACTOR.replace("military", "army"), outlets=voices))
    assert len(caught.value.faults) == 1


def test_faults_of_other_lines_and_files_are_told_beside_a_faulty_line(tmp_path):
    lost = '{"id": "desk", "kind": "channel", "names": {"en": "Desk"}, "voice_of": "nobody", "side": "moon"}\n'
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, actors=ACTOR.replace("military", "army"), outlets=lost))
    told = "\n".join(caught.value.faults)
    assert len(caught.value.faults) == 3
    assert all(part in told for part in ("guard: ", "desk: voice_of 'nobody'", "desk: side 'moon'"))


def test_a_pack_needs_a_name(tmp_path):
    with pytest.raises(DataError, match=r"pack\.toml: name is missing"):
        pack_from(pack_folder(tmp_path, header=HEADER.replace("name", "title")))


@pytest.mark.parametrize(
    ("field", "value", "want"),
    [
        ("kind", '"newspaper"', "'newspaper' and not one of agency, channel, outlet, platform"),
        ("zone", '"Europe/Karvost"', "'Europe/Karvost' and not a time zone"),
        ("zone", '"+3"', "not a time zone"),
        ("zone", "3", "not a time zone"),
    ],
)
def test_a_kind_or_zone_that_an_outlet_cannot_have_is_told(tmp_path, field, value, want):
    row = {"id": '"desk"', "kind": '"outlet"', "names": '{"en": "Island Desk"}'} | {field: value}
    text = "{" + ", ".join(f'"{key}": {held}' for key, held in row.items()) + "}\n"
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, outlets=text))
    assert len(caught.value.faults) == 1
    assert want in caught.value.faults[0]


@pytest.mark.parametrize("zone", ["null", '"Europe/Kyiv"', '"+03:00"', '"UTC"', '"Etc/GMT+1"'])
def test_a_zone_that_there_is_is_taken(tmp_path, zone):
    text = f'{{"id": "desk", "kind": "outlet", "names": {{"en": "Island Desk"}}, "zone": {zone}}}\n'
    assert "desk" in pack_from(pack_folder(tmp_path, outlets=text)).outlets


@pytest.mark.parametrize("header", ["= no toml", 'name = "x"\nsides = 5\n', 'version = "1"\n', b'name = "\xff"'])
def test_a_fault_of_the_header_says_what_next(tmp_path, header):
    folder = pack_folder(tmp_path)
    (folder / "pack.toml").write_bytes(header if isinstance(header, bytes) else header.encode())
    with pytest.raises(DataError) as caught:
        pack_from(folder)
    assert caught.value.then
