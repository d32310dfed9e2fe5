"""A fault of a stage costs one document and is told; the others are answered."""

import pytest

from sayso.errors import MissingError
from sayso.record.annotation import Annotation
from sayso.record.document import Unread, document
from sayso.record.reading import Reading
from sayso.run import pipeline as stages
from sayso.run.assembly import pipeline
from sayso.run.config import config

TEXTS = ("The mayor said three houses burned.", "The governor said nobody was hurt.")


def run(raised: Exception, monkeypatch: pytest.MonkeyPatch) -> list[Annotation | Unread]:
    """The two texts annotated, with a stage that raises on the first."""
    whole = stages.figures

    def broken(reading: Reading, *rest: object) -> object:
        if reading.document.name == "0":
            raise raised
        return whole(reading, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(stages, "figures", broken)
    return list(pipeline(config()).annotations([document(text, name=str(n)) for n, text in enumerate(TEXTS)]))


def test_a_fault_refuses_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = run(IndexError("string index out of range"), monkeypatch)
    assert isinstance(first, Unread)
    assert first.where == "0"
    assert "IndexError: string index out of range" in first.why
    assert "report" in first.then
    assert isinstance(second, Annotation)
    assert second.claims


def test_what_all_need_is_no_fault_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingError):
        run(MissingError("no dictionary", where="x", then="install it"), monkeypatch)
