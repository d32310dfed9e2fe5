"""The originator: the first mouth behind each report, not the relay (ANNOTATION.md rule 16)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from sayso import ids
from sayso.incidents.mouths import Mouth
from sayso.record.claim import RelayKind
from sayso.record.origin import Family, Origin, Reason
from sayso.record.report import Report
from sayso.text.instant import order


def originator(report: Report, forwards: Mapping[str, str] | None = None) -> tuple[str, str, str]:
    """Who said it first: (key, name, the rule by which it was found).

    A known speaker; else the channel that the document was forwarded from; else the agency or outlet that it names nearest to the
    speaker; else its own outlet. A document without any is its own originator.
    """
    speaker = report.speaker
    if speaker is not None and speaker.members:
        return "+".join(sorted(m.key for m in speaker.members)), speaker.name, "joint speakers"
    if speaker is not None and not (report.narrated and report.document in (forwards or {})):
        return speaker.key, speaker.name, "speaker"
    if forwards and report.document in forwards:
        return forwards[report.document].casefold(), forwards[report.document], "forwarded"
    for relay in report.relays:
        if relay.kind != RelayKind.PLATFORM:
            return relay.id or relay.name.casefold(), relay.name, "relay"
    if report.outlet:
        return report.outlet.casefold(), report.outlet, "outlet"
    return report.document, "origin not named", "document"


_UNNAMED = ("relay", "outlet", "document")  # rules whose originator a copy only borrows


def origins(reports: Iterable[Report], families: Sequence[Family] = (), forwards: Mapping[str, str] | None = None) -> tuple[Origin, ...]:
    """The independent originators of reports of one incident, sorted by id; each with its documents and the reason for every merge.

    Reports of one speaker are one origin through however many relays. Reports of nobody in particular, in copies of one text, are one
    origin too: that of the earliest copy.
    """
    forwards = forwards or {}
    family = {document: f for f in families for document in f.documents}
    found: dict[str, list[Report]] = defaultdict(list)
    names: dict[str, str] = {}
    rules: dict[str, set[str]] = defaultdict(set)
    for report in sorted(reports, key=lambda r: (_told(r), r.id)):
        key, name, rule = originator(report, forwards)
        if rule in _UNNAMED and (home := family.get(report.document)) is not None and len(home.documents) > 1:
            key, rule = home.id, "family"
        found[key].append(report)
        names.setdefault(key, name)
        rules[key].add(rule)
    made = (_origin(key, names[key], told, sorted(rules[key])) for key, told in found.items())
    return tuple(sorted(made, key=lambda origin: origin.id))


def _origin(key: str, name: str, reports: list[Report], rules: list[str]) -> Origin:
    documents = tuple(sorted({report.document for report in reports}))
    words = {
        "speaker": "one speaker, whoever relays it",
        "joint speakers": "the same joint speakers",
        "forwarded": "forwards of one channel",
        "relay": "one agency or outlet is named as the source",
        "outlet": "one outlet",
        "family": "copies of one text",
        "document": "no originator is named",
    }
    reasons = tuple(Reason(rule=rule, detail=words[rule], between=documents) for rule in rules) if len(documents) > 1 else ()
    return Origin(id=ids.make("o", key), name=name, documents=documents, reasons=reasons)


def document_origins(
    reports: Iterable[Report],
    families: Sequence[Family] = (),
    forwards: Mapping[str, str] | None = None,
    incident_of: Mapping[str, str] | None = None,
    credits: Mapping[str, Collection[str]] | None = None,
    mouths: Mapping[str, Mouth] | None = None,
    story_of: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Document id -> the id of its dominant origin: its mouth, on its story.

    Where `mouths` or `story_of` (by document id) know it not: the originator of its main report (its first where none is main), on its
    incident.

    Copies go back to whom the earliest copy goes back to; a document that relays one agency or outlet goes back to whom that one's earlier
    document on a shared incident does. `incident_of` maps report ids to incidents: two statements of one ministry on two happenings are
    two origins. `credits` maps document ids to the outlets that their texts name ("with Meridian Wire"): a rewrite or translation tells
    what the credited document's speakers said. A document without reports has no entry: `family_origins` gives it one.
    """
    forwards, incident_of = forwards or {}, incident_of or {}
    ordered = sorted(reports, key=lambda r: (not r.main, r.evidence[0].span.start if r.evidence else 0, r.id))
    first = {document: f.first for f in families for document in f.documents}
    family = {document: f for f in families for document in f.documents}
    mouths, story_of = mouths or {}, story_of or {}
    chosen: dict[str, Report] = {}
    for report in ordered:
        chosen.setdefault(report.document, report)
    resting = _resting(ordered, incident_of, credits or {})
    found = {}
    for document in sorted({*chosen, *mouths}):
        root = first.get(document, document)
        root = resting.get(document) or resting.get(root) or root
        root = first.get(root, root)
        if root not in chosen and root not in mouths:
            root = document
        if root in mouths:
            key, rule, about = mouths[root].key, mouths[root].rule, story_of.get(root)
        else:
            key, _, rule = originator(chosen[root], forwards)
            about = incident_of.get(chosen[root].id)
        home = family.get(root)
        found[document] = ids.make("o", home.id) if rule in _UNNAMED and home is not None else ids.make("o", key, about)
    return found


def _resting(
    reports: Sequence[Report], incident_of: Mapping[str, str], credits: Mapping[str, Collection[str]] = MappingProxyType({})
) -> dict[str, str]:
    """Document id -> the earlier document that it rests on: by an agency or outlet that it relays or credits, on an incident of both.

    What else it relays must be relayed by that document too; a document that relays several is a digest of its own. Where it only credits
    the outlet, most of its known speakers must be that document's.
    """
    speakers: dict[str, set[str]] = defaultdict(set)
    relayed: dict[str, set[str]] = defaultdict(set)
    outlets: dict[str, set[str]] = defaultdict(set)
    incidents: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)  # incident -> its documents
    for report in reports:
        own = (report.outlet or "").casefold()
        relayed[report.document] |= {r.name.casefold() for r in report.relays if r.kind != RelayKind.PLATFORM} - {own}
        if report.speaker is not None:
            speakers[report.document] |= {s.id for s in report.speaker.members or (report.speaker,) if s.id}
        if own:
            outlets[report.document].add(own)
        if report.id in incident_of:
            incidents[report.document].add(incident_of[report.id])
            holders[incident_of[report.id]].add(report.document)
    told = {report.document: _told(report) for report in reports}
    found = {}
    for document, names in relayed.items():
        credited = {name.casefold() for name in credits.get(document, ())}
        if not names and not credited:
            continue
        earlier = [
            other
            for other in {other for incident in incidents[document] for other in holders[incident]} - {document}
            for outlet in outlets[other]
            if any(_same_outlet(outlet, name) for name in names | credited)
            and told[other][:10] <= told[document][:10]
            and {name for name in names if not _same_outlet(outlet, name)} <= relayed[other]
            and (any(_same_outlet(outlet, name) for name in names) or _same_speakers(speakers[document], speakers[other]))
        ]
        # The one with which most is shared; of several the earliest.
        if earlier:
            found[document] = min(earlier, key=lambda d: (-len(incidents[d] & incidents[document]), told[d], d))
    # What rests on something that rests on something else would go round in circles: only what rests on nothing is rested on.
    return {document: other for document, other in found.items() if other not in found}


def _told(report: Report) -> str:
    """When its document was published, as a key by which times of several zones stand in order."""
    return order(report.published.isoformat() if report.published else None)


def _same_speakers(mine: set[str], theirs: set[str]) -> bool:
    """Are at least two speakers known, and three in four of them speakers of the other document too?"""
    return len(mine) >= 2 and 4 * len(mine & theirs) >= 3 * len(mine)


def _same_outlet(outlet: str, relay: str) -> bool:
    """Is the outlet the one that was relayed ("Meridian Wire", "Meridian Wire (example)")?"""
    return outlet == relay or (len(relay) > 3 and outlet.startswith(relay + " "))


def family_origins(families: Sequence[Family], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Document id -> origin for every document: as known, else that of its family's first, else the family's own."""
    known = known or {}
    return {d: known.get(d) or known.get(f.first) or ids.make("o", f.id) for f in families for d in f.documents}
