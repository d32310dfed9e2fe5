"""The building of an edition."""

from collections.abc import Mapping
from dataclasses import replace

from sayso import ids
from sayso.editions.evidence import unsupported
from sayso.errors import EvidenceError
from sayso.record.edition import Edition


def edition(draft: Edition, texts: Mapping[str, str]) -> Edition:
    """The draft as an edition with its id; EvidenceError where it would say anything that no sentence of `texts` supports.

    `texts` maps document ids to texts. The id is a hash of all that the edition holds.
    """
    faults = unsupported(draft, texts)
    if faults:
        raise EvidenceError("the edition is not built", faults=faults, then="this is a fault of sayso: please report it with the documents")
    return replace(draft, id=ids.make("ed", ids.digest(repr(replace(draft, id="")).encode("utf-8", "backslashreplace"))))
