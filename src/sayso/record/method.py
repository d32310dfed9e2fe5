"""The method: what derived a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A named procedure with its version and the digest of the model or lexicon behind it."""

    name: str
    version: str
    digest: str = ""
