"""The released words: a quotation without the names of private persons."""

from sayso.lexicon.labels import label
from sayso.record.edition import Edition
from sayso.record.report import Evidence


def released(piece: Evidence, edition: Edition) -> str:
    """The words of a quotation; each name that the edition withholds is replaced by a note in the edition's language."""
    words, note = piece.quote, label("word: withheld", edition.lang)
    for document, span in sorted(edition.withheld, reverse=True):
        if document == piece.document and span.overlaps(piece.span):
            start, end = max(span.start, piece.span.start) - piece.span.start, min(span.end, piece.span.end) - piece.span.start
            words = words[:start] + note + words[end:]
    return words
