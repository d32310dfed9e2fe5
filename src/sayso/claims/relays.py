"""The relay: an agency, outlet or platform between speaker and document."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.marked import clean
from sayso.claims.proposal import Proposal
from sayso.claims.roster import Roster
from sayso.claims.view import END, MARKS, View
from sayso.lexicon.cues import Through
from sayso.lexicon.pack import Outlet
from sayso.record.claim import Relay, RelayKind
from sayso.text.span import Span

_KINDS = {"agency": RelayKind.AGENCY, "platform": RelayKind.PLATFORM}
_ORDER = {RelayKind.PLATFORM: 0, RelayKind.AGENCY: 1, RelayKind.OUTLET: 2}


def relay(outlet: Outlet, span: Span | None) -> Relay:
    """The relay that an outlet of the pack is."""
    return Relay(name=outlet.name("en"), kind=_KINDS.get(outlet.kind, RelayKind.OUTLET), span=span, id=outlet.id)


def relays_of(
    view: View, roster: Roster, proposal: Proposal, others: Sequence[Proposal], publisher: Outlet | None, speaker_id: str | None
) -> tuple[Relay, ...]:
    """The relays of a claim in order from the speaker to the document: what it was said on or to, then who hands it on.

    Looked for in the sentences of cue and content, outside of the content and of other claims' words.
    """
    found: dict[str, Relay] = {}
    for first, last in _zones(view, proposal):
        for outlet, a, b in outlets_in(view, roster, first, last):
            span = view.span(a, b)
            if (publisher is not None and outlet.id == publisher.id) or (outlet.id == speaker_id and outlet.kind != "agency"):
                continue
            if any(part.overlaps(span) for part in proposal.content):
                continue
            if outlet.id == speaker_id or (proposal.named is not None and proposal.named.overlaps(span)):
                continue
            if (
                proposal.named is None
                and any(part.overlaps(span) for part in proposal.source)
                and not _stands_apart(view, proposal, outlet, a)
            ):
                continue
            if _belongs_elsewhere(view, span, proposal, others):
                continue
            if outlet.id not in found:
                found[outlet.id] = relay(outlet, span)
    ordered = sorted(found.values(), key=lambda r: (_ORDER[r.kind], (r.span or Span(0, 0)).start))
    return tuple(ordered)


def _stands_apart(view: View, proposal: Proposal, outlet: Outlet, at: int) -> bool:
    """Is an outlet within the source a relay all the same: a platform after "on", the wire of "quotes the words of the colonel"?"""
    if outlet.kind == "platform":
        # "on his channel" tells where; "Telegram channels of the enemy" speak themselves
        return any(view.word_in("preposition", k) for k in range(max(0, at - 2), at))
    if heard_by(view, at) and at + 1 < view.tokens_in(proposal.source[-1])[1]:
        return True  # "confided to the AFP | Alexei Baranovsky"
    if proposal.source[0].start == view.starts[at] or not proposal.cue:
        return False
    first, last = view.tokens_in(proposal.cue[0])
    return any(rule.through is Through.REPORT and rule.after for k in range(first, last) for rule, _ in view.relays_at(k))


def heard_by(view: View, at: int) -> bool:
    """Stands a name behind the preposition of a hearer ("to the AFP", "auprès de l'AFP")?"""
    before = at - 1
    while before > 0 and view.word_in("determiner", before):
        before -= 1
    return before >= 0 and view.words[before] in _HEARERS


def _zones(view: View, proposal: Proposal) -> list[tuple[int, int]]:
    """The units that hold the cue and the end of the content."""
    units = []
    for span in (*proposal.cue, *proposal.source[:1], *proposal.content[-1:]):
        at = view.tokens_in(Span(span.end - 1, span.end))[0]
        if at < len(view) and (unit := view.unit_at(at)) not in units:
            units.append(unit)
    return units


def outlets_in(view: View, roster: Roster, first: int, last: int) -> list[tuple[Outlet, int, int]]:
    """Outlets named in a range: by name, or by a risky alias within a relay construction."""
    found: list[tuple[Outlet, int, int]] = []
    for entry in roster.within(first, last):
        ids = entry.ids(("name", "handle"), "outlet")
        outlet = roster.outlet(ids)
        if outlet:
            found.append((outlet, entry.first, entry.last))
            continue
        risky = entry.ids(("risky",), "outlet")
        if risky and in_construction(view, entry.first, entry.last, last):
            outlet = of_risky(view, roster, risky, entry.first)
            if outlet:
                found.append((outlet, entry.first, entry.last))
    platforms, channel = view.book.classes["platform"], _OWN_CHANNEL[view.lang]
    for k in range(first, last):
        named = view.words[k] in platforms or view.words[k] in channel
        if named and not any(a <= k < b for _, a, b in found):
            made = _platform(view, roster, k)
            if made:
                found.append((made, k, k + 1))
    return found


def of_risky(view: View, roster: Roster, ids: tuple[str, ...], at: int) -> Outlet | None:
    """One outlet of a risky alias: the one that the document names in full, else the one whose alias is without article as written."""
    outlets = [roster.pack.outlets[i] for i in ids]
    named = [o for o in outlets if any(o.id in e.ids(("name",), "outlet") for e in roster.entries)]
    if len(named) == 1:
        return named[0]
    surface = view.surface(at)
    exact = [o for o in outlets if any(surface in words for words in o.risky_aliases.values())]
    exact = exact or outlets
    return exact[0] if len(exact) == 1 else None


def in_construction(view: View, first: int, last: int, high: int) -> bool:
    """Is a name that may be a common word used as a relay's: "reports world." at the end, without article?"""
    for start in range(max(0, first - 4), first):
        for rule, end in view.relays_at(start):
            if rule.after and end == first and rule.through in (Through.REPORT, Through.BY, Through.ON):
                if rule.through is Through.ON:
                    return True
                closes = last >= high or view.words[last] in END or view.words[last] in (",", ")", "»", "”", '"')
                quoted = rule.through is Through.BY and not view.word_in("preposition", last) if last < high else True
                return closes or quoted
    opens = first - (1 if first and view.text[view.starts[first - 1]] in MARKS else 0)
    if opens == view.unit_at(first)[0] and ":" in (view.words[last : last + 2]):
        return True  # "«Маяк»: мост цел"
    # "wrote on Telegram world ." at the end of a relayed sentence
    ends = last >= high or view.words[last] in END
    return (
        ends and first > 0 and view.word_in("platform", first - 1) and any(view.relays_at(k) for k in range(max(0, first - 16), first - 1))
    )


def _platform(view: View, roster: Roster, k: int) -> Outlet | None:
    """The pack's platform that a platform word means ("телеграм-канале", "фейсбуці")."""
    word = view.words[k]
    if word == "x" and not (view.surface(k) == "X" and k > 0 and view.word_in("preposition", k - 1)):
        return None
    if word in ("max", "vk") and not view.surface(k).isupper():
        return None
    own = word in _OWN_CHANNEL[view.lang] and k > 0 and (view.word_in("possessive", k - 1) or view.words[k - 1].startswith(("сво", "son")))
    word = "telegram" if own else word
    for identity, names in _PLATFORMS.items():
        if word.startswith(names):
            return next(
                (o for o in roster.pack.outlets.values() if o.kind == "platform" and identity in o.name("en").casefold()), None
            ) or Outlet(id=identity, kind="platform", names={"en": identity.capitalize()})
    return None


_HEARERS = frozenset("to à au auprès".split())
_CITED = frozenset("to à au auprès by par via on sur".split())

_OWN_CHANNEL = {
    "en": frozenset({"channel"}), "ru": frozenset({"канале"}), "uk": frozenset({"каналі"}), "fr": frozenset({"canal", "chaîne"})
}  # fmt: skip
"""Words for a channel that is somebody's own ("on his channel"): one on Telegram."""

_PLATFORMS = {
    "telegram": ("telegram", "телеграм", "tg-"), "facebook": ("facebook", "фейсбу"), 
    "twitter": ("twitter", "твитт", "твітт"), 
    "instagram": ("instagram", "инстаграм", "інстаграм"),
    "youtube": ("youtube", "ютуб"), "vkontakte": ("vk", "вконтакт"), "tiktok": ("tiktok", "тикток", "тікток"), 
    "whatsapp": ("whatsapp",), "viber": ("viber",), "max": ("max",),
}  # fmt: skip


def _belongs_elsewhere(view: View, span: Span, proposal: Proposal, others: Sequence[Proposal]) -> bool:
    """Is the outlet nearer to another cue of the sentence, or in its content?"""
    unit = view.unit_at(view.tokens_in(span)[0])
    zone = view.span(*unit)
    mine = min(span.gap(cue) for cue in (*proposal.cue, proposal.frame)) if proposal.cue else 10_000
    for other in others:
        if other is proposal or not other.cue or not any(zone.overlaps(cue) for cue in other.cue):
            continue
        if other.source and other.source == proposal.source:
            continue  # "wrote on Telegram, adding that": one speaker, one way
        if any(part.overlaps(span) for part in other.content) and not any(part.covers(c) for part in other.content for c in proposal.cue):
            return True
        if any(part.overlaps(span) for part in other.source):
            if other.named is None and other.frame.end <= proposal.frame.start and view.words[view.tokens_in(span)[0] - 1] not in _CITED:
                return True  # "TASS speaks of five; RIA Novosti, it, counts six": it tells its own, and hands nothing on
            continue
        if min(span.gap(cue) for cue in (*other.cue, other.frame)) < mine and not any(
            part.covers(c) for part in other.content for c in proposal.cue
        ):
            return True
    return False


def handed_on(view: View, roster: Roster, proposal: Proposal) -> Proposal:
    """The proposal with a source that ends where an outlet takes over ("a statement by the ministry | carried by the Lamp")."""
    if not proposal.source:
        return proposal
    first, last = view.tokens_in(proposal.source[-1])
    for outlet, at, _ in outlets_in(view, roster, first, last):
        for k in range(max(first + 1, at - 5), at):
            through = any(rule.through is Through.BY and rule.after and 0 <= at - end <= 1 for rule, end in view.relays_at(k))
            if through and outlet.kind != "platform" and (kept := clean(view, first, k)).length:
                return replace(proposal, source=(*proposal.source[:-1], kept))
    return proposal


def trimmed(view: View, roster: Roster, proposal: Proposal) -> Proposal:
    """The proposal without a relay construction at the end of its content ("... was thwarted”reports world .")."""
    pieces = []
    for span in proposal.content:
        first, last = view.tokens_in(span)
        cut = None
        for entry in roster.within(first, last):
            stopped = entry.last < last and view.words[entry.last] in END
            if (
                last - entry.last > 4
                or (not stopped and any(view.finite(k) for k in range(entry.last, last)))
                or not entry.ids(("name", "risky", "handle"), "outlet")
            ):
                continue
            if entry.ids(("name",), "outlet") and entry.first - 1 > first and view.words[entry.first - 1] == ",":
                cut = entry.first - 1  # "... were affected, AFP."
            for start in range(max(first, entry.first - 4), entry.first):
                for rule, end in view.relays_at(start):
                    if rule.after and end == entry.first and rule.through in (Through.REPORT,) and (start == first or view.mark(start - 1)):
                        cut = start if cut is None else min(cut, start)
        if cut is None:
            pieces.append(span)
        elif cut > first:
            pieces.append(clean(view, first, cut))
    kept = tuple(piece for piece in pieces if piece.length)
    return replace(proposal, content=kept) if kept and kept != proposal.content else proposal
