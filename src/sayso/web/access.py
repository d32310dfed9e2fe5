"""The access: who may read and who may write, under which names the server answers, and what browsers are told."""

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE, FIELD, HEADER = "sayso_token", "token", "x-sayso-token"
MOST_BODY = 20_000  # bytes of a form
OPEN = ("/enter", "/static/desk.css")  # what is shown to those who have not entered
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "script-src 'none'; connect-src 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer": a browser would then send "Origin: null" with a form of our own.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The token that writing needs, and reading too where it is not `open`; `names` are host names that the server answers to.

    An address in digits is always answered: only a name can be pointed at us by somebody else (DNS rebinding).
    """

    token: str
    open: bool = True
    names: frozenset[str] = frozenset({"localhost"})

    def derived(self, use: str) -> str:
        """What stands for the token in a cookie or a form of ours: it tells nobody the token."""
        return hmac.new(self.token.encode(), use.encode(), hashlib.sha256).hexdigest()

    def knows(self, given: str | None, use: str = "") -> bool:
        """Is this the token, or what stands for it in this use?"""
        offered = (given or "").encode("utf-8", "replace")
        wanted = [self.token, *([self.derived(use)] if use else [])]
        matches = [hmac.compare_digest(offered, one.encode()) for one in wanted]  # each, so that the time taken tells nothing
        return any(matches)

    def answers_to(self, host: str | None) -> bool:
        """Is the host of a request one of ours?"""
        name = _name(host)
        if name is None:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self.names
        return True

    def same_origin(self, headers: Headers) -> bool:
        """Does a form come from a page of ours? Programs send no origin; browsers always do."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and parts.netloc.casefold() == headers.get("host", "").casefold()

    def entered(self, headers: Headers) -> bool:
        """Does the request carry the token, in a header or as the cookie of somebody who has entered?"""
        if HEADER in headers:
            return self.knows(headers[HEADER])
        bearer = headers.get("authorization", "")
        if bearer.casefold().startswith("bearer "):
            return self.knows(bearer[7:].strip())
        return self.knows(cookie(headers, COOKIE), "cookie")


class Guard:
    """Answers requests only under our names, shows pages only to those who may read, and tells browsers to be strict."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app, self.access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = {name for name, _ in message["headers"]}
                extra = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in held]
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        async def bare(message: Message) -> None:
            await strict(message if message["type"] == "http.response.start" else {**message, "body": b""})

        refusal = self._refusal(scope)
        head = scope["method"] == "HEAD"  # answered as GET, without the body
        await (refusal or self.app)({**scope, "method": "GET"} if head else scope, receive, bare if head else strict)

    def _refusal(self, scope: Scope) -> Response | None:
        headers, path = Headers(scope=scope), str(scope["path"])
        if not self.access.answers_to(headers.get("host")):
            told = "sayso: this server does not answer to that name; open it by its address, or start it with --name NAME\n"
            return _plain(told, 421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _plain(
                "sayso: this page takes no such request; pages are read with GET and forms sent with POST\n", 405, allow="GET, HEAD, POST"
            )
        if scope["method"] == "POST":
            if not self.access.same_origin(headers):
                return _plain("sayso: a form of another site is not taken; open the page here and send its form\n", 403)
            length = headers.get("content-length", "")
            if not length.isdecimal() or len(length) > 9 or int(length) > MOST_BODY:
                return _plain(f"sayso: a form of at most {MOST_BODY} bytes is taken, with its length in Content-Length\n", 413)
        if self.access.open or path in OPEN or self.access.entered(headers):
            return None
        if path.startswith("/api"):
            return _plain('{"error":"the token is missing; send it as the header X-Sayso-Token"}\n', 401, "application/json")
        return RedirectResponse("/enter", status_code=303)


def cookie(headers: Headers, name: str) -> str | None:
    """The value of a cookie; None where there is none, or the header is broken."""
    try:
        found = SimpleCookie(headers.get("cookie", "")[:4000]).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _name(host: str | None) -> str | None:
    """The name in a Host header, without port and brackets; None where it is broken."""
    if not host or any(ch in host for ch in "@/\\, "):
        return None
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".") or None
    except ValueError:
        return None


def _plain(words: str, status: int, kind: str = "text/plain", **headers: str) -> Response:
    return Response(words, status_code=status, media_type=kind, headers=headers)
