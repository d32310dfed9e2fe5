"""Coreference: who speaks by the words of a source, a pronoun or a description in the document; nobody where two fit."""

from datetime import date

from sayso.claims.cast import RECENT, Cast
from sayso.claims.descriptions import described, short, with_known_members
from sayso.claims.pronouns import antecedent, last_body, of_pronoun
from sayso.claims.roster import Roster
from sayso.claims.speakers import is_pronoun, named_speaker, of_actor
from sayso.claims.view import View
from sayso.record.claim import Speaker
from sayso.text.span import Span

_THERE = frozenset({"там", "there", "там-то"})


def resolve(cast: Cast, first: int, last: int) -> Speaker | None:
    """The speaker that a source names or refers to; None where it is not plain."""
    view = cast.view
    pronoun = is_pronoun(view, first, last)
    if pronoun:
        return of_pronoun(cast, pronoun, first)
    words = [k for k in range(first, last) if not view.mark(k)]
    if len(words) == 1 and view.words[words[0]] in _THERE:
        return last_body(cast, first)
    if (
        view.word_in("possessive", words[0] if words else first)
        and len(words) <= 3
        and not any(view.capital(k) for k in words[1:])
        and view.among("adjunct", words[-1])
    ):
        before = [h for h in cast.before(first) if view.paragraph_of[first] - h.paragraph <= 1]
        return before[-1].speaker if before else None
    named = named_speaker(view, cast.roster, cast.mentions, first, last, cast.on)
    if named is not None and named.members:
        return with_known_members(cast, named, first)
    if named is not None and named.id is not None:
        return named
    if len(words) == 1 and view.among("relative", words[0]) and not view.capital(words[0]):
        return antecedent(cast, first)
    return described(cast, first, last) or short(cast, first, last) or named


def follower(view: View, cast: Cast, content: Span) -> Speaker | None:
    """The speaker of a quotation that goes on alone: the last one heard."""
    first, _ = view.tokens_in(content)
    before = [h for h in cast.heard[-RECENT:] if h.at < first]
    return before[-1].speaker if before else None


def voice(roster: Roster, identity: str | None, on: date | None) -> Speaker | None:
    """The actor whose voice an outlet is."""
    actor = roster.pack.actors.get(identity or "")
    return of_actor(actor, on) if actor else None
