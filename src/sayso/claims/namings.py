"""The namings: the name and role by which somebody whom the pack does not list is called, from the words of a source."""

import re
from dataclasses import replace

from sayso.claims.forms import dictionary_form
from sayso.claims.heads import head, nominative
from sayso.claims.names import base_form
from sayso.claims.view import View
from sayso.record.mention import Mention, MentionKind
from sayso.text.span import Span

_MOST = 500  # names of a document among which a fuller form is looked for
SMALL_WORDS = frozenset("the a an le la les l' un une des du de d' this that its his her their".split())


def as_written(view: View, mention: Mention, first: int, last: int) -> str | None:
    """The name as it stands, where the source is in the nominative; one word alone may be a part of a fuller name."""
    start, end = view.tokens_in(mention.span)
    if view.lang not in ("ru", "uk") or end - start < 2:
        return None
    return mention.span.of(view.text) if _subject(view, first, last, start) else None


def subject_named(view: View, mention: Mention, first: int, last: int) -> Mention:
    """The mention, named as it stands where one word that looks like another case follows a title in the nominative («Командир Фарах»)."""
    start, end = view.tokens_in(mention.span)
    turned = head(view, first, last)
    if view.lang not in ("ru", "uk") or end - start != 1 or turned is None or turned >= start or nominative(view, start):
        return mention
    return replace(mention, name=mention.span.of(view.text)) if _subject(view, first, last, start) else mention


def _subject(view: View, first: int, last: int, start: int) -> bool:
    """Does the source stand in the nominative, by its title before the name that starts there, else by what is before it?"""
    turned = head(view, first, last)
    titled = turned is None or turned >= start or nominative(view, turned)
    return titled and not _governed(view, first)


def _governed(view: View, first: int) -> bool:
    """Does a preposition or a noun stand before the source, which puts it into another case ("по словам", "за даними")?"""
    before = first - 1
    if before < 0 or first in view.sentence_starts:
        return False
    return view.word_in("preposition", before) or (view.pos(before) == "NOUN" and not view.mark(before))


def role_of(view: View, inside: list[Mention], first: int, last: int) -> str | None:
    """The title beside a name: "mayor of Kursk"."""
    person = next((m for m in inside if m.kind is MentionKind.PERSON), None)
    title = next((k for k in range(first, last) if view.among("person", k) or view.among("spokes", k)), None)
    if title is None:
        return None
    end = title + 1
    while end < last and view.words[end] not in (",", "(", "—", "–", "-"):
        end += 1
    start = title
    while start > first and view.pos(start - 1) in ("ADJ", "NOUN", "PROPN") and not view.mark(start - 1):
        start -= 1
    span = view.span(start, end)
    if person is not None and person.span.overlaps(span):
        if person.span.start <= span.start:
            return None
        span = Span(span.start, person.span.start)
    return span.stripped(view.text, ',;: «»"').of(view.text) or None


def full_name(view: View, mentions: tuple[Mention, ...], mention: Mention) -> str:
    """The fullest form of an unlisted person's name in the document."""
    if len(mention.name.split()) != 1:
        return mention.name
    begun = mention.name[:5].casefold()
    persons = [m.name for m in mentions[:_MOST] if m.kind is MentionKind.PERSON and m.actor is None and len(m.name.split()) > 1]
    surnamed = [name for name in persons if name.split()[-1][:5].casefold() == begun]
    fuller = surnamed or [name for name in persons if name.split()[0].casefold() == mention.name.casefold()]
    return fuller[0] if fuller and len({f.casefold() for f in fuller}) == 1 else mention.name


_REACHED = {
    "en": re.compile(r"(reached|contacted|interviewed|quoted|cited|questioned|met)$"),
    "fr": re.compile(r"(joint|contacté|interrogé|rencontré|cité|interviewé|sollicité|questionné)e?s?$"),
}


def _reached(view: View, k: int) -> bool:
    """Does a participle tell how somebody was heard (« un berger joint | par téléphone »)?"""
    return view.lang in _REACHED and not view.capital(k) and _REACHED[view.lang].match(view.words[k]) is not None


def plain_name(view: View, first: int, last: int) -> str:
    """The words of a source without article and outer marks, a lone inflected name in its base form."""
    while first < last and (
        (view.mark(first) and view.surface(first) not in '«“"') or view.words[first] in SMALL_WORDS or view.word_in("adverb", first)
    ):
        first += 1
    if first >= last:
        return ""
    last = next((k for k in range(first + 1, last) if view.words[k] == "," or _reached(view, k)), last)  # what is no part of the name
    span = view.span(first, last).stripped(view.text, ",;:-–— ")
    turned = head(view, first, last)
    plain = not any(view.capital(k) for k in range(first, last))  # a name among the words stays as written
    if plain and (form := dictionary_form(view, first, last)):
        return form
    if view.lang in ("ru", "uk") and last - first > 1 and turned is not None and nominative(view, turned) and not _governed(view, first):
        return span.of(view.text)
    name = _headed(view, first, last) or base_form(view, span)
    if (
        view.lang in ("ru", "uk")
        and last - first == 1
        and view.pos(first) == "NOUN"
        and not view.capital(first)
        and "pl" not in view.tags[first].split(",")
    ):
        name = view.lemmas[first]
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    return name


_BODIES = ("organisation", "government", "military", "body")


def _headed(view: View, first: int, last: int) -> str | None:
    """A body with its owner («Генштабе Израиля» -> "Генштаб Израиля"): its first word in the nominative, the rest as it stands."""
    if view.lang not in ("ru", "uk") or last - first < 2 or not view.any_of(_BODIES, first) or "gen" not in view.tags[first + 1].split(","):
        return None
    surface, lemma = view.surface(first), view.lemmas[first]
    turned = surface if surface.isupper() or nominative(view, first) else lemma
    rest = view.text[view.ends[first] : view.ends[last - 1]]
    return (turned[0].upper() + turned[1:] if surface[0].isupper() else turned) + rest
