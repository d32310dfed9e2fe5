"""`sayso serve`: the pages of a ledger on this machine."""

import ipaddress
import secrets
import socket
from threading import Thread
from typing import Annotated

import typer

from sayso.cli.keeping import AtLedger
from sayso.cli.screen import complain, console
from sayso.errors import ConfigError, MissingError, SaysoError

_LEAST = 12  # characters of a token


def serve(
    ledger: AtLedger = None,
    host: Annotated[str, typer.Option(help="Where to listen. Anything but this machine makes reading need the token too.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(envvar="SAYSO_TOKEN", help="What people must give before they judge; made and printed where none is given."),
    ] = None,
    name: Annotated[list[str] | None, typer.Option(help="A host name under which the server is reached; may be repeated.")] = None,
    since: Annotated[str | None, typer.Option(help="The edition: only reports published on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(help="The edition: only reports published on or before this day.")] = None,
    rule: Annotated[str | None, typer.Option(help="The rule for best figures, as in `brief`.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
    delay_hours: Annotated[float | None, typer.Option(help="Hold back strikes of the last N hours (default 6; 0: none).")] = None,
) -> None:
    """Pages of a ledger: incidents, documents, speakers, questions to be answered; and the same as JSON under /api."""
    from sayso.run.config import config

    try:
        import uvicorn

        from sayso.run.desk import Desk
        from sayso.web.access import Access
        from sayso.web.app import application
    except ModuleNotFoundError as why:
        raise MissingError(f"the pages need the package {why.name}", then="pip install 'sayso[web]'") from None
    settings = config(ledger=ledger, pack=pack, rule=rule, delay_hours=delay_hours)
    if token is not None and len(token.strip()) < _LEAST:
        raise ConfigError(f"a token of fewer than {_LEAST} characters can be guessed", where="--token", then="give a longer one, or none")
    secret = token.strip() if token else secrets.token_urlsafe(24)
    here = _loopback(host)
    desk = Desk(settings, since=since, until=until)
    names = frozenset({"localhost", *((socket.gethostname().casefold(),) if not here else ()), *(n.casefold() for n in name or ())})
    app = application(desk, Access(token=secret, open=here, names=names))
    listening = _socket(host, port)
    shown = f"[{host}]" if ":" in host else host
    console(err=True).print(f"sayso: http://{shown}:{port}/ shows {settings.ledger}; stop with Ctrl-C", soft_wrap=True)
    if token is None or not here:
        told = f"token for judging{'' if here else ' and for reading'}: {secret if token is None else '(yours)'}"
        console(err=True).print(f"sayso: {told} (give it once at /enter)", soft_wrap=True)
    if not here:
        complain("what is served is not encrypted: put a server with HTTPS before it, or use it within a network that you trust")
    Thread(target=_warm, args=(desk,), daemon=True).start()
    try:
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)).run(sockets=[listening])
    finally:
        desk.close()


def _warm(desk: object) -> None:
    """Makes the edition before somebody asks for it; a fault is told to the one who asks."""
    from sayso.run.desk import Desk

    if isinstance(desk, Desk):
        try:
            desk.queue(), desk.edition()
        except SaysoError as why:
            complain(str(why))


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _socket(host: str, port: int) -> socket.socket:
    """A socket that listens there; ConfigError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError as why:
        made.close()
        raise ConfigError(
            f"cannot listen there ({why.strerror or why})", where=f"{host}:{port}", then="give another --port or --host"
        ) from None
    return made
