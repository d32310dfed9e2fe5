"""The cast: those who spoke or were named in a document, where and by which words."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from sayso.claims.extents import plain
from sayso.claims.genders import feminine
from sayso.claims.introductions import nouns_of, single
from sayso.claims.lands import area_at, country_at, lands_of
from sayso.claims.roster import Roster, keys_at
from sayso.claims.speakers import named_speaker
from sayso.claims.view import View
from sayso.record.claim import Speaker, SpeakerKind
from sayso.record.mention import Mention, MentionKind

RECENT = 300  # speakers and names that are remembered
_REACH = 4  # paragraphs that a pronoun may reach back
_TITLES = ("person", "rank")


@dataclass(slots=True, kw_only=True)
class Heard:
    """Somebody who spoke or was named: where, and the words by which."""

    speaker: Speaker
    at: int
    paragraph: int
    words: frozenset[str]
    feminine: bool | None = None
    spoke: bool = True
    end: int = 0
    nouns: frozenset[str] = frozenset()
    """The nouns beside the name; of somebody without one the noun itself."""
    human: bool = False
    """Is it one human being, with a name or without?"""


@dataclass(slots=True, kw_only=True)
class Cast:
    """Those heard of so far in a document."""

    view: View
    roster: Roster
    mentions: tuple[Mention, ...]
    on: date | None
    heard: list[Heard] = field(default_factory=list)
    named: list[Heard] = field(default_factory=list)
    written: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()
    """The countries that have a side of their own in the conflict."""
    _areas: dict[int, frozenset[str]] = field(default_factory=dict)
    _countries: dict[int, frozenset[str]] = field(default_factory=dict)
    women: dict[str, bool] = field(default_factory=dict)
    """Of speakers and those named whether each is a woman, where that is known: as last heard, else as first named."""
    named_at: dict[str, list[int]] = field(default_factory=dict)
    """The tokens at which areas, and countries with a side of their own, are named, in order."""

    def __post_init__(self) -> None:
        self._survey()
        for entry in self.roster.entries:
            actor = self.roster.actor(entry.ids(("name",)), self.view.lang)
            if actor is not None and not actor.person:
                words = frozenset(keys_at(self.view, entry.first, entry.last))
                self.written.setdefault(actor.id, set()).add(words)
        for mention in self.mentions:
            if mention.kind not in (MentionKind.PERSON, MentionKind.ORGANISATION):
                continue
            first, last = self.view.tokens_in(mention.span)
            if first >= len(self.view):
                continue
            who = named_speaker(self.view, self.roster, self.mentions, first, last, self.on)
            if who is not None:
                self.named.append(self._entry(who, first, last, spoke=False))

    def _survey(self) -> None:
        """Where the text names countries and areas of the pack."""
        view, pack = self.view, self.roster.pack
        lands = lands_of(pack, view.book)
        self.parties = pack.parties(self.on)
        for k, mark in enumerate(view.marks):
            if mark:
                continue
            country, areas = country_at(view, lands, k), area_at(view, lands, k)
            if areas:
                self._areas[k] = areas
            if country:
                self._countries[k] = frozenset({country})
            elif areas and (within := {c for area in areas for c in lands.within.get(area, ())}):
                self._countries[k] = frozenset(within)
        for entry in self.roster.entries:
            actor = self.roster.actor(entry.ids(("name", "office", "metonym")), view.lang)
            if actor is not None and actor.country:
                self._countries.setdefault(entry.first, frozenset({actor.country}))
        self.named_at = {"area": sorted(self._areas), "party": sorted(k for k, found in self._countries.items() if found & self.parties)}

    @property
    def spoken_of(self) -> frozenset[str]:
        """The countries that the document names, and its publisher's."""
        theirs = {self.roster.publisher} if self.roster.publisher else set()
        return frozenset(theirs.union(*self._countries.values()))

    @property
    def areas_named(self) -> frozenset[str]:
        """The areas of the pack that the document may name."""
        return frozenset[str]().union(*self._areas.values())

    def areas_at(self, k: int) -> frozenset[str]:
        """The areas of the pack that a token may name."""
        return self._areas.get(k, frozenset())

    def countries_at(self, k: int) -> frozenset[str]:
        """The countries that a token names, or whose area or actor it does."""
        return self._countries.get(k, frozenset())

    def _entry(self, who: Speaker, first: int, last: int, *, spoke: bool) -> Heard:
        view = self.view
        words = {view.lemmas[k] for k in range(first, last) if not view.mark(k)} | {
            view.words[k] for k in range(first, last) if not view.mark(k)
        }
        title = first - 1
        if title >= 0 and view.among("person", title):
            words |= {view.lemmas[title], view.words[title]}
        person = who.kind is SpeakerKind.PERSON and not who.members
        alone = single(view, first, last) if who.id is None and not who.members else None
        nouns = nouns_of(view, first, last) if person and not spoke else frozenset[str]()
        if alone is not None:
            nouns |= {view.lemmas[alone], view.words[alone]}
        return Heard(
            speaker=who,
            at=first,
            paragraph=view.paragraph_of[first],
            words=frozenset(words),
            feminine=feminine(view, first, last, who, self.roster.pack.actors, nouns),
            spoke=spoke,
            end=last,
            nouns=nouns,
            human=person or alone is not None,
        )

    def hear(self, who: Speaker, first: int, last: int) -> None:
        """Remember a speaker by the words of its source; what was known of the gender before holds on."""
        heard = self._entry(who, first, last, spoke=True)
        if heard.feminine is None and not who.members:
            pronoun = next(
                (woman for name, woman in (("he", False), ("she", True)) if last - first == 1 and self.view.word_in(name, first)), None
            )
            heard.feminine = self.women.get(who.key, pronoun if self.view.lang == "en" else None)
        if heard.feminine is not None:
            self.women[who.key] = heard.feminine
        self.heard.append(heard)

    def named_within(self, first: int, last: int) -> list[Heard]:
        """Those whose names begin within tokens."""
        start, end = (bisect_left(self.named, at, key=lambda h: h.at) for at in (first, last))
        return self.named[start:end]

    def earlier(self, at: int) -> list[Heard]:
        """Those named before a token, the nearest ones of a long text."""
        end = bisect_left(self.named, at, key=lambda h: h.at)
        return self.named[max(0, end - RECENT) : end]

    def before(self, at: int) -> list[Heard]:
        paragraph = self.view.paragraph_of[at]
        near = [h for h in self.heard[-RECENT:] if h.at < at and paragraph - h.paragraph <= _REACH]
        return sorted(near, key=lambda h: h.at)


def apart(heard: Heard) -> list[Heard]:
    """Joint speakers one by one; the words of the source name them together and are left out."""
    if not heard.speaker.members:
        return [heard]
    return [
        Heard(
            speaker=m,
            at=heard.at,
            paragraph=heard.paragraph,
            words=frozenset(),
            spoke=heard.spoke,
            human=m.kind is SpeakerKind.PERSON,
        )
        for m in heard.speaker.members
    ]


def opens(view: View, heard: Heard) -> bool:
    """Does the name open its sentence, alone or in apposition to what does, or stand in the nominative?"""
    if heard.at in view.sentence_starts or heard.at - 1 in view.sentence_starts or "nom" in view.tags[heard.at].split(","):
        return True
    low, _ = view.unit_at(heard.at)
    comma = next((k for k in range(heard.at - 1, low, -1) if not view.any_of(_TITLES, k)), low)
    if comma <= low or view.words[comma] != "," or heard.speaker.kind is not SpeakerKind.PERSON:
        return False
    before = plain(view, comma, low)
    return before is not None and (before[0] == low or (before[0] == low + 1 and view.word_in("determiner", low)))
