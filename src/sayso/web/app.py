"""The application: pages and JSON of one desk behind one guard."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from sayso.errors import ConfigError, InputError, LedgerError, SaysoError
from sayso.run.desk import Desk
from sayso.version import __version__
from sayso.web import api, pages
from sayso.web.access import Access, Guard
from sayso.web.drawing import drawn

_WHAT = {404: "There is no such page", 405: "This page takes no such request"}


def application(desk: Desk, access: Access) -> FastAPI:
    """The pages and the JSON of a ledger."""
    # The usual pages about an interface load scripts from elsewhere: only the description is served.
    app = FastAPI(title="sayso", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.desk, app.state.access = desk, access
    app.include_router(pages.router)
    app.include_router(api.router)
    app.add_middleware(Guard, access=access)
    for kind in (HTTPException, RequestValidationError, SaysoError, Exception):
        app.add_exception_handler(kind, _told)
    return app


Handler = Callable[[Request, Exception], Awaitable[Response]]


async def _told(request: Request, error: Exception) -> Response:
    """What is wrong, where, and what next: as a page, or as JSON where JSON was asked for."""
    status, what, then = _said(error)
    where = request.url.path[:120]
    more = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if where.startswith("/api"):
        return JSONResponse({"error": what, "where": where, "then": then}, status_code=status, headers=more)
    return HTMLResponse(
        drawn("fault.html.j2", status=status, what=what, where=where, then=then, open_questions=None), status_code=status, headers=more
    )


def _misread(fault: dict[str, Any]) -> str:
    """What is wrong with a field of an address or a form, in words for people."""
    field, kind, bounds = str(fault["loc"][-1]), fault["type"], fault.get("ctx", {})
    told = {
        "string_pattern_mismatch": "a day is written as 2024-03-12",
        "string_too_long": f"at most {bounds.get('max_length')} characters are taken",
        "int_parsing": "a whole number is wanted",
        "int_parsing_size": "the number is too large",
        "greater_than_equal": f"at least {bounds.get('ge')} is wanted",
        "less_than_equal": f"at most {bounds.get('le')} is taken",
    }
    return f"{field}: {told.get(kind, fault['msg'])}"


def _said(error: Exception) -> tuple[int, str, str]:
    """(status, what is wrong, what next)."""
    if isinstance(error, RequestValidationError):
        faults = "; ".join(_misread(fault) for fault in error.errors()[:5])
        return 422, f"This cannot be understood: {faults[:400]}", "Correct the address or the form, or go to the start page."
    if isinstance(error, HTTPException):
        status = error.status_code
        return status, _WHAT.get(status, str(error.detail)), "Go to the start page; what the ledger holds can be reached from there."
    if isinstance(error, InputError):
        return 404, error.what, error.then
    if isinstance(error, ConfigError):
        return 422, error.what, error.then
    if isinstance(error, LedgerError):
        return 503, error.what, error.then
    if isinstance(error, SaysoError):
        return 500, error.what, error.then
    return 500, "The page could not be made", "This is a fault of sayso: please report it with the address of the page."
