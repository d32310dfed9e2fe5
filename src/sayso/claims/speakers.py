"""The speaker: the actor that the words of a source name."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from sayso.claims.heads import head
from sayso.claims.lands import area_at, country_at, lands_of
from sayso.claims.namings import SMALL_WORDS, as_written, full_name, plain_name, role_of, subject_named
from sayso.claims.relays import in_construction, of_risky
from sayso.claims.roster import Entry, Roster
from sayso.claims.strangers import body_by_words, estranged
from sayso.claims.view import View
from sayso.lexicon.pack import Actor, Outlet
from sayso.record.claim import Speaker, SpeakerKind
from sayso.record.mention import Mention, MentionKind

_PERSON_KINDS = frozenset({"local authority", "government", "political", "military", "armed group"})
_KINDS = {
    "military": SpeakerKind.MILITARY,
    "government": SpeakerKind.GOVERNMENT,
    "local authority": SpeakerKind.GOVERNMENT,
    "police": SpeakerKind.GOVERNMENT,
    "emergency service": SpeakerKind.GOVERNMENT,
    "armed group": SpeakerKind.ARMED_GROUP,
    "international": SpeakerKind.INTERNATIONAL,
    "agency": SpeakerKind.AGENCY,
    "outlet": SpeakerKind.OUTLET,
    "channel": SpeakerKind.OUTLET,
    "platform": SpeakerKind.OUTLET,
}
_CLASSES = (
    ("witness", SpeakerKind.WITNESS),
    ("sources", SpeakerKind.UNKNOWN),
    ("international", SpeakerKind.INTERNATIONAL),
    ("military", SpeakerKind.MILITARY),
    ("armed group", SpeakerKind.ARMED_GROUP),
    ("agency", SpeakerKind.AGENCY),
    ("government", SpeakerKind.GOVERNMENT),
    ("outlet", SpeakerKind.OUTLET),
)
_JOINTS = frozenset({"and", "&", "и", "і", "та", "й", "et"})
PRONOUNS = ("he", "she", "it", "they", "we")


def of_actor(actor: Actor, on: date | None, *, role: str | None = None) -> Speaker:
    """The speaker that an actor of the pack is on a day."""
    kind = SpeakerKind.PERSON if actor.person else _KINDS.get(actor.kind, SpeakerKind.UNKNOWN)
    return Speaker(id=actor.id, name=actor.name("en"), side=actor.side(on), kind=kind, role=role)


def of_outlet(outlet: Outlet) -> Speaker:
    """The speaker that an outlet of the pack is."""
    return Speaker(id=outlet.id, name=outlet.name("en"), side=outlet.side, kind=_KINDS.get(outlet.kind, SpeakerKind.OUTLET))


def is_pronoun(view: View, first: int, last: int) -> str | None:
    """Which pronoun the source is, None where it is none."""
    words = [k for k in range(first, last) if not view.mark(k)]
    if len(words) != 1:
        return None
    word = view.words[words[0]]
    if word.endswith(("-таки", "-то")) and (bare := word.rpartition("-")[0]):
        return next((name for name in PRONOUNS if bare in view.book.classes[name]), None)
    if view.word_in("possessive", words[0]):
        return POSSESSIVES.get(word)
    return next((name for name in PRONOUNS if view.word_in(name, words[0])), None)


POSSESSIVES = {
    "his": "he", "her": "she", "its": "it", "their": "they", "его": "he", "ее": "she", "их": "they", "його": "he", "її": "she",
    "їх": "they", "їхній": "they", "їхні": "they", "їхніми": "they", "їхніх": "they", 
    "son": "he", "sa": "he", "ses": "he", "leur": "they", "leurs": "they",
}  # fmt: skip


def named_speaker(view: View, roster: Roster, mentions: tuple[Mention, ...], first: int, last: int, on: date | None) -> Speaker | None:
    """The speaker whom the tokens name: an actor or outlet of the pack, joint speakers, or one that it does not list; else None."""
    joint = _joint(view, roster, mentions, first, last, on)
    if joint is not None:
        return joint
    return _single(view, roster, mentions, first, last, on)


def _joint(view: View, roster: Roster, mentions: tuple[Mention, ...], first: int, last: int, on: date | None) -> Speaker | None:
    cut = next((k for k in range(first + 1, last - 1) if view.words[k] in _JOINTS), None)
    if cut is None:
        return None
    pieces: list[tuple[int, int]] = []
    start = first
    for k in range(first, last + 1):
        if k == last or view.words[k] in _JOINTS or (view.words[k] == "," and k < cut):
            if k > start:
                pieces.append((start, k))
            start = k + 1
    if len(pieces) < 2 or any(
        e.first < k < e.last for e in roster.within(first, last) for k in range(first, last) if view.words[k] in _JOINTS
    ):
        return None
    members = [_single(view, roster, mentions, a, b, on) for a, b in pieces]
    known = [m for m in members if m is not None]
    if len(known) != len(pieces) or not all(
        m.id is not None or mentions_in(view, mentions, a, b) or _bodied(view, a, b) for m, (a, b) in zip(known, pieces, strict=True)
    ):
        return None
    known = list({m.key: m for m in known}.values())  # "le gouverneur d'Orel, Andreï X, et celui de Y, Z": two
    if len(known) < 2:
        return known[0]
    sides = {m.side for m in known}
    kinds = {m.kind for m in known}
    return Speaker(
        id=None,
        name=" and ".join(m.name for m in known),
        side=sides.pop() if len(sides) == 1 else None,
        kind=kinds.pop() if len(kinds) == 1 else SpeakerKind.UNKNOWN,
        members=tuple(replace(m, members=()) for m in known),
    )


def mentions_in(view: View, mentions: tuple[Mention, ...], first: int, last: int) -> list[Mention]:
    """The mentions that begin within tokens; `mentions` are in text order."""
    low = bisect_left(mentions, view.starts[first], key=lambda m: m.span.start)
    high = bisect_left(mentions, view.ends[last - 1], key=lambda m: m.span.start)
    return list(mentions[low:high])


def _bodied(view: View, first: int, last: int) -> bool:
    return any(
        view.among(name, k)
        for k in range(first, last)
        for name in ("organisation", "military", "government", "armed group", "witness", "agency")
    )


def _single(view: View, roster: Roster, mentions: tuple[Mention, ...], first: int, last: int, on: date | None) -> Speaker | None:
    entries = roster.within(first, last)
    inside = mentions_in(view, mentions, first, last)
    own = tuple(entry for entry in entries if not estranged(view, roster, inside, entry))
    role = role_of(view, inside, first, last)
    for entry in entries:
        person = _person(roster, entry, view)
        if person and not _dependent(view, entry, first, person):
            return of_actor(person, on, role=role)
    unlisted = unlisted_person(view, roster, [m for m in inside if not _owner(view, m, first)] or inside)
    body = _body(view, roster, entries, inside) or body_by_words(view, roster, inside, first, last)
    if unlisted is not None and not _owner(view, unlisted, first):
        side = body.side if isinstance(body, Outlet) else body.side(on) if body else _place_side(view, roster, own, on)
        name = as_written(view, unlisted, first, last) or full_name(view, mentions, subject_named(view, unlisted, first, last))
        return Speaker(id=None, name=name, side=side, kind=SpeakerKind.PERSON, role=role)
    if isinstance(body, Actor) and _its_people(view, entries, first, last):
        return of_actor(body, on)
    if _unnamed_sources(view, first, last) or (body is not None and _beside(view, entries, first, last)):
        return Speaker(id=None, name=plain_name(view, first, last), side=None, kind=_kind(view, first, last))
    office = next((actor for e in entries if (actor := roster.actor(e.ids(("office",)), view.lang))), None)
    if office:
        return of_actor(office, on)
    if isinstance(body, Actor):
        spoken = any(view.any_of(("spokes", "desk"), k) for k in range(first, last))
        titled = next((k for k in range(first, last) if view.among("person", k)), None)
        if titled is not None and not spoken and not _is_head_inside(view, entries, titled):
            # "a commander of the brigade": a person without a name
            return Speaker(id=None, name=plain_name(view, first, last), side=body.side(on), kind=SpeakerKind.PERSON, role=role)
        return of_actor(body, on, role=role if spoken else None)
    if isinstance(body, Outlet):
        return of_outlet(body)
    metonym = next((actor for e in entries if (actor := roster.actor(e.ids(("metonym",)), view.lang))), None)
    content = [k for k in range(first, last) if not view.mark(k) and view.words[k] not in SMALL_WORDS]
    if (
        metonym
        and all(any(e.first <= k < e.last for e in entries) for k in content)
        and not any(view.any_of(("person", "witness", "sources"), k) for k in content)
    ):
        return of_actor(metonym, on)
    if not content:
        return None
    name = plain_name(view, first, last)
    side = _place_side(view, roster, own, on)
    return Speaker(id=None, name=name, side=side, kind=_kind(view, first, last), role=None) if name else None


def unlisted_person(view: View, roster: Roster, inside: Sequence[Mention]) -> Mention | None:
    """The first of the mentions that is a person whom the pack does not list, and no land's name or bare title."""
    people = [m for m in inside if m.kind is MentionKind.PERSON and m.actor is None and not _of_land(view, roster, m)]
    for mention, after in zip_longest(people, people[1:]):
        first, last = view.tokens_in(mention.span)
        titled = after is not None and view.tokens_in(after.span)[0] == last and len(after.name.split()) > 1
        if not titled and not all(view.any_of(("person", "rank"), k) for k in range(first, last)):
            return mention
    return None


def _of_land(view: View, roster: Roster, mention: Mention) -> bool:
    """Is the "person" a place or a people's adjective that the pack knows ("Сельмар", "Кестрійський")?"""
    first, last = view.tokens_in(mention.span)
    lands = lands_of(roster.pack, view.book)
    return last - first == 1 and bool(country_at(view, lands, first) or area_at(view, lands, first))


def blogged(view: View, roster: Roster, first: int, last: int) -> Outlet | None:
    """The channel that somebody without a name keeps: "an engineer who blogs as Sapper's Notes", "qui tient le blog X"."""
    for entry in roster.within(first, last):
        outlet = roster.outlet(entry.ids(("name", "handle"), "outlet"))
        if outlet is not None and outlet.kind == "channel":
            between = range(first, entry.first)
            if any(view.word_in("relative", k) for k in between) and any(view.among("person", k) or view.among("rank", k) for k in between):
                return outlet
    return None


def _beside(view: View, entries: tuple[Entry, ...], first: int, last: int) -> bool:
    """Is the body or outlet named only as what somebody else belongs to ("subscribers of the channel", "собеседник агентства в штабе")?"""
    turned = head(view, first, last)
    if turned is None or any(e.first <= turned < e.last for e in entries) or not any(e.first > turned for e in entries):
        return False
    if view.lang == "en" and view.words[turned + 1 : turned + 2] != ("of",):
        return False
    names = ("organisation", "government", "military", "armed group", "agency", "outlet", "person", "spokes", "desk", "body", "unit",
             "town hall", "rescuers", "relief", "writing", "official", "rank")  # fmt: skip
    return not view.any_of(names, turned) and "pl" in view.tags[turned].split(",")


_PEOPLE = ("person", "rank", "desk", "relief", "rescuers", "official")


def _its_people(view: View, entries: tuple[Entry, ...], first: int, last: int) -> bool:
    """Do a body's own people speak for it ("fighters of the brigade", "foreign ministry aides", «спостерігачі місії»)?

    Not some of them ("two of the brigade's fighters"), nor those who only live near or ask to stay unnamed.
    """
    turned = head(view, first, last)
    if turned is None or "pl" not in view.tags[turned].split(",") or not view.any_of(_PEOPLE, turned) or view.among("witness", turned):
        return False
    if any(view.pos(k) == "NUM" or view.words[k][0].isdigit() or view.words[k] in _SOME for k in range(max(0, first - 2), last)):
        return False
    beside = [e for e in entries if not e.first <= turned < e.last]
    if any(e.first > turned for e in beside):
        return view.lang not in ("en", "fr") or view.words[turned + 1] in _OF
    return view.lang == "en" and any(e.last <= turned for e in beside)


_SOME = frozenset(
    "one two three four some several many few most couple dozen certain один одна двое два две трое три несколько некоторые многие часть"
    " ряд двоє дві троє кілька декілька деякі багато частина низка deux trois plusieurs quelques certains certaines un une".split()
)
_OF = frozenset("of from at with de du des d' l' la".split())


def _dependent(view: View, entry: Entry, first: int, actor: Actor) -> bool:
    """Is the name only the owner of the one who speaks ("Field's lawyer", "адвокат Полева")?"""
    if view.surface(entry.last - 1).endswith(("'s", "’s")):
        return True
    after = entry.last
    if view.lang == "en" and after < len(view) and not view.capital(after) and view.any_of(("person", "official", "kin", "spokes"), after):
        return view.pos(after) in ("NOUN", "ADJ")  # "a Field aide"
    before = entry.first - 1
    if before < first:
        return False
    if view.lang in ("en", "fr"):
        while before > first and view.among("person", before):
            before -= 1
        return view.words[before] in ("of", "for", "to", "de", "d'", "du")
    forms = {actor.surname.get(view.lang, ""), actor.name(view.lang).split()[-1]}
    if view.surface(entry.last - 1) in forms:
        return False
    if view.among("person", before) and "nom" in view.tags[before].split(",") and view.surface(entry.last - 1)[:-1] in forms:
        return True  # «помощник Полева»: a name with a case ending beside a nominative
    tags = [view.tags[k].split(",") for k in range(entry.first, entry.last)]
    genitive = all("nom" not in t for t in tags) and any("gen" in t for t in tags)
    return genitive and any("nom" in view.tags[k].split(",") for k in range(first, entry.first) if view.pos(k) in ("NOUN", "PROPN"))


def _person(roster: Roster, entry: Entry, view: View) -> Actor | None:
    actor = roster.actor(entry.ids(("name",)), view.lang)
    if actor and actor.person:
        return actor
    titled = roster.actor(entry.ids(("office",)), view.lang)
    if titled and titled.person and _holds_surname(view, entry, titled):
        return titled  # "Colonel Bram Tollan" is listed as one name
    surname = entry.ids(("surname",))
    if not surname or not view.capital(entry.first):
        return None
    person = roster.actor(surname, view.lang)
    if person and (person.id in roster.present or len(surname) == 1):
        return person
    return None


def _holds_surname(view: View, entry: Entry, actor: Actor) -> bool:
    family = (actor.surname.get(view.lang) or actor.name(view.lang).split()[-1]).casefold()
    return any(family in (view.words[k], view.lemmas[k]) for k in range(entry.first, entry.last))


def _body(view: View, roster: Roster, entries: tuple[Entry, ...], inside: Sequence[Mention]) -> Actor | Outlet | None:
    """The body that a source names: of several the one named first ("the ministry of the region")."""
    for entry in entries:
        actor = roster.actor(entry.ids(("name",)), view.lang)
        if actor and not actor.person:
            foreign = next(
                (other for e in entries if e.first == entry.last and (other := roster.actor(e.ids(("metonym", "name")), view.lang))), None
            )
            if foreign is not None and foreign.country and actor.country and foreign.country != actor.country:
                return None  # "МВД Грузии" is not the Interior Ministry of the pack
            return None if estranged(view, roster, inside, entry) else actor
        outlet = roster.outlet(entry.ids(("name", "handle"), "outlet"))
        risky = entry.ids(("risky",), "outlet")
        if outlet is None and risky and in_construction(view, entry.first, entry.last, view.unit_at(entry.first)[1]):
            outlet = of_risky(view, roster, risky, entry.first)
        if outlet and outlet.kind != "platform" and not actor:
            return outlet
    return None


def _is_head_inside(view: View, entries: tuple[Entry, ...], titled: int) -> bool:
    return any(e.first <= titled < e.last for e in entries)


def _place_side(view: View, roster: Roster, entries: tuple[Entry, ...], on: date | None) -> str | None:
    """The side of "Russian officials": that of the country's government, where one is named in the source."""
    sides = {actor.side(on) for e in entries if (actor := roster.actor(e.ids(("name", "metonym", "office")), view.lang))}
    return sides.pop() if len(sides) == 1 else None


def _owner(view: View, mention: Mention, first: int) -> bool:
    """Is the unlisted name only that of an owner: "Field's lawyer", "сотрудников Полевой"?"""
    start, last = view.tokens_in(mention.span)
    if view.surface(last - 1).endswith(("'s", "’s")):
        return True
    before = start - 1
    if before < first or view.mark(before):
        return False
    if view.lang in ("en", "fr"):
        return view.words[before] in ("of", "for", "to", "de", "d'", "du")
    if view.word_in("preposition", before):
        return True  # «очевидцев из Млиновой»
    if not view.among("person", before) and _titled(view, before, first):
        return False
    return (
        view.pos(before) == "NOUN"
        and (not view.capital(before) or (before in view.sentence_starts and last - start == 1))
        and not view.among("person", before)
        and not view.among("spokes", before)
        and "gen" in view.tags[start].split(",")
    )


def _titled(view: View, k: int, first: int) -> bool:
    """Does a title with what it is the title of stand before a name («директора порта Стеллана Гуда»)?"""
    while k > first and not view.mark(k) and "gen" in view.tags[k].split(",") and not view.any_of(("person", "spokes"), k):
        k -= 1
    return view.any_of(("person", "spokes"), k) and "pl" not in view.tags[k].split(",")


def _unnamed_sources(view: View, first: int, last: int) -> bool:
    turned = next(
        (
            k
            for k in range(first, last)
            if not view.mark(k)
            and view.words[k] not in SMALL_WORDS
            and not view.word_in("demonym", k)
            and view.pos(k) not in ("ADJ", "NUM", "DET")
        ),
        None,
    )
    return (
        turned is not None
        and (
            (view.among("sources", turned) and (not view.capital(turned) or turned == first or turned in view.sentence_starts))
            or view.among("witness", turned)
        )
        and not view.among("organisation", turned)
    )


def _kind(view: View, first: int, last: int) -> SpeakerKind:
    words = [k for k in range(first, last) if not view.mark(k)]
    spoken = any(view.among("spokes", k) for k in words)
    turned = head(view, first, last)
    body = view.lang == "en" and turned is not None and view.among("organisation", turned)  # "the General Staff" is no general
    if (
        not spoken
        and not body
        and any(view.among("person", k) and "pl" not in view.tags[k].split(",") for k in words[:4])
        and not any(view.among("witness", k) or view.among("sources", k) for k in words)
    ):
        return SpeakerKind.PERSON
    for name, kind in _CLASSES:
        if any(view.among(name, k) for k in words):
            return kind
        if view.book.phrase_words[name].isdisjoint(view.words[first:last]):
            continue
        for phrase in view.book.phrases[name]:
            if any(view.words[k : k + len(phrase)] == phrase for k in range(first, max(first, last - len(phrase) + 1))):
                return kind
    return SpeakerKind.UNKNOWN
