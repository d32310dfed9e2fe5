"""The exchange: JSON Lines of documents answered with JSON Lines of annotations or groups."""

import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.exports.exchange import annotated, line, refused
from sayso.record.document import Unread
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.run.pipeline import Pipeline
from sayso.sources.lines import given, looks_like_json_lines

_FIRST = 65536  # bytes by which a file is recognised


def lines_of(path: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input for "-".

    Raises InputError where there is no such file, or where it is not JSON Lines at all.
    """
    if path == "-":
        return iter(sys.stdin.buffer)
    try:
        with Path(path).open("rb") as file:
            first = file.read(_FIRST)
        if first.strip() and not looks_like_json_lines(first):
            raise InputError("this is not JSON Lines", where=path, then=f"for a report as text, page or export use: sayso brief {path}")
        return _lines(Path(path))
    except OSError as why:
        raise InputError(
            f"cannot be read ({why.strerror})", where=path, then="give a file of JSON Lines, or - for standard input"
        ) from None


def answers(lines: Iterable[bytes], config: Config, stages: Pipeline | None = None) -> Iterator[tuple[bool, str]]:
    """(was it answered, the line of JSON) for each document of the lines, in order. `stages` stand in for those of the configuration."""
    stages = stages or pipeline(config)
    frozen = False
    for document in given(lines):
        if isinstance(document, Unread):
            yield False, line(refused(document))
            continue
        for annotation in stages.annotations([document]):
            if isinstance(annotation, Unread):
                yield False, line(refused(annotation))
            else:
                yield True, line(annotated(annotation))
        if not frozen:
            gc.freeze()  # what was loaded for the first document stays: the collector need not go through it again
            frozen = True


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file
