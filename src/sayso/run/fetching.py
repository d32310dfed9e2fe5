"""The fetching: what a ledger remembers of addresses, so that a repeated run asks only for what is new."""

from dataclasses import replace
from datetime import datetime

from sayso.ledger.fetches import Fetch, fetch_of, keep
from sayso.run.config import Config
from sayso.run.keeping import ledger


class LedgerMemory:
    """A ledger's memory of addresses; what is learned is written by `kept`, once the documents that came with it are committed."""

    def __init__(self, config: Config, now: datetime) -> None:
        self._store, self._now = ledger(config), now
        self._learned: dict[str, Fetch] = {}
        self.unchanged: list[str] = []

    def next(self, address: str) -> datetime | None:
        """When the address may be asked again; None: at once."""
        told = fetch_of(self._store, address).next
        return datetime.fromisoformat(told) if told else None

    def failures(self, address: str) -> int:
        """How often the address failed since it was last read."""
        return fetch_of(self._store, address).failures

    def tried(self, address: str, *, next: datetime, failures: int, note: str | None) -> None:
        """Writes down at once that the address was tried now, what came of it, and when it may be asked again."""
        known = fetch_of(self._store, address)
        now, then = (at.isoformat(timespec="seconds") for at in (self._now, next))
        keep(self._store, replace(known, failures=failures, tried=now, next=then, note=note))

    def validators(self, url: str) -> tuple[str | None, str | None]:
        """(ETag, Last-Modified) of the last whole answer."""
        known = fetch_of(self._store, url)
        return known.etag, known.modified

    def answered(self, url: str, etag: str | None, modified: str | None, *, changed: bool, whole: bool) -> None:
        """Takes note of an answer; of one that is not whole the validators are forgotten."""
        if not changed:
            self.unchanged.append(url)
        known = fetch_of(self._store, url)
        self._learned[url] = replace(
            known, etag=etag if whole else None, modified=modified if whole else None, tried=self._now.isoformat(timespec="seconds")
        )

    def knows(self, post: str) -> bool:
        """Is the whole text of this post here?"""
        return any(not document.excerpt for document in self._store.documents_of_post(post))

    def kept(self) -> None:
        """Writes down what was learned; to be called when all documents are committed."""
        for learned in self._learned.values():
            keep(self._store, learned)
        self._learned.clear()

    def close(self) -> None:
        """Lets go of the ledger."""
        self._store.close()
