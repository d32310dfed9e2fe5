"""The passages of an account: its quotations, the latest first, copies of the same words taken together."""

from dataclasses import dataclass

from sayso.record.account import Account
from sayso.record.report import Evidence

OPEN = 3  # passages that are shown at once; the others a reader may open


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quotation and the documents in which the same words stand too."""

    piece: Evidence
    copies: tuple[Evidence, ...] = ()


def passages(account: Account) -> tuple[Passage, ...]:
    """The quotations of the account by report, the latest report first; words that several documents share stand once."""
    ordered = [piece for report in reversed(account.reports) for piece in report.evidence if piece in account.evidence]
    ordered += [piece for piece in account.evidence if piece not in ordered]
    return together(ordered)


def together(evidence: list[Evidence] | tuple[Evidence, ...]) -> tuple[Passage, ...]:
    """The quotations in the order given, each once with its copies; a quotation inside a longer one of the same document is left out."""
    found: dict[str, list[Evidence]] = {}
    for piece in dict.fromkeys(evidence):
        if not any(o.document == piece.document and o.span != piece.span and o.span.covers(piece.span) for o in evidence):
            found.setdefault(" ".join(piece.quote.split()).casefold(), []).append(piece)
    # The latest report comes first, but of equal words the earliest document is the one to read.
    return tuple(Passage(piece=pieces[-1], copies=tuple(reversed(pieces[:-1]))) for pieces in found.values())
