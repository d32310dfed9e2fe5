"""The edge: where the source and the content of a claim begin and end, whichever of encoder and rules drew them."""

from dataclasses import replace

from sayso.claims import sources
from sayso.claims.marked import clean
from sayso.claims.pronouns import THERE
from sayso.claims.proposal import Proposal
from sayso.claims.view import MARKS, View
from sayso.text.span import Span, hull

_ARTICLES = frozenset("the a an le la les l' un une".split())
_JOINERS = {
    "en": frozenset[str](),  # PolNeAR has "that" within its contents
    "ru": frozenset("что будто".split()),
    "uk": frozenset("що ніби наче буцімто".split()),
    "fr": frozenset("que qu'".split()),
}
_ABOUT = {"ru": frozenset("о об обо про".split()), "uk": frozenset({"про"})}
_BY_WHICH = frozenset("с из к у о в на от за по з із зі до від про".split())
_PARTICIPLES = frozenset(
    f"{stem}{end}"
    for stem in ("joint", "cité", "interrogé", "rencontré", "consulté", "contacté", "entendu", "relayé", "diffusé", "ayant", "réfugié")
    for end in ("", "e", "s", "es")
)
_VERBAL = ("VERB", "AUX", "PART", "PTCL")
_NOUNS = ("NOUN", "PROPN", "X")


def edged(view: View, proposal: Proposal) -> Proposal:
    """The proposal with its source without loose words at the edges, and its content without the words that join it to the cue."""
    if proposal.follows:
        return proposal
    source = tuple(_source(view, proposal, span) for span in proposal.source)
    content = tuple(_content(view, proposal, span) for span in proposal.content)
    if source == proposal.source and content == proposal.content:
        return proposal
    named = proposal.named
    if named is not None and named in proposal.source:
        named = source[proposal.source.index(named)]
    return replace(
        proposal, source=source, content=content, named=named, frame=hull([*proposal.cue, *source]) if source else proposal.frame
    )


def _source(view: View, proposal: Proposal, span: Span) -> Span:
    first, last = view.tokens_in(span)
    if first >= last:
        return span
    if last - first == 1 and view.words[first] in _ARTICLES:
        return _after_article(view, proposal, first) or span
    if view.lang not in ("ru", "uk", "fr"):
        return span  # PolNeAR has relative clauses within its sources
    start, end = first, _without_clause(view, first, last)
    while end - start > 1 and proposal.confidence is not None and view.words[start] in _ARTICLES and not view.capital(start):
        start += 1
    if view.lang != "fr":
        start = _without_lead(view, start, end)
        while end - start > 1 and (view.pos(end - 1) == "ADV" or view.words[end - 1] in ("же", "ж")) and not view.capital(end - 1):
            end -= 1
    return view.span(start, end) if (start, end) != (first, last) else span


def _without_clause(view: View, first: int, last: int) -> int:
    """The index after a source without the relative clause or participle that tells more of the speaker («Мэр, | который ...»)."""
    for k in range(first + 1, last):
        comma = view.words[k - 1] == ","
        if view.among("relative", k) and (comma or view.words[k] == "qui"):
            return k - comma
        if comma and view.lang != "fr" and view.words[k] in _BY_WHICH and k + 1 < last and view.among("relative", k + 1):
            return k - 1
        if view.lang == "fr" and view.words[k] in _PARTICIPLES and k + 1 < last and k > first + 1 - comma:
            return k - comma
        if comma and view.pos(k) == "PART" and view.lang != "fr" and not view.capital(k):
            return k - 1
    return last


def _after_article(view: View, proposal: Proposal, at: int) -> Span | None:
    """The noun phrase of an article that is all an encoder has of it ("le | même communiqué")."""
    _, high = view.unit_at(at)
    found = sources.after(view, at + 1, high)
    if found is None or not any(view.pos(k) in _NOUNS or view.capital(k) for k in range(*found)):
        return None
    span = view.span(*found)
    return None if any(span.overlaps(part) for part in (*proposal.cue, *proposal.content)) else span


def _without_lead(view: View, first: int, last: int) -> int:
    """The index after an adverb, a clock time or a hearer in the dative before the name («накануне | премьер», «агентству | таксист»)."""
    while last - first > 1 and (not view.capital(first) or first in view.sentence_starts):
        tags = view.tags[first].split(",")
        loose = (tags[0] == "ADV" and view.words[first] not in THERE) or (view.words[first][:1].isdigit() and ":" in view.words[first])
        hearer = tags[0] == "NOUN" and "dat" in tags and "nom" not in tags and _nominative(view, first + 1)
        if not loose and not hearer:
            break
        first += 1
    return first


def _nominative(view: View, k: int) -> bool:
    return "nom" in view.tags[k].split(",")


def _content(view: View, proposal: Proposal, span: Span) -> Span:
    first, last = view.tokens_in(span)
    start = first
    while last - start > 1 and view.words[start] in _JOINERS[view.lang] and not view.word_in("determiner", start):
        start += 1
    if (
        start == first
        and last - start > 1
        and view.words[start] in _ABOUT.get(view.lang, ())
        and any(0 <= view.starts[start] - cue.end < 3 for cue in proposal.cue)
    ):
        start += 1
    if start == first:
        return span
    while start < last - 1 and view.mark(start) and view.text[view.starts[start]] not in MARKS:
        start += 1
    bare = clean(view, start, last)
    return bare if bare.length else span


def wider(view: View, mine: tuple[Span, ...], theirs: tuple[Span, ...]) -> tuple[Span, ...]:
    """An encoder's source with what the rules' source has before or after it, where that names who speaks; else as it is."""
    if len(mine) != 1 or len(theirs) != 1 or not theirs[0].covers(mine[0]) or mine == theirs:
        return mine
    first, last = view.tokens_in(mine[0])
    low, high = view.tokens_in(theirs[0])
    start = _before(view, low, first)
    end = _after(view, first, last, high)
    return (view.span(start, end),) if (start, end) != (first, last) else mine


def _before(view: View, low: int, first: int) -> int:
    """Where a title or body before the source begins («Завідувачка пекарні | Самія Дургам», "the UN in | Sahral")."""
    while low < first and (
        view.words[low] in _ARTICLES or (view.mark(low) and view.text[view.starts[low]] not in MARKS) or view.words[low][:1].isdigit()
    ):
        low += 1
    extra = range(low, first)
    if not any(view.pos(k) in _NOUNS or view.capital(k) for k in extra):
        return first
    if any(view.word_in("adjunct", k) or view.pos(k) in _VERBAL or view.word_in("adverb", k) for k in extra):
        return first
    if any(view.cue_at(k) for k in extra):
        return first  # "the platform is empty, according to | Mayor Tarn"
    return low


def _after(view: View, first: int, last: int, high: int) -> int:
    """Where a name that the source lacks ends («Бригадний генерал | у відставці Лоренс Вік»)."""
    extra = range(last, high)
    if (
        not extra
        or view.pos(last - 1) == "PRON"
        or any(view.finite(k) or view.among("relative", k) or view.pos(k) in ("PART", "ADV") for k in extra)
    ):
        return last
    if any(view.capital(k) and k not in view.sentence_starts for k in range(first, last)):
        return last
    if view.lang == "en" and any(view.words[k] == "," for k in extra):
        return last
    named = [k for k in extra if view.capital(k)]
    if not named or any(view.word_in("adjunct", k) for k in extra):
        return last
    return high
