"""The stranger: a body that bears the name of one in the pack, but is another land's («МИД Ирана»)."""

from collections.abc import Collection, Sequence

from sayso.claims.lands import area_at, country_at, lands_of
from sayso.claims.roster import Entry, Roster, by_words
from sayso.claims.view import View
from sayso.lexicon.pack import Actor, Pack
from sayso.lexicon.toponyms import toponym_book
from sayso.record.mention import Mention, MentionKind

_LEAST = 4  # letters of the stem of a land's name
_LOCAL_KINDS = frozenset({"police", "emergency service", "local authority", "health"})


def estranged(view: View, roster: Roster, inside: Sequence[Mention], entry: Entry) -> bool:
    """Is a body of the pack named, but as another land's («МИД Ирана»)?"""
    actor = roster.actor(entry.ids(("name",)), view.lang)
    return actor is not None and of_another_land(view, roster.pack, actor, inside, entry.first, entry.last)


def body_by_words(view: View, roster: Roster, inside: Sequence[Mention], first: int, last: int) -> Actor | None:
    """The body all of whose words stand in the source; None where a land beside them is another's than the body's."""
    actor = roster.actor(by_words(view, roster.pack, first, last), view.lang)
    placed = actor is not None and any(
        of_another_land(view, roster.pack, actor, inside, first, k) for k in range(first + 1, last) if not view.mark(k)
    )
    return None if placed else actor


def of_another_land(view: View, pack: Pack, actor: Actor, inside: Sequence[Mention], first: int, last: int) -> bool:
    """Do the words beside a body's name say that it is another land's («МИД Ирана», «азербайджанское Минобороны»)?

    An adjective of a people before the name, or a place in the genitive right after it. What the police or rescuers of a place are
    called tells no land.
    """
    if view.lang not in ("ru", "uk") or not actor.country:
        return False
    lands, known = lands_of(pack, view.book), toponym_book(view.lang).demonyms
    k = first if view.stems[first] in known else first - 1
    if k >= 0 and not view.marks[k] and view.stems[k] in known and view.pos(k) == "ADJ" and country_at(view, lands, k) != actor.country:
        return True
    if last < len(view) and _named_land(view, last, known) and country_at(view, lands, last) != actor.country:
        return True
    after = next((m for m in inside if m.kind is MentionKind.PLACE and view.tokens_in(m.span)[0] == last), None)
    if after is None or actor.kind in _LOCAL_KINDS:
        return False
    own = any(
        country_at(view, lands, k) == actor.country or actor.area in area_at(view, lands, k) for k in range(*view.tokens_in(after.span))
    )
    return not own and "gen" in view.tags[last].split(",")


def _named_land(view: View, k: int, peoples: Collection[str]) -> bool:
    """Is the word a land's name in the genitive, of which a people's adjective is made («Ирана», "иранский")?"""
    stem = view.stems[k]
    named = len(stem) >= _LEAST and view.capital(k) and "gen" in view.tags[k].split(",")
    return named and any(other.startswith(stem) for other in peoples)
