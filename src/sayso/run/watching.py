"""The watching: rounds over listed sources, each adding what is new to a ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sayso.errors import LedgerError, SaysoError
from sayso.record.document import Document, Unread, document
from sayso.run.assembly import pack
from sayso.run.config import Config
from sayso.run.fetching import LedgerMemory
from sayso.run.keeping import add
from sayso.sources.addresses import Manner
from sayso.sources.listing import Watched, watched_in
from sayso.sources.take_in import documents

_MOST_WAIT = timedelta(days=1)
_LONGEST = 32  # failures after which the wait grows no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of one source in one round. `failed`: nothing of it could be read, for the reason `why`; `next`: when it is asked again."""

    source: Watched
    new: int = 0
    known: int = 0
    unread: tuple[Unread, ...] = ()
    unchanged: bool = False
    failed: bool = False
    why: str = ""
    next: datetime


def sources_in(path: Path, config: Config) -> tuple[Watched, ...]:
    """The sources that a file lists; an error where it, or a pack that it names, is faulty."""
    found = watched_in(path)
    for name in dict.fromkeys(source.pack or config.pack for source in found):
        pack(name)
    return found


def due(sources: Sequence[Watched], config: Config, now: datetime) -> list[Watched]:
    """The sources whose time has come; those that failed wait longer each time."""
    with closing(LedgerMemory(config, now)) as memory:
        return [source for source in sources if (at := memory.next(source.at)) is None or at <= now]


def watch(sources: Iterable[Watched], config: Config, *, every: float, clock: Callable[[], datetime]) -> Iterator[Round]:
    """One round over these sources, told source by source; every document is whole in the ledger or not at all, whenever it is stopped.

    A source that fails stops no other, whatever its fault; a ledger that cannot be written stops the round. `every` is the minutes between
    two rounds of a source.
    """
    for source in sources:
        yield _asked(source, config, source.every or every, clock())


def _asked(source: Watched, config: Config, minutes: float, now: datetime) -> Round:
    settings = replace(config, pack=source.pack or config.pack)
    new = known = 0
    unread: list[Unread] = []
    with closing(LedgerMemory(settings, now)) as memory:
        given = documents([source.at], manner=Manner(follow=source.follow, now=now, memory=memory))
        try:
            for item, fresh in add((_named(found, source) for found in given), settings):
                if isinstance(item, Unread):
                    unread.append(item)
                else:
                    new, known = new + fresh, known + (not fresh)
            memory.kept()
            fault = "" if new or known or memory.unchanged or not unread else f"{unread[0].why}; {unread[0].then}"
        except LedgerError:
            raise
        except SaysoError as why:
            fault = str(why)
        except Exception as why:  # noqa: BLE001  (whatever it is, the other sources are read)
            fault = f"sayso has a fault that this source brings to light ({type(why).__name__}: {why})"
        failures = memory.failures(source.at) + 1 if fault else 0
        at = now + min(_MOST_WAIT, timedelta(minutes=minutes) * 2 ** min(failures, _LONGEST))
        memory.tried(source.at, next=at, failures=failures, note=fault[:500] or None)
        unchanged = bool(memory.unchanged)
    return Round(source=source, new=new, known=known, unread=tuple(unread), unchanged=unchanged, failed=bool(fault), why=fault, next=at)


def _named(found: Document | Unread, source: Watched) -> Document | Unread:
    """The document under the outlet and in the language that the list gives it."""
    if isinstance(found, Unread):
        return found
    outlet = source.outlet or found.outlet
    return replace(found, id=document(found.text, outlet=outlet).id, outlet=outlet, lang=source.lang or found.lang)
