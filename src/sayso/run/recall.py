"""The recall: what the ledger holds under the id of a claim, incident or account."""

from sayso.errors import InputError
from sayso.record.annotation import Annotation
from sayso.record.edition import Edition, Entry
from sayso.run.config import Config
from sayso.run.keeping import kept, ledger, said
from sayso.run.revising import arrivals, revised

_THEN = "`sayso brief --ledger {} --format json` lists the ids"


def document_of_claim(claim: str, config: Config) -> Annotation:
    """The annotation of the document that holds a claim; InputError where the ledger has no such claim."""
    store = ledger(config, make=False)
    try:
        found = store.document_of_claim(claim)
        for annotation in store.annotations(documents=[found] if found else []):
            return annotation
    finally:
        store.close()
    raise InputError(f"no claim {claim}", where=config.ledger, then=_THEN.format(config.ledger))


def entry_of(key: str, config: Config) -> tuple[Edition, Entry]:
    """The incident of this id, or the one that holds the account of this id; InputError where there is none."""
    edition, _ = revised(kept(config), config, arrivals(config), judgements=said(config))
    for entry in edition.entries:
        if key == entry.incident.id or any(key == account.id for account in entry.accounts):
            return edition, entry
    raise InputError(f"no incident or account {key}", where=config.ledger, then=_THEN.format(config.ledger))
