"""The gold file: a corpus in JSON Lines, its documents or incidents looked up by id."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.errors import InputError, SaysoError
from sayso.record.claim import Claim
from sayso.record.document import Unread
from sayso.record.gold import GoldDocument, GoldIncident
from sayso.run.exchange import lines_of
from sayso.sources.gold import gold_document, gold_incident
from sayso.sources.posts import record

Json = dict[str, Any]
WANTED = 'give JSON Lines of documents with "text" and "claims" (data/accounts/dev.jsonl), or of incidents with "accounts"'


class GoldFile:
    """The rows of a file: its objects in order with their lines, and `unread` for what is no object."""

    def __init__(self, path: str) -> None:
        """Reads the file; InputError where it cannot be read or has another shape."""
        self.path = path
        self.unread: list[Unread] = []
        self._rows: list[tuple[int, Json]] = []
        try:
            for number, line in enumerate(lines_of(path), 1):
                if line.strip():
                    self._take(number, line)
        except InputError as why:
            raise InputError(why.what, where=path, then=WANTED) from None
        if not self._rows and self.unread:
            first = self.unread[0]
            raise InputError(first.why, where=first.where, then=first.then)
        if not self._rows:
            raise InputError("there is nothing in it", where=path, then=WANTED)
        _, first_row = self._rows[0]
        if "text" not in first_row and "accounts" not in first_row:
            missing = 'put the "text" of each document into its record' if "claims" in first_row else WANTED
            raise InputError("this is no file of gold", where=f"{path}, line {self._rows[0][0]}", then=missing)
        self.of_incidents = "text" not in first_row

    def _take(self, number: int, line: bytes) -> None:
        try:
            self._rows.append((number, record(line)))
        except InputError as why:
            self.unread.append(Unread(where=f"{self.path}, line {number}", why=why.what, then=why.then, line=number))

    def documents(self) -> Iterator[GoldDocument | Unread]:
        """The documents in order; a refusal for what cannot be read."""
        for number, row in self._rows:
            try:
                yield gold_document(row)
            except InputError as why:
                yield Unread(where=self._where(number, row), why=why.what, then=why.then, line=number)
        yield from self.unread

    def incidents(self) -> Iterator[GoldIncident | Unread]:
        """The incidents in order; a refusal for what cannot be read."""
        for number, row in self._rows:
            try:
                yield gold_incident(row)
            except InputError as why:
                yield Unread(where=self._where(number, row), why=why.what, then=why.then, line=number)
        yield from self.unread

    def document(self, name: str) -> GoldDocument:
        """The document of this id; InputError where there is none, or where something in it is wrong."""
        number, row = self._row(name)
        try:
            return gold_document(row)
        except InputError as why:
            raise InputError(why.what, where=self._where(number, row), then=why.then) from None

    def incident(self, name: str) -> GoldIncident:
        """The incident of this id; InputError where there is none, or where something in it is wrong."""
        number, row = self._row(name)
        try:
            return gold_incident(row)
        except InputError as why:
            raise InputError(why.what, where=self._where(number, row), then=why.then) from None

    def akin(self, field: str, value: str) -> tuple[str, ...]:
        """The ids of the documents that have this family or origin."""
        return tuple(str(row.get("id")) for _, row in self._rows if row.get(field) == value)

    def claim(self, reference: str) -> tuple[GoldDocument, Claim] | None:
        """The document and the claim that a reference such as a03-01:n1 names, where this file has it."""
        name, _, number = reference.rpartition(":")
        try:
            found = self.document(name)
        except SaysoError:
            return None
        return next(((found, claim) for claim in found.annotation.claims if claim.id == number), None)

    def _row(self, name: str) -> tuple[int, Json]:
        for number, row in self._rows:
            if str(row.get("id")) == name:
                return number, row
        names = [str(row.get("id")) for _, row in self._rows]
        near = get_close_matches(name, names, n=3) or names[:3]
        what = "incident" if self.of_incidents else "document"
        then = f"it has {', '.join(near)} ...; sayso show --gold {self.path} lists all"
        raise InputError(f"no {what} {name}", where=self.path, then=then)

    def _where(self, number: int, row: Json) -> str:
        name = row.get("id")
        return f"{self.path}, line {number}" + (f" ({name})" if isinstance(name, str | int) else "")


def told_in(incident: GoldIncident, path: str) -> Mapping[str, tuple[GoldDocument, Claim]]:
    """The claims that an incident refers to, by reference, read from the documents beside the file of incidents.

    The file of the incident's split is asked first, the others only for what it lacks; what no file has is left out.
    """
    wanted = {reference for account in incident.accounts for reference in account.claims}
    wanted |= {reference for account in incident.accounts for pair in account.supersedes for reference in pair}
    found: dict[str, tuple[GoldDocument, Claim]] = {}
    folder, own = Path(path).parent, f"{incident.split}.jsonl"
    beside = {p.name for p in folder.glob("*.jsonl")} - {Path(path).name}
    for name in sorted(beside, key=lambda name: (name != own, name)):
        if len(found) == len(wanted):
            break
        if (folder / name).is_file():
            found |= _claims_in(str(folder / name), wanted - found.keys())
    return found


def _claims_in(path: str, wanted: set[str]) -> Mapping[str, tuple[GoldDocument, Claim]]:
    try:
        file = GoldFile(path)
    except SaysoError:
        return {}  # another file that lies there: what it would have told is shown as not found
    return {reference: found for reference in wanted if not file.of_incidents and (found := file.claim(reference))}
