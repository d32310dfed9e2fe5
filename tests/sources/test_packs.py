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
    ("header", "actors"), [("= no toml", ACTOR), (HEADER, "no json\n"), (HEADER, ACTOR.replace("north", "south")), (HEADER, ACTOR * 2)]
)
def test_faults_are_told(tmp_path, header, actors):
    with pytest.raises(DataError) as caught:
        pack_from(pack_folder(tmp_path, header, actors))
    assert caught.value.faults
