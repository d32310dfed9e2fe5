"""The plain reader: language, sentences, tokens and quotations of a document, without an encoder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.readers.language import identify
from sayso.record.document import Document, Unread
from sayso.record.method import Method
from sayso.record.reading import Reading, Tokens
from sayso.text.quotes import quotations
from sayso.text.sentences import paragraphs, sentences
from sayso.text.span import Span
from sayso.text.stems import stem
from sayso.text.words import bounds
from sayso.version import __version__

MOST_BYTES = 5_000_000


class Analyses(Protocol):
    """What the reader asks of a morphology."""

    def analyse(self, words: Sequence[str], lang: str | None) -> list[tuple[str, str]]:
        """(lemma, tag) of each word."""
        ...

    def names(self) -> tuple[str, ...]:
        """What stands behind each language."""
        ...


@dataclass(frozen=True, slots=True)
class PlainReader:
    """Reads documents without a model: its readings hold no proposals."""

    morphology: Analyses

    def read(self, documents: Iterable[Document]) -> Iterator[Reading | Unread]:
        """A reading of each document in order; a refusal of one that is larger than 5 MB."""
        for document in documents:
            refused = too_large(document)
            yield refused or self.reading(document)

    def reading(self, document: Document) -> Reading:
        """The reading of one document; without tokens, and of no language, where the text has no letters."""
        text = document.text
        lang, sure = identify(text, document.lang)
        found = sentences(text, lang) if lang else ()
        return Reading(
            document=document,
            lang=lang,
            lang_score=round(sure, 4),
            sentences=found,
            paragraphs=paragraphs(text),
            tokens=self.tokens(text, found, lang),
            quotations=quotations(text, lang),
            methods=(Method(name="plain reader", version=__version__, digest="; ".join(self.morphology.names())),),
        )

    def tokens(self, text: str, sentences: Sequence[Span], lang: str | None) -> Tokens:
        """The tokens of the sentences; the stem of a token without letter or digit is empty."""
        starts: list[int] = []
        ends: list[int] = []
        surfaces: list[str] = []
        lemmas: list[str] = []
        tags: list[str] = []
        for sentence in sentences:
            own, start = sentence.of(text), sentence.start
            spans = bounds(own)
            written = [own[first:last] for first, last in spans]
            surfaces += written
            starts += [start + first for first, _ in spans]
            ends += [start + last for _, last in spans]
            read = self.morphology.analyse(written, lang)
            lemmas += [lemma for lemma, _ in read]
            tags += [tag for _, tag in read]
        stems = (stem(word, lang) if word.isalnum() or any(ch.isalnum() for ch in word) else "" for word in surfaces)
        return Tokens(starts=tuple(starts), ends=tuple(ends), lemmas=tuple(lemmas), stems=tuple(stems), tags=tuple(tags))


def too_large(document: Document) -> Unread | None:
    """The refusal of a document whose text is larger than a reader takes; None for others."""
    size = len(document.text) if len(document.text) > MOST_BYTES else len(document.text.encode("utf-8", "surrogatepass"))
    if size <= MOST_BYTES:
        return None
    why = f"the text has {size / 1_000_000:.1f} MB, and a document may have {MOST_BYTES // 1_000_000}"
    return Unread(where=document.name, why=why, then="split it into its reports", name=document.name)
