"""The front door: what scripts and commands call."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sayso.errors import ConfigError
from sayso.record.annotation import Annotation
from sayso.record.document import Document, Unread, document
from sayso.record.edition import Edition, Translation
from sayso.run.config import Config, config
from sayso.sources.published import published_at

if TYPE_CHECKING:
    from sayso.sources.addresses import Memory

__all__ = ["annotate", "brief", "edition_of", "edition_of_ledger", "look", "take_in", "written"]


def annotate(
    text: str, *, published: str | datetime | date | None = None, outlet: str | None = None, settings: Config | None = None
) -> Annotation:
    """The annotation of one text: claims, events, figures, places, moments, mentions, all with spans into `text`.

    `published` is ISO 8601. Raises InputError where the text cannot be read.
    """
    from sayso.errors import InputError
    from sayso.run.assembly import pipeline

    given = document(text, published=_at(published), outlet=outlet)
    for annotation in pipeline(settings or Config()).annotations([given]):
        if isinstance(annotation, Annotation):
            return annotation
        raise InputError(annotation.why, where=annotation.where, then=annotation.then)
    raise InputError("no text was given")


def take_in(
    paths: Iterable[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    follow: bool = False,
    memory: "Memory | None" = None,
) -> Iterator[Document | Unread]:
    """The documents of files, folders, exports, feeds and addresses, and what could not be read.

    `follow` reads the pages that a fetched feed only sums up; a `memory` asks addresses only for what is new.
    """
    from sayso.sources.addresses import Manner
    from sayso.sources.take_in import documents

    manner = Manner(follow=follow, now=datetime.now(UTC), memory=memory)
    return documents(list(paths), published=published, outlet=outlet, manner=manner)


def look(paths: Iterable[str], settings: Config, *, published: str | None = None, outlet: str | None = None) -> Iterator[Annotation]:
    """The annotations of the documents in `paths`; InputError where one cannot be read."""
    from sayso.errors import InputError
    from sayso.run.assembly import pipeline

    for annotation in pipeline(settings).annotations(take_in(paths, published=published, outlet=outlet)):
        if isinstance(annotation, Unread):
            raise InputError(annotation.why, where=annotation.where, then=annotation.then)
        yield annotation


def brief(paths: Iterable[str], *, rule: str | None = None, settings: Config | None = None) -> Edition:
    """The edition of the documents in `paths`."""
    return edition_of(list(take_in(paths)), settings or config(rule=rule))[0]


def edition_of(
    documents: Iterable[Document | Unread],
    settings: Config,
    *,
    since: str | None = None,
    until: str | None = None,
    translations: str | None = None,
) -> tuple[Edition, Mapping[str, str]]:
    """The edition of these documents (of the days from `since` to `until`), and their texts by document id."""
    from sayso.run.assembly import pipeline
    from sayso.run.revising import revised

    since, until = _day(since, "since"), _day(until, "until")
    wanted = (d for d in documents if isinstance(d, Unread) or _within(d, since, until))
    return revised(pipeline(settings).annotations(wanted), settings, since=since, until=until, translations=_translated(translations))


def edition_of_ledger(
    settings: Config, *, since: str | None = None, until: str | None = None, translations: str | None = None
) -> tuple[Edition, Mapping[str, str]]:
    """The edition of what the ledger holds of these days, as people judged it, and the texts by document id."""
    from sayso.run.keeping import kept, said
    from sayso.run.revising import arrivals, revised

    since, until = _day(since, "since"), _day(until, "until")
    read, judgements = kept(settings, since, until), said(settings)
    order, given = arrivals(settings), _translated(translations)
    return revised(read, settings, order, since=since, until=until, translations=given, judgements=judgements)


def written(edition: Edition, format: str, width: int | None = None) -> str:
    """The edition as text, html, md or json; `width`: characters of a line of text, where it is not the usual one."""
    from sayso.run.publishing import published

    return published(edition, format, width)


def _at(value: str | datetime | date | None) -> datetime | date | None:
    return published_at(value) if isinstance(value, str) else value


def _day(value: str | None, name: str) -> str | None:
    """A day as ISO 8601; ConfigError for anything else."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        raise ConfigError(f"{value!r} is no day", where=f"--{name}", then="give it as 2024-03-12") from None


def _within(document: Document, since: str | None, until: str | None) -> bool:
    day = document.day.isoformat() if document.day else None
    if day is None:
        return not since and not until
    return (not since or day >= since[:10]) and (not until or day <= until[:10])


def _translated(path: str | None) -> tuple[Translation, ...]:
    from sayso.run.translations import translations_in

    return translations_in(path) if path else ()
