"""The encoded reader: plain readings with the proposals of the encoder's heads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path

from sayso.readers.encoder import Encoder
from sayso.readers.plain import PlainReader, too_large
from sayso.record.document import Document, Unread
from sayso.record.method import Method
from sayso.record.reading import Reading

MOST_CHARACTERS = 250_000  # of a document that the encoder reads; what lies beyond is read by rules alone, so that time stays bounded
_SURROGATE = re.compile("[\ud800-\udfff]")


def packaged() -> Path | None:
    """The folder of the weights that come with the program; None where they were left out."""
    folder = Path(str(resources.files("sayso").joinpath("readers", "weights")))
    return folder if (folder / "manifest.json").is_file() else None


@cache
def encoder(folder: Path) -> Encoder:
    """The encoder of a folder of weights, loaded once."""
    return Encoder(folder)


@dataclass(frozen=True, slots=True)
class EncodedReader:
    """Reads documents with a model: one pass of the trunk over each passage, every head's proposals in the reading."""

    plain: PlainReader
    folder: Path

    def read(self, documents: Iterable[Document]) -> Iterator[Reading | Unread]:
        """A reading of each document in order; a refusal of one that is larger than 5 MB."""
        for document in documents:
            yield too_large(document) or self.reading(document)

    def reading(self, document: Document) -> Reading:
        """The plain reading with roles, links, names and passage vectors; as it is where the text has no words."""
        plain = self.plain.reading(document)
        if not plain.tokens:
            return plain
        heads = encoder(self.folder)
        found = heads.read(_readable(document.text[:MOST_CHARACTERS]))
        named = {key: str(heads.manifest.get(key, "")) for key in ("name", "version")}
        method = Method(name=named["name"], version=named["version"], digest=heads.digest)
        return replace(
            plain, roles=found.roles, links=found.links, stances=found.stances, names=found.names, triggers=found.triggers,
            passages=found.passages, methods=(*plain.methods, method),
        )  # fmt: skip


def _readable(text: str) -> str:
    """The text with lone surrogates replaced one by one: the tokenizer takes none, and offsets stay."""
    return _SURROGATE.sub("\ufffd", text)
