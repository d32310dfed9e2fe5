"""An encoder of one's own: the folder that `weights` names is read in place of the one in the wheel, or refused with a reason."""

import json
from pathlib import Path

import pytest

from sayso.errors import ConfigError, DataError
from sayso.readers.encoded import packaged
from sayso.readers.encoder import Encoder
from sayso.record.document import document
from sayso.run.assembly import pipeline
from sayso.run.config import FILE, Config, config
from sayso.run.inspection import checkup


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder with the packaged encoder under another name."""
    folder = packaged()
    if folder is None:
        pytest.skip("the weights were left out of this installation (src/sayso/readers/weights)")
    mine = tmp_path / "mine"
    mine.mkdir()
    for path in folder.iterdir():
        if path.name != "manifest.json":
            (mine / path.name).symlink_to(path)
    told = json.loads((folder / "manifest.json").read_text("utf-8")) | {"name": "own-encoder", "version": "7"}
    (mine / "manifest.json").write_text(json.dumps(told), "utf-8")
    return mine


def test_the_folder_that_the_settings_name_is_read(other: Path, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"weights = {json.dumps(str(other))}\n", "utf-8")
    settings = config(tmp_path)
    assert settings.weights == str(other)
    (found,) = pipeline(settings).reader.read([document("The mayor of Velin said that two bridges were down.")])
    assert ("own-encoder", "7") in {(method.name, method.version) for method in found.methods}
    assert found.roles
    assert any("own-encoder 7" in row["state"] for row in checkup(settings.weights))


@pytest.mark.parametrize("value", ["nowhere", "a\x00b"])
def test_a_folder_without_an_encoder_is_a_fault_of_the_settings(tmp_path: Path, value: str) -> None:
    (tmp_path / FILE).write_text(f"weights = {json.dumps(value)}\n", "utf-8")
    with pytest.raises(ConfigError):
        config(tmp_path)


@pytest.mark.parametrize("told", ["{}", "[]", '{"files": {}, "labels": {}}', '{"files": 3, "labels": []}'])
def test_a_manifest_that_names_no_encoder_is_told_where_it_stands(tmp_path: Path, told: str) -> None:
    (tmp_path / "manifest.json").write_text(told, "utf-8")
    with pytest.raises(DataError, match="does not name"):
        Encoder(tmp_path)
    assert Config(weights=str(tmp_path)).weights
    row = checkup(str(tmp_path))[-1]
    assert row["what"] == "encoder"
