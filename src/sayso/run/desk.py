"""The desk: a ledger held open for reading and judging, with its edition kept until something is added."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from sayso import ids
from sayso.errors import InputError
from sayso.ledger import shelf
from sayso.ledger.shelf import Listed
from sayso.ledger.store import SqlLedger
from sayso.lexicon.pack import Pack
from sayso.record.account import Account
from sayso.record.annotation import Annotation
from sayso.record.edition import Edition, Entry
from sayso.record.judgement import Judgement, Question
from sayso.run.assembly import pack
from sayso.run.briefing import Ground, grounded
from sayso.run.config import Config, config
from sayso.run.front import edition_of_ledger, written
from sayso.run.judging import judged
from sayso.run.keeping import Trace, ledger, trace
from sayso.run.reviewing import Queue, answered, judgement_on, question_of, queue_on
from sayso.run.revising import superseded
from sayso.run.showing import shown

__all__ = ["Desk", "Heard", "Holdings", "Listed", "Shown", "speaker_id"]

_KEPT = 12  # editions and pages in memory
_MOST_TRACES = 50
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a ledger holds: numbers, and the first and last day of publication."""

    documents: int
    judgements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A document as people corrected it, its other versions, how often it was read, and the later text of its post that stands."""

    annotation: Annotation
    versions: tuple[Listed, ...]
    readings: int
    superseded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A speaker of the edition: `incidents` counts those that he tells of."""

    id: str
    name: str
    side: str | None
    incidents: int


class Desk:
    """A ledger with its edition, its open questions and its documents; what is costly is made once for each state of the ledger."""

    def __init__(self, settings: Config, *, since: str | None = None, until: str | None = None) -> None:
        """Opens the ledger; LedgerError where there is none or it is faulty."""
        self.settings, self.since, self.until = settings, since, until
        self._store, self._file = ledger(settings, make=False), _file(settings.ledger)
        self.pack: Pack = pack(settings.pack)
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = RLock()

    @property
    def store(self) -> SqlLedger:
        """The ledger under its name: where another file was put in its place, that one; LedgerError where it is gone."""
        if _file(self.settings.ledger) == self._file:
            return self._store
        with self._lock:
            found = _file(self.settings.ledger)
            if found != self._file:
                self._store.close()  # first: what it has not yet written into its file must not go into the other
                self._kept.clear()
                self._store, self._file = ledger(self.settings, make=False), found
            return self._store

    def close(self) -> None:
        """Lets go of the ledger."""
        self._store.close()

    def holdings(self) -> Holdings:
        """What the ledger holds."""
        _, documents, judgements = shelf.state(self.store)
        first, last = shelf.days(self.store)
        return Holdings(documents=documents, judgements=judgements, first=first, last=last)

    def edition(self, *, lang: str | None = None, rule: str | None = None) -> Edition:
        """The edition of the ledger; ConfigError for a language or rule that there is not."""
        wanted = self._with(lang, rule)
        return self._once(("edition", wanted), lambda: edition_of_ledger(wanted, since=self.since, until=self.until)[0])

    def page(self, *, lang: str | None = None, rule: str | None = None) -> str:
        """The edition as HTML, as `sayso brief --format html` writes it."""
        wanted = self._with(lang, rule)
        return self._once(("page", wanted), lambda: written(self.edition(lang=lang, rule=rule), "html"))

    def ground(self) -> Ground:
        """The annotations of the ledger, as people corrected them, and how they were grouped; of each post the text that stands."""
        return self._once("ground", self._grounded)

    def queue(self) -> Queue:
        """What is to be reviewed."""
        return self._once("queue", lambda: queue_on(self.ground()))

    def entry(self, key: str) -> Entry:
        """The incident of this id; InputError where the edition has none."""
        found = next((entry for entry in self.edition().entries if entry.incident.id == key), None)
        if found is None:
            raise InputError(f"no incident {key[:60]}", then="it may have been joined with another by what was added since: see /incidents")
        return found

    def accounts(self, key: str) -> list[tuple[Entry, Account]]:
        """The accounts of the speaker of this id, by the start of their incidents; InputError where nobody has it."""
        found = [(e, a) for e in self.edition().entries for a in e.accounts if speaker_id(a) == key]
        if not found:
            raise InputError(f"no speaker {key[:60]}", then="see /speakers for all who speak in the edition")
        return sorted(found, key=lambda pair: (pair[0].incident.start is None, str(pair[0].incident.start), pair[0].number))

    def speakers(self) -> list[Heard]:
        """Who speaks in the edition, those of most incidents first."""
        return self._once("speakers", lambda: _heard(self.edition()))

    def annotation(self, document: str | None) -> Annotation | None:
        """The annotation of a document, as people corrected it; None where there is none."""
        found = self._once("annotations", lambda: {a.document.id: a for a in self.ground().judged.annotations}).get(document or "")
        return found or (next(iter(self.store.annotations(documents=[document])), None) if document else None)

    def documents(
        self, *, since: str | None = None, until: str | None = None, outlet: str | None = None, first: int = 0, most: int = 50
    ) -> tuple[int, tuple[Listed, ...]]:
        """(how many documents there are, a page of them)."""
        return shelf.page(self.store, since=since, until=until, outlet=outlet, first=first, most=most)

    def outlets(self) -> list[str]:
        """The outlets of the ledger."""
        return list(shelf.outlets(self.store))

    def document(self, key: str) -> Shown:
        """A document with what was found in it; InputError where the ledger has none of this id."""
        for annotation in self.store.annotations(documents=[key]):
            told = judged([annotation], [j for j in self.store.judgements() if j.document == key and j.kind != "pair"], self.pack)
            return Shown(
                annotation=told.annotations[0],
                versions=shelf.versions(self.store, key),
                readings=shelf.readings(self.store, key),
                superseded=self._once("superseded", self._superseded).get(key),
            )
        raise InputError(f"no document {key[:60]}", then="see /documents for all there are")

    def traces(self, sentence: str) -> list[tuple[Trace, str]]:
        """Where a sentence stands, the earliest first, each with the passage as it may be shown; InputError for one without words."""
        found = trace(sentence, self.settings)[:_MOST_TRACES]
        read = {a.document.id: a for a in self.store.annotations(documents=[t.document.id for t in found])}
        return [(t, shown(read[t.document.id], t.passage.span)) for t in found]

    def question(self, key: str) -> tuple[Question, Judgement | None]:
        """A question and the judgement that stands on it; InputError where there is none of this id."""
        question = question_of(key, self.ground(), self.settings)
        return question, judgement_on(question, self.ground())

    def judge(self, key: str, answer: str, by: str, note: str = "") -> Judgement:
        """The judgement, kept in the ledger."""
        with self._lock:
            question, _ = self.question(key)
            return answered(question, answer, by, self.settings, note=note)

    def _grounded(self) -> Ground:
        gone = self._once("superseded", self._superseded)
        read = [a for a in self.store.annotations() if a.document.id not in gone]
        return grounded(read, self.settings, self.store.judgements())

    def _superseded(self) -> dict[str, str]:
        return superseded((a.document for a in self.store.annotations()), self.store.arrivals())

    def _with(self, lang: str | None, rule: str | None) -> Config:
        given = {key: value for key, value in (("lang", lang), ("rule", rule)) if value}
        if not given:
            return self.settings
        checked = config(None, **given)
        return replace(self.settings, **{key: getattr(checked, key) for key in given})

    def _once(self, what: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for the ledger as it is now; one at a time, so that a crowd does not make the same thing many times."""
        with self._lock:
            key = (what, shelf.state(self.store))
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Made = self._kept[key]
                return found
            made = make()
            self._kept = OrderedDict((k, v) for k, v in self._kept.items() if k[1] == key[1])  # type: ignore[index]
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return made


def _file(address: str) -> tuple[int, int] | None:
    """What tells a file from another of its name; None for a server's ledger, or none."""
    try:
        told = Path(address).stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def speaker_id(account: Account) -> str | None:
    """The id under which an account's speaker, or the outlet in its own voice, is looked up; None where nobody is known."""
    if account.speaker is not None:
        return ids.make("s", account.speaker.key)
    return ids.make("s", "outlet", account.outlet) if account.outlet else None


def _heard(edition: Edition) -> list[Heard]:
    found: dict[str, list[Account]] = {}
    for entry in edition.entries:
        for account in entry.accounts:
            if key := speaker_id(account):
                found.setdefault(key, []).append(account)
    heard = [
        Heard(
            id=key,
            name=those[0].name,
            side=those[0].speaker.side if those[0].speaker else None,
            incidents=len({account.incident for account in those}),
        )
        for key, those in found.items()
    ]
    return sorted(heard, key=lambda h: (-h.incidents, h.name, h.id))
