"""The drawing: templates turned into pages; what documents say is text only."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from sayso.record.figure import Figure
from sayso.run.desk import Desk, speaker_id
from sayso.run.publishing import counted, disputed, does, style
from sayso.text.instant import order, stamp
from sayso.text.printable import printable
from sayso.text.span import Span


@cache
def environment() -> Environment:
    """The templates: every value is escaped, and loses what steers a terminal or turns the direction of writing."""
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_source),
        finalize=_final,
    )
    made.globals.update(
        address=address, day=day, order=order, stamp=stamp, counted=counted, counts=counts, web=is_web, speaker_id=speaker_id
    )
    made.globals.update(disputed=disputed, does=lambda account: does(account, lang="en"))
    made.filters["flat"] = lambda words, most=160: _flat(words, most)
    return made


def drawn(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """A page."""
    return environment().get_template(template).render(**values)


def page(template: str, desk: Desk, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401 - as above
    """A page as an answer, with the number of open questions in its head."""
    words = drawn(template, open_questions=len(desk.queue().questions), **values)
    return HTMLResponse(words.encode("utf-8", "backslashreplace"), status_code=status)


def sheet() -> str:
    """The style sheet of the pages: the edition's, and what only these pages have."""
    return style() + _file("static", "desk.css")


def address(document: str, span: Span | None = None) -> str:
    """Where a document is shown, with a stretch of it marked."""
    where = f"/documents/{quote(document, safe='')}"
    return f"{where}?at={span.start}-{span.end}#here" if span else where


def day(at: datetime | str | None) -> str:
    """The day of a moment; "" where it is not known."""
    return (at.date().isoformat() if isinstance(at, datetime) else at[:10]) if at else ""


def counts(figures: Sequence[Figure]) -> list[str]:
    """Figures in words, each once."""
    return list(dict.fromkeys(counted(figure) for figure in figures))


def is_web(url: str | None) -> bool:
    """Is this an address that a page may link to?"""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _final(value: Any) -> Any:  # noqa: ANN401 - whatever a template holds
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _flat(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _source(name: str) -> str:
    return _file("templates", name)


@cache
def _file(folder: str, name: str) -> str:
    return resources.files("sayso").joinpath("web", folder, name).read_text("utf-8")
