"""sayso: who says what happened. Every claim in a war report with its speaker, its relays and its exact words.

>>> import sayso
>>> annotation = sayso.annotate("The mayor said on Tuesday that two people were wounded.", published="2024-03-12")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.record.annotation import Annotation
    from sayso.record.claim import Claim, Speaker, Stance
    from sayso.record.document import Document, Unread, document
    from sayso.record.event import Event
    from sayso.record.figure import Figure
    from sayso.run.front import annotate, brief, take_in

_HOMES = {
    "Annotation": "sayso.record.annotation",
    "Claim": "sayso.record.claim",
    "Document": "sayso.record.document",
    "Event": "sayso.record.event",
    "Figure": "sayso.record.figure",
    "Speaker": "sayso.record.claim",
    "Stance": "sayso.record.claim",
    "Unread": "sayso.record.document",
    "annotate": "sayso.run.front",
    "brief": "sayso.run.front",
    "document": "sayso.record.document",
    "take_in": "sayso.run.front",
}

__all__ = [
    "Annotation",
    "Claim",
    "Document",
    "Event",
    "Figure",
    "Speaker",
    "Stance",
    "Unread",
    "__version__",
    "annotate",
    "brief",
    "document",
    "take_in",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    """Loads a public name when it is first asked for: `import sayso` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
