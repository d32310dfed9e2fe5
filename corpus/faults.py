"""The faults of a source file: where, and what is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing wrong in a file; a hint is a thing that may be wrong."""

    file: str
    line: int
    what: str
    hint: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'hint: ' if self.hint else ''}{self.what}"
