"""The document: one report or post, as received."""

from dataclasses import dataclass
from datetime import date, datetime

from sayso import ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report or post; `text` is never altered, all spans point into it.

    `published` is an aware datetime, or a date where the hour is not known, or None.
    `name` is the id that the giver uses (a JSON id, a path, a post number), `key` the same where it is a number;
    `id` is a hash of outlet and text. `post` is what its outlet knows it by whatever its text (a post's number, an entry's id): two
    texts of one post are two revisions. `excerpt`: a summary, all that a feed carries; the whole stands at `url`.
    """

    id: str
    name: str
    text: str
    published: datetime | date | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    title: str | None = None
    forwarded_from: str | None = None
    edited: datetime | None = None
    raw_sha256: str = ""
    key: int | None = None
    post: str | None = None
    excerpt: bool = False

    @property
    def day(self) -> date | None:
        """The day of publication, in the offset it was given in."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def iso(self) -> str | None:
        """When it was published, in ISO 8601: a date where the hour is not known, None where nothing is.

        >>> document("text", published=date(2024, 3, 12)).iso, document("text").iso
        ('2024-03-12', None)
        """
        return self.published.isoformat() if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that could not be read: where it lies, why, and what to do next; `line` counts from 1 in line formats."""

    where: str
    why: str
    then: str = ""
    name: str | int | None = None
    line: int | None = None


def document(
    text: str,
    *,
    name: str = "",
    published: datetime | date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    title: str | None = None,
    forwarded_from: str | None = None,
    edited: datetime | None = None,
    raw: bytes | None = None,
    key: int | None = None,
    post: str | None = None,
    excerpt: bool = False,
) -> Document:
    """A document with its id and the hash of its raw bytes (of the text in UTF-8 where there are no others)."""
    plain = text.encode("utf-8", "surrogatepass")
    identity = ids.make("d", outlet or "", ids.digest(plain))
    return Document(
        id=identity,
        name=name or identity,
        text=text,
        published=published,
        outlet=outlet,
        url=url,
        lang=lang,
        title=title,
        forwarded_from=forwarded_from,
        edited=edited,
        raw_sha256=ids.digest(plain if raw is None else raw),
        key=key,
        post=post,
        excerpt=excerpt,
    )
