"""The names of a document: persons, organisations, places and facilities, linked to the pack where it knows them."""

from collections.abc import Collection

from sayso import ids
from sayso.claims.capitals import PLAIN, Take, ruled
from sayso.claims.kinds import kinds, surnames
from sayso.claims.roster import Roster, prepared
from sayso.claims.view import View
from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.record.mention import Mention, MentionKind
from sayso.record.reading import Reading
from sayso.text.span import Span

_SURE = 0.9  # score of a place that the pack's word for a body or outlet gives way to


def names(reading: Reading, lexicon: Lexicon, pack: Pack) -> tuple[Mention, ...]:
    """The mentions in text order; the pack's names first, then an encoder's proposals, then rules, none overlapping one before it."""
    view, roster = prepared(reading, lexicon.cues, pack)
    return named(reading, view, roster, lexicon)


def named(reading: Reading, view: View, roster: Roster, lexicon: Lexicon) -> tuple[Mention, ...]:
    """As `names`, from a view and roster that were made before."""
    taken: list[Mention] = []
    free = bytearray(len(reading.text) + 1)

    def take(
        span: Span, kind: MentionKind, *, actor: str | None = None, outlet: str | None = None, name: str = "", score: float = 0.6
    ) -> None:
        if span.length <= 0 or any(free[span.start : span.end]):
            return
        free[span.start : span.end] = b"\x01" * span.length
        identity = ids.make("m", reading.document.id, span.start, span.end)
        taken.append(
            Mention(id=identity, span=span, kind=kind, name=name or base_form(view, span), actor=actor, outlet=outlet, score=score)
        )

    proposals = kinds(reading, view, roster)
    _listed(view, roster, take, {p.span for p, kind in proposals if kind is MentionKind.PLACE and p.score >= _SURE})
    for proposal, kind in proposals:
        take(proposal.span, kind, score=proposal.score)
    for span in surnames(view, proposals):
        take(span, MentionKind.PERSON, score=PLAIN)
    ruled(view, lexicon, take, guess=not any(p.vector for p in reading.passages))  # an encoder that passed over a name had its reasons
    return tuple(sorted(taken, key=lambda m: m.span))


def _listed(view: View, roster: Roster, take: Take, places: Collection[Span]) -> None:
    """The pack's names; bodies and outlets give way to `places` ("Belgium" is no Belga)."""
    for entry in roster.entries:
        span = view.span(entry.first, entry.last)
        actor = roster.actor(entry.ids(("name",)), view.lang)
        if span in places and not (actor and actor.person):
            continue
        if actor:
            take(span, MentionKind.PERSON if actor.person else MentionKind.ORGANISATION, actor=actor.id, name=actor.name("en"), score=0.95)
            continue
        surname = entry.ids(("surname",))
        if (surname and view.capital(entry.first) and entry.first not in view.sentence_starts) or (
            surname and any(i in roster.present for i in surname)
        ):
            person = roster.actor(surname, view.lang)
            if person and (person.id in roster.present or len(surname) == 1):
                take(span, MentionKind.PERSON, actor=person.id, name=person.name("en"), score=0.8)
                continue
        office = roster.actor(entry.ids(("office",)), view.lang)
        if office:
            continue
        outlet = roster.outlet(entry.ids(("name",), "outlet"))
        if outlet and outlet.kind != "platform" and (view.capital(entry.first) or view.capital(entry.last - 1)):
            take(span, MentionKind.ORGANISATION, outlet=outlet.id, name=outlet.name("en"), score=0.9)


def base_form(view: View, span: Span) -> str:
    """The words of a span with their base form where one inflected name stands alone, capitals kept.

    In Russian and Ukrainian the lemma; several words are brought to the nominative only where all of them are names.
    """
    first, last = view.tokens_in(span)
    if (
        view.lang not in ("ru", "uk")
        or last - first > 3
        or any(view.mark(k) for k in range(first, last))
        or (last - first > 1 and not all(view.capital(k) for k in range(first, last)))
    ):
        return span.of(view.text)
    written = []
    one = last - first > 1 and any("sg" in view.tags[k].split(",") for k in range(first, last))
    for k in range(first, last):
        surface, lemma = view.surface(k), view.lemmas[k]
        if (
            (one and {"gen", "pl"} <= set(view.tags[k].split(",")))  # «Вести Рам»: a surname that has no cases
            or "nom" in view.tags[k].split(",")
            or not surface[:1].isupper()
            or surface.isupper()
            or surface[0].casefold() != lemma[:1]
            or view.pos(k) not in ("NOUN", "PROPN")
        ):
            written.append(surface)
            continue
        parts = zip(lemma.split("-"), [*surface.split("-"), *[""] * lemma.count("-")], strict=False)
        written.append("-".join(part[:1].upper() + part[1:] if was[:1].isupper() else part for part, was in parts))
    return " ".join(written)
