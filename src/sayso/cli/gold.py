"""The gold on the screen: which view of a corpus is asked for, and the list of its documents."""

from typing import TYPE_CHECKING

from sayso.cli.golddocument import beside_shown, document_shown
from sayso.cli.goldincident import incident_shown, incidents_listed
from sayso.cli.screen import complain, console
from sayso.errors import InputError, sentence
from sayso.record.claim import Attribution
from sayso.record.document import Unread
from sayso.record.gold import GoldDocument
from sayso.run.gold import GoldFile
from sayso.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console

_OTHERS = 56  # columns that the table of documents needs beside ids and first words


def gold_shown(path: str, key: str | None, *, beside: bool, pack: str | None) -> None:
    """The list of a corpus, or the document or incident of an id."""
    file, screen = GoldFile(path), console()
    if beside and (key is None or file.of_incidents):
        raise InputError("--beside needs one document", where=path, then="give the file of documents, and the document's --id")
    if key is None:
        unread = incidents_listed(file, screen) if file.of_incidents else _documents_listed(file, screen)
        for refused in unread:
            complain(sentence(refused.why, refused.where, refused.then))
        return
    if file.of_incidents:
        incident_shown(file.incident(key), path, screen)
        return
    document = file.document(key)
    document_shown(document, file, screen)
    if beside:
        beside_shown(document, pack, screen)


def _documents_listed(file: GoldFile, screen: "Console") -> list[Unread]:
    """Prints the list; what could not be read is returned."""
    from rich.table import Table
    from rich.text import Text

    read = [item for item in file.documents() if isinstance(item, GoldDocument)]
    told = [sum(claim.attribution is Attribution.EXPLICIT for claim in item.annotation.claims) for item in read]
    table = Table(title=printable(file.path), title_justify="left")
    for heading in ("id", "lang", "outlet", "published", "claims", "first words"):
        table.add_column(heading, no_wrap=True, justify="right" if heading == "claims" else "left")
    longest = max((len(item.annotation.document.name) for item in read), default=2)
    room = max(8, screen.width - _OTHERS - longest)
    for item, claims in zip(read, told, strict=True):
        doc = item.annotation.document
        first = " ".join(doc.text[:400].split())
        cells = [Text(printable(x)) for x in (doc.name, doc.lang or "", doc.outlet or "", (item.published or "")[:10], str(claims), first)]
        for cell, most in ((cells[2], 16), (cells[5], room)):
            cell.truncate(most, overflow="ellipsis")
        table.add_row(*cells)
    screen.print(table)
    screen.print(f"{len(read)} documents, {sum(told)} claims; one of them: sayso show --gold {printable(file.path)} --id ID")
    return [item for item in file.documents() if isinstance(item, Unread)]
