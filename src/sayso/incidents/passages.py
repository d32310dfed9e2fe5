"""The passage of a post: its words without what the channel says under every post."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from sayso.incidents.words import Vector, stems_of, vector
from sayso.record.document import Document
from sayso.text.folding import plain

SHINGLE = 4  # words
_LEAD = 60  # shingles that are the beginning of a text
_MOST = 400_000  # characters that are compared
_REPEATED = 3  # times that an outlet must repeat a line before it is a signature
_LINE = 240  # characters: a longer line is no signature
_LINK = re.compile(r"\[([^\]\n]{0,200})\]\([^)\s]{0,500}\)|https?://\S+|t\.me/\S+|www\.\S+|@\w{3,}")
_ASKS = re.compile(
    r"подпи[сш]|підпи[сш]|прислать новост|надіслати новин|читайте (?:также|нас)|читайте також|наш (?:чат|канал|бот)|буст|vk\.com|"
    r"subscribe|follow us|join (?:our|us)|read (?:also|more)|also read|abonnez|suivez|lire aussi|à lire",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is compared of a document: its word shingles (as hashes), its numbers, its vector.

    `words` counts its words, `lead` are its first shingles.
    """

    document: Document
    shingles: frozenset[int]
    numbers: Counter[str]
    vector: Vector
    words: int
    lead: frozenset[int]


def passages(documents: Sequence[tuple[Document, str | None]]) -> dict[str, Passage]:
    """Document id -> passage; lines that an outlet repeats under its posts, and lines that only link or ask to subscribe, are left out."""
    lines = {document.id: _lines(document) for document, _ in documents}
    signatures = _signatures((document, lines[document.id]) for document, _ in documents)
    return {
        document.id: _passage(document, lang, lines[document.id], signatures.get(document.outlet, frozenset()))
        for document, lang in documents
    }


def _lines(document: Document) -> list[str]:
    return [line.strip(" *_#>•\t\r|") for line in document.text[:_MOST].split("\n") if line.strip()]


def _signatures(documents: Iterable[tuple[Document, list[str]]]) -> Mapping[str | None, frozenset[str]]:
    counted: dict[str | None, Counter[str]] = defaultdict(Counter)
    for document, lines in documents:
        if document.outlet:
            # A signature opens or closes a post.
            counted[document.outlet].update({line for line in (lines[:1] + lines[-3:] if len(lines) > 1 else []) if len(line) <= _LINE})
    return {outlet: frozenset(line for line, n in lines.items() if n >= _REPEATED) for outlet, lines in counted.items()}


def _passage(document: Document, lang: str | None, lines: list[str], signatures: frozenset[str]) -> Passage:
    kept = [bare for line in lines if line not in signatures and (bare := _bare(line))]
    text = "\n".join(kept or [_bare(line) or line for line in lines])
    words = _WORD.findall(plain(text))
    size = min(SHINGLE, max(1, len(words)))
    shingles = (
        [crc32(" ".join(words[i : i + size]).encode("utf-8", "surrogatepass")) for i in range(len(words) - size + 1)] if words else []
    )
    return Passage(
        document=document,
        shingles=frozenset(shingles),
        numbers=Counter(word for word in words if word[0].isdigit()),
        vector=vector(stems_of(text, lang)),
        words=len(words),
        lead=frozenset(shingles[:_LEAD]),
    )


def _bare(line: str) -> str:
    """The line without links; empty where it only links or asks to subscribe."""
    bare = _LINK.sub(lambda m: m.group(1) or " ", line).strip(" *_|[]()-—•")
    if len(bare) <= _LINE and _ASKS.search(bare) and len(bare.split()) <= 14:
        return ""
    return bare if any(ch.isalnum() for ch in bare) and bare != "" else ""
