"""The descriptions: whom "the ministry", "the Legion" or "le gouverneur" stands for, by the names in the document and the pack."""

from dataclasses import replace

from sayso.claims.cast import RECENT, Cast, Heard, apart
from sayso.claims.pronouns import last_person, latest_speaker
from sayso.claims.register import LONG, register_of
from sayso.claims.roster import SMALL, Roster, key, keys_at, of_country
from sayso.claims.speakers import of_actor
from sayso.claims.view import View
from sayso.lexicon.pack import Actor
from sayso.lexicon.phrases import fold
from sayso.lexicon.roles import titles_like
from sayso.record.claim import Speaker, SpeakerKind

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
    "official officer politician "
    "военный военная військовий військова чиновник чиновница офицер офіцер політик политик посадовець посадовиця очільник очільниця "
    "élu édile "
    "officier responsable politicien".split()
)
_SOMEBODY = frozenset(
    "businessman businesswoman man woman teenager pensioner villager executive medic physician academic serviceman veteran "
    "женщина мужчина пенсионер пенсионерка медик врач специалист сельчанин горожанин горожанка предприниматель бизнесмен военнослужащий "
    "жінка чоловік пенсіонер пенсіонерка медик лікар лікарка фахівець підприємець військовослужбовець "
    "homme femme retraité retraitée intéressé intéressée médecin soignant soignante sexagénaire quinquagénaire septuagénaire".split()
)
_WOMEN = frozenset(
    "woman businesswoman женщина жінка пенсионерка пенсіонерка горожанка лікарка femme intéressée retraitée soignante".split()
)
_MEN = frozenset(
    "man businessman serviceman мужчина чоловік чиновник военный офицер élu homme intéressé retraité soignant политик посадовець"
    " військовий".split()
)
_COMPANIES = frozenset("operator company opérateur entreprise compagnie компания оператор компанія".split())
_RELIEVING = frozenset("charity organisation organization association ngo ong организация объединение организація нко об'єднання".split())
_RELIEF = frozenset({"health", "monitor", "religious", "international", "relief"})
_TITLED = frozenset("минобороны міноборони генштаб état-major гур".split())  # names of one body, not words for any
_OF_BODIES = ("organisation", "military", "government", "armed group", "relief")
_THIS = frozenset("ce cet cette ces".split())
_NEAR = 2  # paragraphs back to the last of several whom one noun fits
_DEFINITE = frozenset("the this that le la l' les du au aux des ce cette ces".split())


def described(cast: Cast, first: int, last: int) -> Speaker | None:
    """A definite description without a name: "the ministry", "ведомство", "le gouverneur"."""
    view = cast.view
    words = [k for k in range(first, last) if not view.mark(k) and not view.word_in("determiner", k)]
    if view.lang == "fr" and (view.words[first] in _THIS or (first and view.words[first - 1] in _THIS)) and len(words) > 2:
        words = words[:1]  # "cette unité de volontaires alliée à Halmora"
    if not 1 <= len(words) <= 2 or any(view.capital(k) and k not in view.sentence_starts for k in words[:-1]):
        return None
    if view.capital(words[-1]) and (
        (words[-1] not in view.sentence_starts and len(words) > 1) or cast.roster.within(words[-1], words[-1] + 1)
    ):
        return None
    if len(words) == 1 and view.any_of(("spokes", "desk"), words[0]) and (body := _spoken_for(cast, first)):
        return body
    if view.lang in ("en", "fr") and not (
        view.words[first] in _DEFINITE or first in view.sentence_starts or view.words[first - 1] in _DEFINITE
    ):
        return None
    if (who := _by_office(cast, first, words)) is not None:
        return who
    head = words[-1] if len(words) == 1 or view.lang == "en" or view.pos(words[0]) == "ADJ" else words[0]
    if any(view.surface(k).endswith(("'s", "’s")) for k in words[:-1]) or (head == words[0] and len(words) > 1 and view.lang != "fr"):
        return None  # "Holm's office", «ветеран бригады»
    if (who := introduced(cast, first, head)) is not None:
        return who
    if len(words) == 1 and (who := _broader(cast, first, head)) is not None:
        return who
    if len(words) == 1 and view.lang in ("ru", "uk") and view.among("rank", head) and (who := _ranked(cast, first, head)) is not None:
        return who
    if len(words) == 1 and view.lemmas[head] in _INTERLOCUTORS:
        return latest_speaker(cast, first)
    if len(words) == 1 and {view.words[head], view.lemmas[head]} & _OFFICIALS:
        return last_person(cast, first, feminine=_told(view, head))
    if {view.words[head], view.lemmas[head]} & _SOMEBODY:
        return last_person(cast, first, feminine=_told(view, head), titled=False)
    if any(view.among("spokes", k) for k in words) and (who := _spokesperson(cast, first)):
        return who
    if not any(phrase.rpartition("'")[2].split()[-1] in (view.words[head], view.lemmas[head]) for phrase in view.book.classes["refrain"]):
        return None
    lemma = {view.lemmas[head], view.words[head]} - {"the"}
    before = [one for h in [*cast.earlier(first), *cast.heard[-RECENT:]] if h.at < first for one in apart(h)]
    if not lemma & view.book.classes["person"]:
        before = [h for h in before if h.speaker.kind is not SpeakerKind.PERSON]
    fitting = [h for h in before if _named_so(cast, h, lemma)] or [h for h in before if _fits(cast, h, lemma)]
    if len(words) > 1 and view.lang == "en":  # "Fire investigators" are not the "investigators from the capital" of before
        fitting = [h for h in fitting if h.speaker.id is not None or view.words[words[0]] in h.words]
    if not fitting and (own := _voiced(cast, lemma)) is not None:
        return own
    fitting = fitting or _bodies_of(cast, first, lemma)
    keys = {h.speaker.key for h in fitting}
    if len(keys) == 1:
        return fitting[-1].speaker
    if len(keys) > 1:
        spoke = [one for h in cast.before(first) for one in apart(h) if one.speaker.key in keys]
        here = view.paragraph_of[first]
        recent = {h.speaker.key for h in spoke if here - h.paragraph <= 1}
        if len(recent) > 1:
            recent = {h.speaker.key for h in spoke if here == h.paragraph}
        return spoke[-1].speaker if len(recent) == 1 and spoke else None
    return None


def _by_office(cast: Cast, at: int, words: list[int]) -> Speaker | None:
    """Who holds an office that goes by another title too («глава региона» for a governor): the last one named or heard nearby."""
    view = cast.view
    phrase = " ".join([view.lemmas[words[0]], *(view.words[k] for k in words[1:])])
    titles = titles_like(phrase, view.lang) | (titles_like(view.words[words[0]], view.lang) if len(words) == 1 else frozenset())
    if not titles or "pl" in view.tags[words[0]].split(","):
        return None
    here, actors = view.paragraph_of[at], cast.roster.pack.actors
    met: dict[str, Heard] = {}
    for h in sorted((h for h in (*cast.earlier(at), *cast.heard[-RECENT:]) if h.at < at and h.human), key=lambda h: h.at):
        actor = actors.get(h.speaker.id or "")
        office = fold(actor.office.get(view.lang, "")) if actor is not None else ""
        if titles & h.nouns or any(office == title or office.startswith(title + " ") for title in titles):
            met[h.speaker.key] = h
    if len(met) > 1:
        met = {key: h for key, h in met.items() if here - h.paragraph <= 1}
    return next(iter(met.values())).speaker if len(met) == 1 else None


def _voiced(cast: Cast, lemma: set[str]) -> Speaker | None:
    """The body whose own channel the document stands in, where the noun is a word of its name."""
    actor = cast.roster.pack.actors.get(cast.roster.voice or "")
    if actor is None or actor.person or lemma.isdisjoint(register_of(cast.roster.pack, cast.view.lang).words_of(actor)):
        return None
    return of_actor(actor, cast.on)


def _bodies_of(cast: Cast, at: int, lemma: set[str]) -> list[Heard]:
    """The bodies whose people were named nearby, where the noun fits them ("Defence Minister Orn ... the ministry")."""
    here, actors = cast.view.paragraph_of[at], cast.roster.pack.actors
    found = []
    for h in (*cast.earlier(at), *cast.before(at)):
        person = actors.get(h.speaker.id or "")
        body = actors.get(person.body or "") if person is not None and person.person and here - h.paragraph <= 1 else None
        if body is not None:
            one = replace(h, speaker=of_actor(body, cast.on), words=frozenset(), nouns=frozenset(), human=False)
            if _named_so(cast, one, lemma) or _fits(cast, one, lemma):
                found.append(one)
    return sorted(found, key=lambda h: h.at)


def _broader(cast: Cast, at: int, head: int) -> Speaker | None:
    """Whom a broader noun means: "the officer" a major, "the priest" a bishop, "le magistrat" a judge; the last one nearby."""
    view = cast.view
    name = next((c for c, words in _BROADER.items() if {view.words[head], view.lemmas[head]} & words), None)
    if name is None or "pl" in view.tags[head].split(","):
        return None
    narrower, here = view.book.classes[name], view.paragraph_of[at]
    met = [
        h
        for h in (*cast.earlier(at), *cast.heard[-RECENT:])
        if h.at < at and h.human and here - h.paragraph <= _NEAR and (h.nouns & narrower or set(_said(cast, h)) & narrower)
    ]
    return max(met, key=lambda h: (h.at, h.spoke)).speaker if met else None


_SERVING = frozenset(
    "начальник командующий главком главнокомандующий комдив начштаба командувач головком головнокомандувач очільник".split()
)


def _ranked(cast: Cast, at: int, head: int) -> Speaker | None:
    """Whom a rank alone means («считает генерал»): the one man nearby who leads a staff or a troop; None where two people are named."""
    view = cast.view
    if "pl" in view.tags[head].split(","):
        return None
    here = view.paragraph_of[at]
    near = [h for h in (*cast.earlier(at), *cast.heard[-RECENT:]) if h.at < at and h.human and here - h.paragraph <= 1]
    serving = [h for h in near if h.feminine in (None, False) and (h.nouns | set(_said(cast, h))) & (_SERVING | view.book.classes["rank"])]
    return serving[-1].speaker if serving and len({h.speaker.key for h in near}) == 1 else None


def _said(cast: Cast, heard: Heard) -> list[str]:
    """The words of an actor's office."""
    actor = cast.roster.pack.actors.get(heard.speaker.id or "")
    return fold(actor.office.get(cast.view.lang, "")).split() if actor is not None and actor.person else []


_BROADER = {
    "rank": frozenset("officer soldier serviceman офицер офіцер военный військовий officier militaire".split()),
    "healer": frozenset("doctor physician medic врач медик лікар médecin soignant soignante".split()),
    "clergy": frozenset("priest cleric clergyman священник prêtre ecclésiastique прелат".split()),
    "jurist": frozenset({"magistrate", "magistrat"}),
}
_INTERLOCUTORS = frozenset("собеседник співрозмовник interlocuteur interlocutrice".split())


def _told(view: View, k: int) -> bool | None:
    """Is a woman meant by the noun, a man? None where it may be either."""
    word, lemma = view.words[k], view.lemmas[k]
    if view.lang == "fr" and k and view.words[k - 1] in ("la", "une", "cette", "le", "un", "ce", "cet"):
        return view.words[k - 1] in ("la", "une", "cette")
    if word in _WOMEN or lemma in _WOMEN or lemma.endswith(("ица", "иця")) or word == "élue":
        return True
    return False if word in _MEN or lemma in _MEN else None


def introduced(cast: Cast, at: int, turned: int) -> Speaker | None:
    """Whom the same noun stood beside before ("Juna Kard, an orderly ... the orderly said"); the last of several."""
    view = cast.view
    if view.pos(turned) not in ("NOUN", "X", "ADJ") or "pl" in view.tags[turned].split(",") or view.any_of(("witness", "writing"), turned):
        return None
    lemma, here = view.lemmas[turned], view.paragraph_of[at]
    heard = [h for h in (*cast.earlier(at), *cast.heard[-RECENT:]) if h.at < at and h.human and {lemma, view.words[turned]} & h.nouns]
    met = {h.speaker.key: h for h in sorted(heard, key=lambda h: h.at)}
    if len(met) > 1:
        met = {key: h for key, h in met.items() if here - h.paragraph <= _NEAR}
    return max(met.values(), key=lambda h: h.at).speaker if met else None


def _spokesperson(cast: Cast, at: int) -> Speaker | None:
    """Whom "the spokesman", «официальный представитель» means: the person speaking for a body who was named last, or the body itself."""
    here = cast.view.paragraph_of[at]
    near = [h for h in (*cast.earlier(at), *cast.before(at)) if h.at < at and here - h.paragraph <= 1 and not h.speaker.members]
    fitting = [h for h in near if _for_a_body(cast, h) or (h.spoke and h.speaker.id and h.speaker.kind in _SPOKEN_FOR)]
    return max(fitting, key=lambda h: (h.at, h.spoke)).speaker if fitting else None


def _for_a_body(cast: Cast, heard: Heard) -> bool:
    """Is the one named a spokesperson by role or office?"""
    actor = cast.roster.pack.actors.get(heard.speaker.id or "")
    said = [heard.speaker.role or "", actor.office.get(cast.view.lang, "") if actor is not None and actor.person else ""]
    return any(word in cast.view.book.classes["spokes"] for phrase in said for word in phrase.casefold().split())


def _spoken_for(cast: Cast, at: int) -> Speaker | None:
    """The body for which "a spokesman" without more speaks: the one that spoke last before him in the paragraph."""
    view, here = cast.view, cast.view.paragraph_of[at]
    article = view.words[at] if view.word_in("determiner", at) else view.words[at - 1]
    if view.lang not in ("en", "fr") or article not in ("a", "an", "un", "une"):
        return None
    near = [h for h in cast.before(at) if h.paragraph == here]
    return near[-1].speaker if near and near[-1].speaker.kind in _SPOKEN_FOR and not near[-1].speaker.members else None


_SPOKEN_FOR = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.ARMED_GROUP, SpeakerKind.INTERNATIONAL})


def _named_so(cast: Cast, heard: Heard, lemma: set[str]) -> bool:
    """Do the words by which it was named, its role or its names in the pack hold the noun?"""
    if lemma & heard.words or lemma & set((heard.speaker.role or "").casefold().split()):
        return True
    actor = cast.roster.pack.actors.get(heard.speaker.id or "")
    if not actor:
        return False
    return not lemma.isdisjoint(register_of(cast.roster.pack, cast.view.lang).words_of(actor))


def _fits(cast: Cast, heard: Heard, lemma: set[str]) -> bool:
    """May the noun stand for its kind ("the unit" for a battalion)?"""
    kind, classes = heard.speaker.kind, cast.view.book.classes
    if lemma & {"agency", "agence", "агентство", "агенція"} and kind is SpeakerKind.AGENCY:
        return True
    if lemma & classes["outlet"] and kind is SpeakerKind.OUTLET:
        return True
    actor = cast.roster.pack.actors.get(heard.speaker.id or "")
    if lemma & classes["person"]:
        return False
    if actor is None:
        return bool(lemma & _COMPANIES) and heard.spoke and kind is SpeakerKind.UNKNOWN and heard.speaker.name[:1].isupper()
    if lemma & classes["military"] and not lemma & _TITLED and kind is SpeakerKind.MILITARY:
        return True
    if lemma & _RELIEVING:
        return actor.kind in _RELIEF
    if lemma & _COMPANIES:
        return actor.kind == "company"
    if lemma & _UNITS:
        return kind in (SpeakerKind.ARMED_GROUP, SpeakerKind.MILITARY) and not (
            actor and actor.kind == "military" and "minist" in actor.name("en").casefold()
        )
    return bool(lemma & _BODIES) and kind in (SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY)


def short(cast: Cast, first: int, last: int) -> Speaker | None:
    """A body named by some words of a name that the document has in full: "the Legion", "le ministère de la Défense"."""
    view = cast.view
    words = [k for k in range(first, last) if not view.mark(k) and view.words[k] not in SMALL and not view.word_in("preposition", k)]
    if not 1 <= len(words) <= 4 or any(view.any_of(("person", "spokes", "witness", "sources"), k) for k in words):
        return None
    if not any(view.any_of(_OF_BODIES, k) for k in words) and not any(view.capital(k) and k not in view.sentence_starts for k in words):
        return _members(cast, words[0]) if len(words) == 1 else None
    if (
        view.lang in ("en", "fr")
        and view.words[first] not in _DEFINITE
        and not (first and view.words[first - 1] in _DEFINITE)
        and not any(view.capital(k) for k in words)
        and first not in view.sentence_starts
    ):
        return None
    named = bearing(cast, frozenset(keys_at(view, words[0], words[-1] + 1)), first)
    return _members(cast, words[0]) if named is None and len(words) == 1 else named


def _members(cast: Cast, at: int) -> Speaker | None:
    """The one body of the document whose name begins like a word for its people ("legionaries", "monitors")."""
    view = cast.view
    if "pl" not in view.tags[at].split(","):
        return None
    keys = keys_at(view, at, at + 1)
    found = {
        identity
        for identity, names in cast.written.items()
        for word in (w for words in names for w in words)
        if any((len(word) >= LONG and one.startswith(word)) or (len(one) > LONG and word.startswith(one)) for one in keys)
    }
    actor = cast.roster.pack.actors.get(found.pop()) if len(found) == 1 else None
    return of_actor(actor, cast.on) if actor is not None and not actor.person else None


def bearing(cast: Cast, keys: frozenset[str], at: int) -> Speaker | None:
    """The one body whose name has all these words; of several the one that spoke last nearby, or was named last in the paragraph."""
    # the names that stand in the document go before those that the pack knows besides
    bodies = [
        actor for i in sorted({*cast.roster.present, *cast.written}) if (actor := cast.roster.pack.actors.get(i)) and not actor.person
    ]
    fitting = [actor for actor in bodies if any(keys <= words for words in cast.written.get(actor.id, ()))]
    if not fitting:
        bearers = {actor.id for actor in register_of(cast.roster.pack, cast.view.lang).bodies(keys)}
        fitting = [actor for actor in bodies if actor.id in bearers]
    found = {actor.id: of_actor(actor, cast.on) for actor in fitting}
    countries = cast.roster.countries
    if not found and len(keys) > 1 and (only := alone(cast, keys)):
        return of_actor(only, cast.on)
    if not found and countries[: 1 if len(keys) > 1 else 2] == countries[:1] and (one := _of_country(cast.roster, keys)):
        return of_actor(one, cast.on)
    if not found:
        unlisted = {
            h.speaker.key: h.speaker
            for h in cast.earlier(at)
            if h.speaker.id is None
            and h.speaker.kind is not SpeakerKind.PERSON
            and keys < {key(word, cast.view.lang) for word in h.speaker.name.split()}
        }
        return next(iter(unlisted.values())) if len(unlisted) == 1 else None
    if len(found) == 1:
        return next(iter(found.values()))
    here = cast.view.paragraph_of[at]
    near = [one.speaker.key for h in cast.before(at) if here - h.paragraph <= 1 for one in apart(h)] or [
        h.speaker.key for h in cast.earlier(at) if here - h.paragraph <= 1
    ]
    return next((found[k] for k in reversed(near) if k in found), None)


def alone(cast: Cast, keys: frozenset[str]) -> Actor | None:
    """The body of no country that alone in the whole pack has these words in a name ("the Joint Mission")."""
    bodies = register_of(cast.roster.pack, cast.view.lang).bodies(keys)
    return bodies[0] if len(bodies) == 1 and bodies[0].country is None else None


def with_known_members(cast: Cast, joint: Speaker, at: int) -> Speaker:
    """Joint speakers, a short name among them ("the Legion") resolved where one body named before bears it."""
    members = []
    for member in joint.members:
        bearers = {
            h.speaker.key: h.speaker
            for whole in [*cast.earlier(at), *cast.heard[-RECENT:]]
            for h in apart(whole)
            if member.id is None
            and h.at < at
            and h.speaker.kind is not SpeakerKind.PERSON
            and h.speaker.id
            and _named_so(cast, h, {member.name.casefold()})
        }
        known = None
        if member.id is None and not bearers and member.kind is not SpeakerKind.PERSON:
            known = bearing(cast, frozenset(key(word, cast.view.lang) for word in member.name.split() if word.casefold() not in SMALL), at)
        members.append(next(iter(bearers.values())) if len(bearers) == 1 else known or member)
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


def _of_country(roster: Roster, keys: frozenset[str]) -> Actor | None:
    return of_country(roster.pack, keys, roster.countries[0]) if roster.countries else None
