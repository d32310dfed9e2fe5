"""Coreference: who "he", "the ministry" or "there" is, from the speakers and names before it; nobody where two fit."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date

from sayso.claims.roster import SMALL, Roster, key, name_keys, of_country
from sayso.claims.speakers import is_pronoun, named_speaker, of_actor
from sayso.claims.view import View
from sayso.lexicon.pack import Actor
from sayso.record.claim import Speaker, SpeakerKind
from sayso.record.mention import Mention, MentionKind
from sayso.text.span import Span

_RECENT = 300  # speakers and names that are remembered
_REACH = 4  # paragraphs that a pronoun may reach back
_THERE = frozenset({"там", "there", "там-то"})
_MASCULINE = frozenset("никита илья лука микита ілля микола сава nikita ilya illia mykola joshua luca ezra barack".split())
_UNITS = frozenset(
    "unit group подразделение группировка "
    "підрозділ угруповання unité groupe formation отряд загін легион легіон légion legion battalion батальон батальйон "
    "bataillon brigade бригада corps корпус".split()
)
_BODIES = frozenset(
    "ведомство відомство department agency service ministry министерство міністерство ministère "
    "служба департамент штаб office команда".split()
)
_OFFICIALS = frozenset(
    "official officer politician чиновник чиновница офицер офіцер політик политик посадовець посадовиця очільник очільниця élu édile "
    "officier responsable politicien".split()
)
_OF_BODIES = ("organisation", "military", "government", "armed group")
_DEFINITE = frozenset("the this that le la l' les du au aux des ce cette ces".split())


@dataclass(slots=True, kw_only=True)
class Heard:
    """Somebody who spoke or was named: where, and the words by which."""

    speaker: Speaker
    at: int
    paragraph: int
    words: frozenset[str]
    feminine: bool | None = None
    spoke: bool = True


@dataclass(slots=True, kw_only=True)
class Cast:
    """Those heard of so far in a document."""

    view: View
    roster: Roster
    mentions: tuple[Mention, ...]
    on: date | None
    heard: list[Heard] = field(default_factory=list)
    _named: list[Heard] = field(default_factory=list)
    _written: dict[str, set[frozenset[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.roster.entries:
            actor = self.roster.actor(entry.ids(("name",)), self.view.lang)
            if actor is not None and not actor.person:
                words = frozenset(key(self.view.surface(k), self.view.lang) for k in range(entry.first, entry.last))
                self._written.setdefault(actor.id, set()).add(words)
        for mention in self.mentions:
            if mention.kind not in (MentionKind.PERSON, MentionKind.ORGANISATION):
                continue
            first, last = self.view.tokens_in(mention.span)
            if first >= len(self.view):
                continue
            who = named_speaker(self.view, self.roster, self.mentions, first, last, self.on)
            if who is not None:
                self._named.append(self._entry(who, first, last, spoke=False))

    def _entry(self, who: Speaker, first: int, last: int, *, spoke: bool) -> Heard:
        view = self.view
        words = {view.lemmas[k] for k in range(first, last) if not view.mark(k)} | {
            view.words[k] for k in range(first, last) if not view.mark(k)
        }
        title = first - 1
        if title >= 0 and view.among("person", title):
            words |= {view.lemmas[title], view.words[title]}
        return Heard(
            speaker=who,
            at=first,
            paragraph=view.paragraph_of[first],
            words=frozenset(words),
            feminine=self._feminine(first, last),
            spoke=spoke,
        )

    def _feminine(self, first: int, last: int) -> bool | None:
        words = {self.view.words[k] for k in range(first, last)}
        if words & {
            "spokeswoman",
            "представительница",
            "речниця",
            "представниця",
            "mme",
            "ms",
            "mrs",
            "пресс-секретарша",
            "очільниця",
            "congresswoman",
            "woman",
        }:
            return True
        given = next(
            (
                word
                for k in range(first, last)
                for word in (self.view.lemmas[k], self.view.words[k])
                if self.view.capital(k) and word in self.view.book.classes["given"]
            ),
            None,
        )
        if given is not None:
            return given.endswith(("a", "я", "а")) and given not in _MASCULINE
        return False if words & {"spokesman", "mr"} else None

    def hear(self, who: Speaker, first: int, last: int) -> None:
        """Remember a speaker by the words of its source."""
        self.heard.append(self._entry(who, first, last, spoke=True))

    def resolve(self, first: int, last: int) -> Speaker | None:
        """The speaker that a source names or refers to; None where it is not plain."""
        view = self.view
        pronoun = is_pronoun(view, first, last)
        if pronoun:
            return self._pronoun(pronoun, first)
        words = [k for k in range(first, last) if not view.mark(k)]
        if len(words) == 1 and view.words[words[0]] in _THERE:
            return self._last_body(first)
        if (
            view.word_in("possessive", words[0] if words else first)
            and len(words) <= 3
            and not any(view.capital(k) for k in words[1:])
            and view.among("adjunct", words[-1])
        ):
            before = [h for h in self._before(first) if view.paragraph_of[first] - h.paragraph <= 1]
            return before[-1].speaker if before else None
        named = named_speaker(view, self.roster, self.mentions, first, last, self.on)
        if named is not None and named.members:
            return self._with_known_members(named, first)
        if named is not None and named.id is not None:
            return named
        if len(words) == 1 and view.among("relative", words[0]) and not view.capital(words[0]):
            return self._antecedent(first)
        return self._described(first, last) or self._short(first, last) or named

    def _antecedent(self, at: int) -> Speaker | None:
        """Who a relative pronoun stands for: the one named just before it in the sentence."""
        low = self.view.unit_at(at)[0]
        return next((h.speaker for h in reversed(self._earlier(at)) if low <= h.at < at), None)

    def _short(self, first: int, last: int) -> Speaker | None:
        """A body named by some words of a name that the document has in full: "the Legion", "le ministère de la Défense"."""
        view = self.view
        words = [k for k in range(first, last) if not view.mark(k) and view.words[k] not in SMALL and not view.word_in("preposition", k)]
        if not 1 <= len(words) <= 4 or any(view.among(name, k) for k in words for name in ("person", "spokes", "witness", "sources")):
            return None
        if not any(view.among(name, k) for k in words for name in _OF_BODIES) and not any(
            view.capital(k) and k not in view.sentence_starts for k in words
        ):
            return None
        if (
            view.lang in ("en", "fr")
            and view.words[first] not in _DEFINITE
            and not (first and view.words[first - 1] in _DEFINITE)
            and not any(view.capital(k) for k in words)
            and first not in view.sentence_starts
        ):
            return None
        return self._bearing(frozenset(key(view.surface(k), view.lang) for k in words), first)

    def _bearing(self, keys: frozenset[str], at: int) -> Speaker | None:
        """The one body whose name has all these words; of several the one that spoke last nearby, or was named last in the paragraph."""
        # the names that stand in the document go before those that the pack knows besides
        bodies = [
            actor for i in sorted({*self.roster.present, *self._written}) if (actor := self.roster.pack.actors.get(i)) and not actor.person
        ]
        fitting = [actor for actor in bodies if any(keys <= words for words in self._written.get(actor.id, ()))]
        fitting = fitting or [actor for actor in bodies if any(keys <= bag for bag in name_keys(actor, self.view.lang))]
        found = {actor.id: of_actor(actor, self.on) for actor in fitting}
        countries = self.roster.countries
        if not found and countries[: 1 if len(keys) > 1 else 2] == countries[:1] and (one := _of_country(self.roster, keys)):
            return of_actor(one, self.on)
        if not found:
            unlisted = {
                h.speaker.key: h.speaker
                for h in self._earlier(at)
                if h.speaker.id is None
                and h.speaker.kind is not SpeakerKind.PERSON
                and keys < {key(word, self.view.lang) for word in h.speaker.name.split()}
            }
            return next(iter(unlisted.values())) if len(unlisted) == 1 else None
        if len(found) == 1:
            return next(iter(found.values()))
        here = self.view.paragraph_of[at]
        near = [one.speaker.key for h in self._before(at) if here - h.paragraph <= 1 for one in _apart(h)] or [
            h.speaker.key for h in self._earlier(at) if here - h.paragraph <= 1
        ]
        return next((found[k] for k in reversed(near) if k in found), None)

    def _with_known_members(self, joint: Speaker, at: int) -> Speaker:
        """Joint speakers, a short name among them ("the Legion") resolved where one body named before bears it."""
        members = []
        for member in joint.members:
            bearing = {
                h.speaker.key: h.speaker
                for whole in [*self._earlier(at), *self.heard[-_RECENT:]]
                for h in _apart(whole)
                if member.id is None
                and h.at < at
                and h.speaker.kind is not SpeakerKind.PERSON
                and h.speaker.id
                and self._named_so(h, {member.name.casefold()})
            }
            short = None
            if member.id is None and not bearing and member.kind is not SpeakerKind.PERSON:
                short = self._bearing(
                    frozenset(key(word, self.view.lang) for word in member.name.split() if word.casefold() not in SMALL), at
                )
            members.append(next(iter(bearing.values())) if len(bearing) == 1 else short or member)
        if tuple(members) == joint.members:
            return joint
        sides, kinds = {m.side for m in members}, {m.kind for m in members}
        return replace(
            joint,
            name=" and ".join(m.name for m in members),
            side=sides.pop() if len(sides) == 1 else None,
            kind=kinds.pop() if len(kinds) == 1 else SpeakerKind.UNKNOWN,
            members=tuple(members),
        )

    def _earlier(self, at: int) -> list[Heard]:
        """Those named before a token, the nearest ones of a long text."""
        end = bisect_left(self._named, at, key=lambda h: h.at)
        return self._named[max(0, end - _RECENT) : end]

    def _before(self, at: int) -> list[Heard]:
        paragraph = self.view.paragraph_of[at]
        near = [h for h in self.heard[-_RECENT:] if h.at < at and paragraph - h.paragraph <= _REACH]
        return sorted(near, key=lambda h: h.at)

    def _pronoun(self, pronoun: str, at: int) -> Speaker | None:
        if pronoun == "we":
            return None
        spoken = self._before(at)
        here = self.view.paragraph_of[at]
        named = [h for h in self._earlier(at) if here - h.paragraph <= 1]
        if pronoun in ("he", "she"):
            wanted = pronoun == "she"
            people = [h for h in spoken if h.speaker.kind is SpeakerKind.PERSON and h.feminine in (None, wanted)]
            candidates = people[-1:]
            if self.view.lang in ("ru", "uk", "fr"):
                # "Il" and "он" may be a ministry that opened a sentence since
                floor = people[-1].at if people else -1
                opened = {h.speaker.key: h.speaker for h in named if h.at > floor and h.paragraph == here and _subject(self.view, h)}
                if len(opened) == 1 and next(iter(opened.values())).kind is not SpeakerKind.PERSON:
                    return next(iter(opened.values()))
            if not candidates:
                alone = {h.speaker.key: h for h in named if h.speaker.kind is SpeakerKind.PERSON and h.feminine in (None, wanted)}
                if len(alone) == 1:
                    return next(iter(alone.values())).speaker
                # Russian, Ukrainian and French "he" may be a ministry or an agency
                if self.view.lang in ("ru", "uk", "fr") and not alone and spoken:
                    return spoken[-1].speaker
                return None
            last = candidates[-1]
            since = {
                h.speaker.key: h.speaker
                for h in named
                if h.at > last.at
                and h.speaker.kind is SpeakerKind.PERSON
                and h.speaker.key != last.speaker.key
                and h.feminine in (None, wanted)
                and _subject(self.view, h)
            }
            if (
                last.paragraph < here
                and not since
                and any(h.paragraph == here and _subject(self.view, h) for h in named)
                and all(h.speaker.key != last.speaker.key for h in named if h.paragraph == here)
            ):
                return None  # another name opens this paragraph
            if self.view.lang in ("ru", "uk", "fr") and spoken[-1] is not last and spoken[-1].paragraph == here:
                return None
            if len(since) == 1:
                return next(iter(since.values()))
            return None if since else last.speaker
        bodies = [h for h in spoken if h.speaker.kind is not SpeakerKind.PERSON]
        if pronoun == "it":
            bodies = [h for h in bodies if not h.speaker.members]
        elif spoken and spoken[-1].speaker.kind is SpeakerKind.PERSON and not spoken[-1].speaker.members:
            bodies = [h for h in bodies if h.at > spoken[-1].at] or bodies[-1:]
        floor = bodies[-1].at if bodies else -1
        opened = {
            h.speaker.key: h.speaker for h in named if h.at > floor and h.speaker.kind is not SpeakerKind.PERSON and _subject(self.view, h)
        }
        if len(opened) == 1 and pronoun == "it":
            return next(iter(opened.values()))  # "The ministry gave a different picture. It said ..."
        if pronoun == "it" and bodies and bodies[-1].paragraph < here:
            # "The claim came from the Legion. It wrote": one body named in the paragraph since goes before who spoke above
            told = {
                h.speaker.key: h.speaker
                for h in named
                if h.paragraph == here
                and h.at > floor
                and h.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.OUTLET, SpeakerKind.AGENCY)
            }
            if len(told) == 1:
                return next(iter(told.values()))
        if bodies:
            return bodies[-1].speaker
        alone = {h.speaker.key: h for h in named if h.speaker.kind is not SpeakerKind.PERSON and h.paragraph == here}
        return next(iter(alone.values())).speaker if len(alone) == 1 else None

    def _last_body(self, at: int) -> Speaker | None:
        bodies = [h for h in self._before(at) if h.speaker.kind is not SpeakerKind.PERSON]
        if bodies:
            return bodies[-1].speaker
        near = {
            h.speaker.key: h.speaker
            for h in self._earlier(at)
            if h.at < at and self.view.paragraph_of[at] - h.paragraph <= 1 and h.speaker.kind is not SpeakerKind.PERSON
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _described(self, first: int, last: int) -> Speaker | None:
        """A definite description without a name: "the ministry", "ведомство", "le gouverneur"."""
        view = self.view
        words = [k for k in range(first, last) if not view.mark(k) and not view.word_in("determiner", k)]
        if not 1 <= len(words) <= 2 or any(view.capital(k) and k not in view.sentence_starts for k in words[:-1]):
            return None
        if view.capital(words[-1]) and (
            (words[-1] not in view.sentence_starts and len(words) > 1) or self.roster.within(words[-1], words[-1] + 1)
        ):
            return None
        if view.lang in ("en", "fr") and not (
            view.words[first] in _DEFINITE or first in view.sentence_starts or view.words[first - 1] in _DEFINITE
        ):
            return None
        head = words[-1]
        if len(words) == 1 and {view.words[head], view.lemmas[head]} & _OFFICIALS:
            return self._pronoun("she" if view.words[head].endswith(("ица", "иця")) else "he", first)
        if not any(head_phrase.split()[-1] in (view.words[head], view.lemmas[head]) for head_phrase in view.book.classes["refrain"]):
            return None
        lemma = {view.lemmas[head], view.words[head]} - {"the"}
        before = [one for h in [*self._earlier(first), *self.heard[-_RECENT:]] if h.at < first for one in _apart(h)]
        if not lemma & view.book.classes["person"]:
            before = [h for h in before if h.speaker.kind is not SpeakerKind.PERSON]
        fitting = [h for h in before if self._named_so(h, lemma)] or [h for h in before if self._fits(h, lemma)]
        keys = {h.speaker.key for h in fitting}
        if len(keys) == 1:
            return fitting[-1].speaker
        if len(keys) > 1:
            spoke = [one for h in self._before(first) for one in _apart(h) if one.speaker.key in keys]
            here = view.paragraph_of[first]
            recent = {h.speaker.key for h in spoke if here - h.paragraph <= 1}
            return spoke[-1].speaker if len(recent) == 1 and spoke else None
        return None

    def _named_so(self, heard: Heard, lemma: set[str]) -> bool:
        """Do the words by which it was named, its role or its names in the pack hold the noun?"""
        if lemma & heard.words or lemma & set((heard.speaker.role or "").casefold().split()):
            return True
        actor = self.roster.pack.actors.get(heard.speaker.id or "")
        if not actor:
            return False
        names = " ".join([*actor.names.values(), *actor.office.values(), *(a for w in actor.aliases.values() for a in w)]).casefold()
        return bool(lemma & set(names.split()))

    def _fits(self, heard: Heard, lemma: set[str]) -> bool:
        """May the noun stand for its kind ("the unit" for a battalion)?"""
        kind, classes = heard.speaker.kind, self.view.book.classes
        if lemma & {"agency", "agence", "агентство", "агенція"} and kind is SpeakerKind.AGENCY:
            return True
        if lemma & classes["outlet"] and kind is SpeakerKind.OUTLET:
            return True
        actor = self.roster.pack.actors.get(heard.speaker.id or "")
        if lemma & classes["person"]:
            return False
        if actor is None:
            return False
        if lemma & classes["military"] and kind is SpeakerKind.MILITARY:
            return True
        if lemma & _UNITS:
            return kind in (SpeakerKind.ARMED_GROUP, SpeakerKind.MILITARY) and not (
                actor and actor.kind == "military" and "minist" in actor.name("en").casefold()
            )
        return bool(lemma & _BODIES) and kind in (SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY)


def _of_country(roster: Roster, keys: frozenset[str]) -> Actor | None:
    return of_country(roster.pack, keys, roster.countries[0]) if roster.countries else None


def _apart(heard: Heard) -> list[Heard]:
    """Joint speakers one by one; the words of the source name them together and are left out."""
    if not heard.speaker.members:
        return [heard]
    return [Heard(speaker=m, at=heard.at, paragraph=heard.paragraph, words=frozenset(), spoke=heard.spoke) for m in heard.speaker.members]


def _subject(view: View, heard: Heard) -> bool:
    """Does the name open its sentence, or stand before a verb?"""
    return heard.at in view.sentence_starts or heard.at - 1 in view.sentence_starts or "nom" in view.tags[heard.at].split(",")


def follower(view: View, cast: Cast, content: Span) -> Speaker | None:
    """The speaker of a quotation that goes on alone: the last one heard."""
    first, _ = view.tokens_in(content)
    before = [h for h in cast.heard[-_RECENT:] if h.at < first]
    return before[-1].speaker if before else None


def voice(roster: Roster, identity: str | None, on: date | None) -> Speaker | None:
    """The actor whose voice an outlet is."""
    actor = roster.pack.actors.get(identity or "")
    return of_actor(actor, on) if actor else None
