"""The exchange: JSON Lines of documents answered with JSON Lines of annotations or groups."""

import gc
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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

    Raises InputError where there is no such file, where it is a pipe, or where it is not JSON Lines at all.
    """
    if path == "-":
        return iter(sys.stdin.buffer)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode) and not Path(path).is_dir():
            # A pipe would wait for a writer, and could not be read from its beginning again.
            raise InputError("it is no file but a device, pipe or socket", where=path, then="use - for standard input")
        with Path(path).open("rb") as file:
            first = file.read(_FIRST)
        if first.strip() and not looks_like_json_lines(first):
            raise InputError("this is not JSON Lines", where=path, then=f"for a report as text, page or export use: sayso brief {path}")
        return _lines(Path(path))
    except (OSError, ValueError) as why:
        told = getattr(why, "strerror", None) or why
        raise InputError(f"cannot be read ({told})", where=path, then="give a file of JSON Lines, or - for standard input") from None


def answers(lines: Iterable[bytes], config: Config, stages: Pipeline | None = None) -> Iterator[tuple[bool, str]]:
    """(was it answered, the line of JSON) for each document of the lines, in order. `stages` stand in for those of the configuration."""
    with _uncollected():
        stages = stages or pipeline(config)
    loaded: set[str | None] = set()  # languages whose books and dictionaries are in memory
    for document in given(lines):
        if isinstance(document, Unread):
            yield False, line(refused(document))
            continue
        with _uncollected():
            annotations = list(stages.annotations([document]))
        for annotation in annotations:
            if isinstance(annotation, Unread):
                yield False, line(refused(annotation))
            else:
                if annotation.lang not in loaded:
                    gc.freeze()  # what was loaded for a language's first document stays: the collector need not go through it again
                    loaded.add(annotation.lang)
                yield True, line(annotated(annotation))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Loading and reading leave next to nothing to collect, and much to go through: the collector rests until a document is done."""
    rests = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not rests:
            gc.enable()


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file
