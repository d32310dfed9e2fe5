"""The repeat: a happening that one voice tells again."""

from collections.abc import Mapping, Sequence

from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.record.event import Kind
from sayso.record.mention import Mention, MentionKind

Named = Mapping[int, Sequence[Mention]]  # the names of each sentence


def told_once(
    view: View, spotted: Sequence[Sighting], owners: Sequence[str | None], named: Named
) -> tuple[list[Sighting], dict[int, Sighting]]:
    """The sightings without repeats (ANNOTATION.md, rule 34), and by sentence the first telling that a repeat there belongs to.

    What one claim (`owners`: one for each sighting) tells again is no second event, unless the later sentence names (`named`, by sentence)
    a place that the first does not. The document's own voice goes on from one event to the next: what it tells stays.
    """
    first: dict[tuple[str, Kind], Sighting] = {}
    kept: list[Sighting] = []
    belongs: dict[int, Sighting] = {}
    for sighting, owner in zip(spotted, owners, strict=True):
        here = view.sentences[sighting.first]
        before = first.setdefault((owner, sighting.kind), sighting) if owner is not None else sighting
        if before is not sighting and one_place(named, here, view.sentences[before.first]):
            belongs.setdefault(here, before)
        else:
            kept.append(sighting)
    return kept, belongs


def one_place(named: Named, here: int, there: int) -> bool:
    """Does a sentence name no place that another, which names some, does not?"""
    mine, others = ({m.name for m in named.get(at, ()) if m.kind is MentionKind.PLACE and m.actor is None} for at in (here, there))
    return not others or mine <= others
