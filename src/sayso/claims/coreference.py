"""Coreference: who speaks by the words of a source, a pronoun or a description in the document; nobody where two fit."""

from dataclasses import replace
from datetime import date

from sayso.claims.cast import RECENT, Cast, Heard
from sayso.claims.descriptions import alone, described, introduced, short, with_known_members
from sayso.claims.designations import (
    affiliated,
    counterpart,
    designated,
    designation,
    foreign,
    leader_of,
    military_ministry,
    of_spokesperson,
    side_of,
)
from sayso.claims.extents import plain
from sayso.claims.genders import MEN, WOMEN
from sayso.claims.heads import complement, core, genitive, head
from sayso.claims.introductions import apposed_name, called, single
from sayso.claims.pronouns import THERE, antecedent, last_body, latest, latest_speaker, of_pronoun
from sayso.claims.roster import Roster, keys_at
from sayso.claims.speakers import POSSESSIVES, blogged, is_pronoun, mentions_in, named_speaker, of_actor, of_outlet, unlisted_person
from sayso.claims.view import Range, View
from sayso.record.claim import Speaker, SpeakerKind
from sayso.record.mention import Mention
from sayso.text.span import Span

_THIS_ONE = frozenset("celle-ci celui-ci ceux-ci celles-ci цей ця той та этот эта тот latter".split())
_SELF = frozenset("собственный власний own propre".split())
_MEN = frozenset("men troops fighters soldiers бойцы солдаты бійці солдати hommes combattants soldats".split())
_OURS = frozenset("our notre nos наш наша наше наши нашего нашей нашим наших наші нашого нашої нашому нашій".split())
_SOURCE = frozenset("source источник джерело собеседник співрозмовник interlocuteur".split())
_SAME = frozenset("same тот та те то тому тем же той ті той-таки ж самий сам само сама сами même mêmes".split())
_OWN = ("spokes", "desk", "body", "town hall", "official", "organisation", "government", "military")


def gathered(view: View, roster: Roster, mentions: tuple[Mention, ...], on: date | None) -> Cast:
    """The cast of a document before anybody has spoken: all names, those of bodies cut short ("Emergency Department") resolved."""
    cast = Cast(view=view, roster=roster, mentions=mentions, on=on)
    for heard in cast.named:
        if heard.speaker.id is None and heard.speaker.kind is not SpeakerKind.PERSON and not heard.speaker.members:
            keys = frozenset(keys_at(view, heard.at, heard.end))
            known = designated(cast, heard.at, heard.end) or _listed(cast, heard) or (alone(cast, keys) if len(keys) > 1 else None)
            heard.speaker = known if isinstance(known, Speaker) else of_actor(known, on) if known else heard.speaker
    cast.women = {heard.speaker.key: heard.feminine for heard in reversed(cast.named) if heard.feminine is not None}
    return cast


def _listed(cast: Cast, heard: Heard) -> Speaker | None:
    """The one body of the pack of whose name, written out in the document, a mention holds a part ("the Legion")."""
    keys = frozenset(keys_at(cast.view, heard.at, heard.end))
    found = {identity for identity, names in cast.written.items() if keys and any(keys < words for words in names)}
    actor = cast.roster.pack.actors.get(found.pop()) if len(found) == 1 else None
    return of_actor(actor, cast.on) if actor is not None and not actor.person else None


def resolve(cast: Cast, first: int, last: int) -> Speaker | None:
    """The speaker that a source names or refers to; None where it is not plain."""
    view = cast.view
    blog = blogged(view, cast.roster, first, last)
    if blog is not None:
        return of_outlet(blog)
    whole = last
    first, last = core(view, first, last)
    if not any(view.surface(k)[0].isalpha() for k in range(first, last)):
        return None
    first = _past_own(view, first, last)
    same = _past_same(view, first, last)
    if same > first and (turned := head(view, same, last)) is not None:
        if (who := introduced(cast, same, turned)) is not None:
            return who
        if turned == last - 1 and view.lemmas[turned] in _SOURCE and (who := latest_speaker(cast, first)):
            return who
    first = same
    pronoun = is_pronoun(view, first, last)
    if pronoun is None and view.lang in ("ru", "uk") and view.pos(first) == "PRON" and "nom" in view.tags[first].split(","):
        pronoun = is_pronoun(view, first, first + 1)  # «пожал он плечами»
    if pronoun:
        return _subject_before(cast, pronoun, first) or of_pronoun(cast, pronoun, first)
    words = [k for k in range(first, last) if not view.mark(k)]
    if len(words) == 1 and view.words[words[0]] in THERE:
        return last_body(cast, first)
    if len(words) == 1 and view.words[words[0]] in _THIS_ONE:
        return latest(cast, first)
    if len(words) == 1 and view.among("relative", words[0]) and not view.capital(words[0]):
        return _before_relative(cast, first) or antecedent(cast, first)
    if (other := counterpart(cast, first, last)) is not None:
        return other
    if view.word_in("possessive", words[0]):
        return _owned(cast, words[0], last)
    written = head(view, first, last)
    if written is not None and view.lemmas[written] in _OFFICES and (owned := genitive(view, first, written)):
        owner = resolve(cast, *owned)
        if owner is not None and owner.kind is SpeakerKind.PERSON and (office := _office_of(cast, owner)):
            return office
    if written is not None and view.among("writing", written):
        author = _author(cast, first, written, last)
        if author is not None:
            return author
    named = named_speaker(view, cast.roster, cast.mentions, first, last, cast.on)
    if named is not None and named.members:
        return with_known_members(cast, named, first)
    if (told := _told_name(cast, named, first, last, whole)) is not None:
        return told
    if named is not None and named.id is not None:
        return _speaking(cast, named, first, last) or named
    if written is not None and view.among("unit", written) and "pl" in view.tags[written].split(",") and (both := _joint(cast, first)):
        return both
    if named is not None and _by_name(cast, named, first, last):
        return _sided(cast, named, first, last)
    who = _referred(cast, first, last)
    if who is not None and who.id is not None:
        return _speaking(cast, who, first, last) or who
    if who is None and written is not None and _for_body(cast, written, last):
        part = complement(view, written, last)
        who = resolve(cast, *part) if part else None
        who = who if who is not None and who.id is not None and who.kind is not SpeakerKind.PERSON else None
    return _sided(cast, who or named, first, last)


def _for_body(cast: Cast, k: int, last: int) -> bool:
    """ "A representative of the ministry", "duty officer at the committee": one who speaks for what follows."""
    view = cast.view
    return view.any_of(("spokes", "desk"), k) and "pl" not in view.tags[k].split(",") and k + 1 < last


def _subject_before(cast: Cast, pronoun: str, at: int) -> Speaker | None:
    """Who "he" is after a sentence that somebody without a name opens, and in which nobody spoke ("Her uncle laughed. He said")."""
    view = cast.view
    low, _ = view.unit_at(at)
    if view.lang != "en" or pronoun not in ("he", "she") or low == 0 or view.in_quote[low - 1] >= 0:
        return None
    if low != at and any(h.human and view.in_quote[h.at] < 0 for h in cast.named_within(low, at)):
        return None
    start, end = view.unit_at(low - 1)
    if view.paragraph_of[start] != view.paragraph_of[at] or view.in_quote[start] >= 0:
        return None
    stop = next((k for k in range(start + 1, end) if _closes_phrase(view, k)), None)
    turned = single(view, start, stop) if stop is not None else None
    if turned is None or stop is None or any(start <= h.at < at for h in cast.heard) or cast.named_within(stop + 1, stop + 2):
        return None
    told = [w for w, words in ((True, WOMEN), (False, MEN)) if view.words[turned] in words]
    if told and told[0] is not (pronoun == "she"):
        return None
    return resolve(cast, start, stop)


def _closes_phrase(view: View, k: int) -> bool:
    """Does the noun phrase that opens a sentence end before the token: a mark, a verb, a clause, a preposition but "of"?"""
    if view.mark(k) or view.pos(k) in ("AUX", "VERB", "PART") or view.word_in("relative", k):
        return True
    return view.word_in("preposition", k) and view.words[k] not in ("of", "for")


def _by_name(cast: Cast, named: Speaker, first: int, last: int) -> bool:
    """Is it somebody with a name of his own, whom no office in the source makes somebody else?"""
    if named.kind is not SpeakerKind.PERSON or named.id is not None or not named.name[:1].isupper():
        return False
    person = unlisted_person(cast.view, cast.roster, mentions_in(cast.view, cast.mentions, first, last))
    return person is not None and person.name.split()[-1] in named.name


def _told_name(cast: Cast, named: Speaker | None, first: int, last: int, whole: int) -> Speaker | None:
    """Somebody whose name an apposition after a clause, or the clause itself, tells ("the general who commands the east, Ivo Harn")."""
    view = cast.view
    turned = single(view, first, last, loose=True)
    if turned is None or (named is not None and (named.id is not None or _by_name(cast, named, first, last))):
        return None
    if (own := apposed_name(view, first, whole)) is not None and not cast.roster.within(*own):
        return _sided(cast, _person(view, own, first, own[0] - 1), first, last)
    apposed = next((k for k in range(whole - 1, last, -1) if view.words[k] == ","), None)
    if apposed is not None and apposed + 1 < whole and view.capital(apposed + 1):
        who = named_speaker(view, cast.roster, cast.mentions, apposed + 1, whole, cast.on)
        if who is not None and who.kind is SpeakerKind.PERSON and (who.id is not None or _by_name(cast, who, apposed + 1, whole)):
            return _sided(cast, who, first, last)
    name = called(view, turned, whole)
    if name is None:
        return None
    said = named_speaker(view, cast.roster, cast.mentions, *name, cast.on)
    if said is not None and said.id is not None:
        return said if said.kind is SpeakerKind.PERSON else None
    return _sided(cast, _person(view, name, first, last), first, last)


def _person(view: View, name: Range, first: int, last: int) -> Speaker:
    """Somebody of this name, with the words of his role."""
    return Speaker(
        id=None, name=view.span(*name).of(view.text), side=None, kind=SpeakerKind.PERSON, role=view.span(first, last).of(view.text)
    )


def _speaking(cast: Cast, body: Speaker, first: int, last: int) -> Speaker | None:
    """The one whom document or pack names as a body's spokesperson, where the source says "the committee's spokeswoman"."""
    view = cast.view
    at = head(view, first, last)
    if at is None or body.kind is SpeakerKind.PERSON or not view.among("spokes", at) or "pl" in view.tags[at].split(","):
        return None
    return of_spokesperson(cast, body, view.lemmas[at])


def _past_own(view: View, first: int, last: int) -> int:
    """The first token after «собственный», "its own", "son propre" at the start: whose own, the text tells by itself."""
    opened = next((k for k in range(first, min(last - 1, first + 2)) if view.lemmas[k] in _SELF), None)
    return first if opened is None or view.word_in("possessive", first) else opened + 1


def _past_same(view: View, first: int, last: int) -> int:
    """The first token after "the same", «та же», «сам» at the start."""
    at = first
    while at < last - 1 and (view.words[at] in _SAME or view.word_in("determiner", at)):
        at += 1
    said = any(view.words[k] in ("same", "же", "ж", "самий", "même", "mêmes", "сам", "само", "сама", "сами") for k in range(first, at))
    return at if said else first


def _before_relative(cast: Cast, at: int) -> Speaker | None:
    """The speaker whom the noun phrase before a relative pronoun names."""
    view = cast.view
    end = at - 1 if view.words[at - 1] == "," else at
    low, _ = view.unit_at(at)
    phrase = plain(view, end, low) if low < end else None
    return resolve(cast, *phrase) if phrase else None


def _joint(cast: Cast, at: int) -> Speaker | None:
    """The joint speakers heard last, for "the groups", "the two units"."""
    spoken = cast.before(at)
    return spoken[-1].speaker if spoken and spoken[-1].speaker.members else None


def continued(cast: Cast, cue: Span) -> Speaker | None:
    """Who goes on speaking where a Russian or Ukrainian verb has no subject («Добавил, что ...»): who spoke last in the paragraph."""
    view = cast.view
    first, last = view.tokens_in(cue)
    verb = next((k for k in range(first, last) if view.pos(k) == "VERB" and "sg" in view.tags[k].split(",")), None)
    if view.lang not in ("ru", "uk") or verb is None or view.words[verb].endswith(("тся", "ться", "лось", "лося", "но", "то", "ло")):
        return None
    before = [h for h in cast.before(first) if h.paragraph == view.paragraph_of[first]]
    if not before:
        return None
    woman = view.words[verb].endswith(("ла", "лась", "лася"))
    past = "past" in view.tags[verb].split(",")
    return before[-1].speaker if not past or before[-1].feminine in (None, woman) else None


def _sided(cast: Cast, who: Speaker | None, first: int, last: int) -> Speaker | None:
    """Somebody whom the pack does not list, with the side that the words of the source tell."""
    if who is None or who.side is not None or who.id is not None or who.members:
        return who
    return replace(who, side=affiliated(cast, first, last))


def _referred(cast: Cast, first: int, last: int) -> Speaker | None:
    """Whom a phrase without a name stands for: somebody of the land that it names, one named before, or one of the land the text is at."""
    met = designation(cast, first, last)
    qualified = met is not None and bool(met.country or met.areas)
    if qualified and (who := designated(cast, first, last)):
        return who
    who = described(cast, first, last) or short(cast, first, last)
    if met is not None and met.country and who is not None and _elsewhere(cast, who, met.country):
        return None  # "Halmora's ministry" is no body of another country, nor are "Halmora's officials" those named before
    actor = cast.roster.pack.actors.get(who.id or "") if who is not None else None
    if actor is not None and not actor.person and foreign(cast, actor, first, last):
        return None  # «МИД Ирана» after "МИД Грузии"
    if who is not None or qualified:
        return who
    turned = head(view := cast.view, first, last)
    ministry = turned is not None and view.lemmas[turned] in _MINISTRIES and met is not None and met.rest == (turned,)
    return designated(cast, first, last) or (military_ministry(cast, first) if ministry else None)


def _elsewhere(cast: Cast, who: Speaker, country: str) -> bool:
    actor = cast.roster.pack.actors.get(who.id or "")
    if actor is None:
        return who.kind is not SpeakerKind.PERSON and who.side != side_of(cast, country)
    return actor.country not in (None, country)


def _author(cast: Cast, first: int, at: int, last: int) -> Speaker | None:
    """Who wrote a statement, a note, a tally: the one that its complement or owner names, else the body that spoke last nearby."""
    view = cast.view
    for part in (genitive(view, first, at), complement(view, at, last)):
        if part and head(view, *part) is not None:
            who = resolve(cast, *part)
            if who is not None and (who.id is not None or who.kind is not SpeakerKind.UNKNOWN):
                return who
    if last - at > 1 or genitive(view, first, at):
        return None
    return last_body(cast, first, reach=1)


def _owned(cast: Cast, at: int, last: int) -> Speaker | None:
    """Who "its spokeswoman", "her office", "son état-major", "its note" is: somebody of the one before."""
    view = cast.view
    if view.words[at] in _OURS and view.in_quote[at] < 0 and (publisher := cast.roster.publisher):
        return designated(cast, at + 1, last, of=publisher) or named_speaker(view, cast.roster, cast.mentions, at + 1, last, cast.on)
    owner = of_pronoun(cast, POSSESSIVES.get(view.words[at], "it"), at)
    inner = head(view, at + 1, last)
    if inner is not None and view.lemmas[inner] in _OFFICES and owner is not None and owner.kind is SpeakerKind.PERSON:
        return _office_of(cast, owner) or replace(owner, id=None, kind=SpeakerKind.UNKNOWN, name=view.span(at, last).of(view.text))
    named = named_speaker(view, cast.roster, cast.mentions, at + 1, last, cast.on)
    if (
        named is not None
        and named.id is not None
        and named.kind is not SpeakerKind.PERSON
        and (theirs := _of_owner(cast, owner, at + 1, last))
    ):
        return theirs  # "Orvenna ... its Defence Ministry": the owner's, not the publisher's
    if named is not None and (named.id is not None or (named.kind is SpeakerKind.PERSON and len(named.name.split()) > 1)):
        return named
    if inner is None or owner is None:
        return named
    actor = cast.roster.pack.actors.get(owner.id or "")
    if view.among("writing", inner) or view.among("adjunct", inner) or view.among("desk", inner):
        return owner
    if view.among("spokes", inner):
        return of_spokesperson(cast, owner) or owner
    if view.among("person", inner) and (who := introduced(cast, at, inner)) is not None and named is not None and named.id is None:
        return who
    if actor is not None and not actor.person and view.any_of(("person", "rank"), inner) and (who := leader_of(cast, actor, inner)):
        return who
    whose = actor is not None and (actor.person or actor.kind == "government" or not view.any_of(("person", "rank"), inner))
    if actor is not None and whose and actor.country and (who := designated(cast, at + 1, last, of=actor.country)):
        return who
    if view.among("kin", inner):
        return named  # an uncle's side is not told by his niece's
    mine = view.words[inner] in _MEN or any(view.among(name, inner) for name in _OWN)
    if actor is not None and actor.person and actor.body and mine:
        return of_actor(cast.roster.pack.actors[actor.body], cast.on)
    return replace(named, side=owner.side) if named is not None and named.side is None else named


_MINISTRIES = frozenset("ministry министерство міністерство ministère".split())
_OFFICES = frozenset("office cabinet канцелярия аппарат канцелярія апарат".split())


def _office_of(cast: Cast, owner: Speaker) -> Speaker | None:
    """The administration of the land that somebody of the pack heads: "the governor's office", "sa" bureau."""
    actor = cast.roster.pack.actors.get(owner.id or "")
    body = cast.roster.pack.actors.get(actor.body or "") if actor is not None and actor.person else None
    if actor is None or body is None or body.kind != "local authority" or body.area != actor.area:
        return None
    return of_actor(body, cast.on)


def _of_owner(cast: Cast, owner: Speaker | None, first: int, last: int) -> Speaker | None:
    """The body of the owner's country that the words fit, where owner and words name no country otherwise."""
    actor = cast.roster.pack.actors.get(owner.id or "") if owner is not None else None
    if actor is None or not actor.country or any(cast.countries_at(k) for k in range(first, last) if cast.view.pos(k) == "ADJ"):
        return None
    return designated(cast, first, last, of=actor.country)


def follower(view: View, cast: Cast, content: Span) -> Speaker | None:
    """The speaker of a quotation that goes on alone: the last one heard."""
    first, _ = view.tokens_in(content)
    before = [h for h in cast.heard[-RECENT:] if h.at < first]
    return before[-1].speaker if before else None


def voice(roster: Roster, identity: str | None, on: date | None) -> Speaker | None:
    """The actor whose voice an outlet is."""
    actor = roster.pack.actors.get(identity or "")
    return of_actor(actor, on) if actor else None
