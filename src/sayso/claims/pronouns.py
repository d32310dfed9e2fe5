"""The pronouns: who "he", "it" or "there" is, from those who spoke and were named before; nobody where two fit."""

from sayso.claims.cast import RECENT, Cast, Heard, opens
from sayso.claims.genders import grammatical
from sayso.claims.heads import head
from sayso.claims.speakers import of_actor
from sayso.record.claim import Speaker, SpeakerKind

_DEMONSTRATIVES = dict.fromkeys(("celui-ci", "этот", "тот", "цей", "той"), False) | dict.fromkeys(("celle-ci", "эта", "та", "ця"), True)
_PASSING = frozenset({SpeakerKind.AGENCY, SpeakerKind.OUTLET})
THERE = frozenset({"там", "there", "там-то", "там-таки"})


def antecedent(cast: Cast, at: int) -> Speaker | None:
    """Who a relative pronoun stands for: the one named just before it in the sentence."""
    low = cast.view.unit_at(at)[0]
    return next((h.speaker for h in reversed(cast.earlier(at)) if low <= h.at < at), None)


def of_pronoun(cast: Cast, pronoun: str, at: int) -> Speaker | None:
    """Who a pronoun is: of those who spoke or were named before, the last one that it fits; nobody where two fit."""
    if pronoun == "we":
        return _publisher(cast) if cast.view.in_quote[at] < 0 else None
    spoken = cast.before(at)
    here = cast.view.paragraph_of[at]
    named = [h for h in cast.earlier(at) if here - h.paragraph <= 1]
    if pronoun in ("he", "she"):
        wanted = pronoun == "she"
        if cast.view.lang != "en" and (who := _gendered(cast, spoken, named, at, feminine=wanted)):
            return who
        people = [h for h in spoken if h.human and h.feminine in (None, wanted)]
        candidates = people[-1:]
        if cast.view.lang in ("ru", "uk", "fr"):
            # "Il" and "он" may be a ministry that opened a sentence since
            floor = people[-1].at if people else -1
            opened = {h.speaker.key: h.speaker for h in named if h.at > floor and h.paragraph == here and opens(cast.view, h)}
            if len(opened) == 1 and next(iter(opened.values())).kind is not SpeakerKind.PERSON:
                return next(iter(opened.values()))
        if not candidates:
            alone = {h.speaker.key: h for h in named if h.speaker.kind is SpeakerKind.PERSON and h.feminine in (None, wanted)}
            if len(alone) == 1:
                return next(iter(alone.values())).speaker
            # Russian, Ukrainian and French "he" may be a ministry or an agency
            if not alone and spoken and (cast.view.lang != "en" or _only_bodies(cast, spoken, at, feminine=wanted)):
                return spoken[-1].speaker
            return None
        last = candidates[-1]
        if last.feminine is None and last.paragraph < here:
            sure = {h.speaker.key: h.speaker for h in named if h.paragraph == here and h.feminine is wanted}
            if len(sure) == 1:
                return next(iter(sure.values()))  # a woman named since, for one of whom nothing tells
        since = {
            h.speaker.key: h.speaker
            for h in named
            if h.at > last.at
            and h.speaker.kind is SpeakerKind.PERSON
            and h.speaker.key != last.speaker.key
            and h.feminine in (None, wanted)
            and opens(cast.view, h)
        }
        if (
            last.paragraph < here
            and not since
            and any(h.paragraph == here and opens(cast.view, h) for h in named)
            and all(h.speaker.key != last.speaker.key for h in named if h.paragraph == here)
        ):
            return None  # another name opens this paragraph
        if cast.view.lang in ("ru", "uk", "fr") and spoken[-1] is not last and spoken[-1].paragraph == here:
            return None
        if len(since) == 1:
            return next(iter(since.values()))
        return None if since else last.speaker
    bodies = [h for h in spoken if h.speaker.kind is not SpeakerKind.PERSON]
    if pronoun == "it":
        bodies = [h for h in bodies if not h.speaker.members and not _many(cast, h)]
    elif spoken and spoken[-1].speaker.kind is SpeakerKind.PERSON and not spoken[-1].speaker.members:
        bodies = [h for h in bodies if h.at > spoken[-1].at] or bodies[-1:]
    floor = bodies[-1].at if bodies else -1
    opened = {h.speaker.key: h.speaker for h in named if h.at > floor and h.speaker.kind is not SpeakerKind.PERSON and opens(cast.view, h)}
    if len(opened) == 1 and pronoun == "it":
        return next(iter(opened.values()))  # "The ministry gave a different picture. It said ..."
    if pronoun == "it" and bodies and bodies[-1].paragraph < here:
        # "The claim came from the Legion. It wrote": one body named in the paragraph since goes before who spoke above
        told = {
            h.speaker.key: h.speaker
            for h in named
            if h.paragraph == here and h.at > floor and h.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.OUTLET, SpeakerKind.AGENCY)
        }
        if len(told) == 1:
            return next(iter(told.values()))
    if bodies:
        return bodies[-1].speaker
    alone = {h.speaker.key: h for h in named if h.speaker.kind is not SpeakerKind.PERSON and h.paragraph == here}
    return next(iter(alone.values())).speaker if len(alone) == 1 else None


def _many(cast: Cast, heard: Heard) -> bool:
    """Are several people meant, who are no "it" ("military bloggers")?"""
    turned = head(cast.view, heard.at, heard.end)
    return heard.speaker.id is None and turned is not None and not cast.view.capital(turned) and "pl" in cast.view.tags[turned].split(",")


def _only_bodies(cast: Cast, spoken: list[Heard], at: int, *, feminine: bool) -> bool:
    """Is "she" of a machine's English a body: the one that spoke just before in the paragraph, where nobody can be meant by it?"""
    people = (h for h in cast.earlier(at) if h.speaker.kind is SpeakerKind.PERSON)
    return spoken[-1].paragraph == cast.view.paragraph_of[at] and not any(h.feminine in (None, feminine) for h in people)


def _gendered(cast: Cast, spoken: list[Heard], named: list[Heard], at: int, *, feminine: bool) -> Speaker | None:
    """Who a French or Slavic "he" or "she" is by grammar: the last one of that gender who spoke or opened a sentence, person or body.

    Nobody where somebody of no known gender came later.
    """
    view, here = cast.view, cast.view.paragraph_of[at]
    if at > 1 and view.words[at - 1] == "," and view.lang == "fr":
        for entry in cast.roster.within(view.unit_at(at)[0], at - 1):
            actor = cast.roster.actor(entry.ids(("metonym",)), view.lang) if entry.last == at - 1 else None
            if actor is not None:
                return of_actor(actor, cast.on)  # "Orvenna, elle, nie"
    taken_up = [h for h in named if h.end == at - 1 and view.words[at - 1] == ","]  # "Quant à X, elle"
    if taken_up and _gender(cast, taken_up[-1]) in (None, feminine):
        return taken_up[-1].speaker
    near = [h for h in spoken if here - h.paragraph <= 1] + [h for h in named if h.at < at and opens(view, h)]
    near = [h for h in near if not h.speaker.members and h.speaker.kind not in _PASSING and _gender(cast, h) in (None, feminine)]
    if not near:
        return None
    last = max(near, key=lambda h: (h.at, h.spoke))
    return last.speaker if _gender(cast, last) is feminine else None


def _gender(cast: Cast, heard: Heard) -> bool | None:
    """Is the one named a woman, or of feminine gender? None where nothing tells."""
    if heard.speaker.kind is SpeakerKind.PERSON:
        return heard.feminine
    return grammatical(cast.view, heard.at, heard.end)


def _publisher(cast: Cast) -> Speaker | None:
    """The actor whose own channel the document stands in."""
    actor = cast.roster.pack.actors.get(cast.roster.voice or "")
    return of_actor(actor, cast.on) if actor else None


def last_body(cast: Cast, at: int, *, reach: int | None = None) -> Speaker | None:
    """The body or group that spoke last, else the only one named nearby; `reach` paragraphs back at most."""
    here = cast.view.paragraph_of[at]
    bodies = [h for h in cast.before(at) if h.speaker.kind is not SpeakerKind.PERSON and (reach is None or here - h.paragraph <= reach)]
    if bodies:
        return bodies[-1].speaker
    near = {
        h.speaker.key: h.speaker
        for h in cast.earlier(at)
        if h.at < at and here - h.paragraph <= 1 and h.speaker.kind is not SpeakerKind.PERSON
    }
    return next(iter(near.values())) if len(near) == 1 else None


def last_person(cast: Cast, at: int, *, feminine: bool | None, titled: bool = True) -> Speaker | None:
    """The person whom "чиновница", "l'élu", "the woman" means: who spoke or was named last, a paragraph back at most.

    With `titled` somebody with an office or title; else the only one who fits.
    """
    here = cast.view.paragraph_of[at]
    near = [
        h
        for h in (*cast.earlier(at), *cast.heard[-RECENT:])
        if h.at < at
        and here - h.paragraph <= 1
        and h.speaker.kind is SpeakerKind.PERSON
        and (feminine is None or h.feminine in (None, feminine))
        and (not titled or h.speaker.id is not None or h.speaker.role is not None)
    ]
    if not titled and len({h.speaker.key for h in near}) > 1:
        near = [h for h in near if h.paragraph == here]
        if len({h.speaker.key for h in near}) > 1:
            return None
    return max(near, key=lambda h: (h.at, h.spoke)).speaker if near else None


def latest_speaker(cast: Cast, at: int) -> Speaker | None:
    """Who spoke last before a token, in its paragraph or the one before: "the same source"."""
    near = [h for h in cast.before(at) if cast.view.paragraph_of[at] - h.paragraph <= 1]
    return near[-1].speaker if near else None


def latest(cast: Cast, at: int) -> Speaker | None:
    """Whom "celle-ci", "the latter" stands for: the one named last before it, in its paragraph or the one before."""
    here = cast.view.paragraph_of[at]
    near = [h for h in (*cast.earlier(at), *cast.heard[-RECENT:]) if h.at < at and here - h.paragraph <= 1]
    wanted = _DEMONSTRATIVES.get(cast.view.words[at])
    near = [h for h in near if wanted is None or _gender(cast, h) in (None, wanted)]
    sure = [h for h in near if wanted is not None and _gender(cast, h) is wanted]
    near = sure or near
    return max(near, key=lambda h: (h.at, h.spoke)).speaker if near else None
