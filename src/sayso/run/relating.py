"""The relating: which documents are one text, tell one story, and whose news each is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents.bare import bare_report
from sayso.incidents.families import families
from sayso.incidents.gist import gist
from sayso.incidents.group import group
from sayso.incidents.mouths import Mouth, mouth
from sayso.incidents.retellings import Kin, kin
from sayso.incidents.stories import stories
from sayso.lexicon.pack import Pack
from sayso.record.annotation import Annotation
from sayso.record.document import Document
from sayso.record.origin import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The families of documents; by document id its story (all that its words tell, known best as a whole) and its mouth."""

    copies: tuple[Family, ...]
    kin: Kin
    story_of: Mapping[str, str]
    mouths: Mapping[str, Mouth]


def relations(annotations: Sequence[Annotation], pack: Pack, others: Sequence[Document] = ()) -> Relations:
    """The relations of the documents of these annotations; `others` were not read, and may only be copies."""
    related = kin(gist(annotation, pack) for annotation in annotations)
    copies = families([*((a.document, a.lang) for a in annotations), *((document, None) for document in others)], related)
    wholes = {annotation.document.id: bare_report(annotation.document, annotation.lang) for annotation in annotations}
    told = group(wholes.values(), stories(wholes.values(), related, copies), copies)
    return Relations(
        copies=copies,
        kin=related,
        story_of={report.document: story.id for story in told for report in story.reports},
        mouths={annotation.document.id: mouth(annotation, pack) for annotation in annotations},
    )
