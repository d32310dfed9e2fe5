"""The introductions: the nouns by which somebody was brought in ("Major Lind", "Ida Kroll, the headmistress", "a shepherd")."""

from sayso.claims.extents import plain, reached
from sayso.claims.heads import head
from sayso.claims.view import Range, View

_TITLES = ("person", "rank", "spokes", "official", "kin")
_STYLES = ("rank", "person", "healer", "clergy", "kin")  # before a name with a capital: "Father", "Sister"
_NAMES_NOBODY = ("adjunct", "place", "facility", "platform")
_APPOSED = 8  # words of an apposition after a name
_SINGLE_THINGS = frozenset("company campaign data document poll record report study survey rapport étude enquête sondage".split())
_NO_PEOPLE = (
    "organisation", "government", "military", "armed group", "international", "agency", "outlet", "writing", "facility", "place",
    "platform",
    "unit", "body", "town hall", "rescuers", "relief", "adjunct", "desk",
)  # fmt: skip
_OF = frozenset("de du des d' of".split())
_ONE = frozenset("a an one another second third un une autre один одна одно еще второй вторая другой другая один інший інша".split())
_TRADES = ("ник", "тель", "ец", "щик", "чик", "ница", "ист", "истка", "арь", "ар", "ець", "ниця", "ач", "яр")


def nouns_of(view: View, first: int, last: int) -> frozenset[str]:
    """The nouns beside a person's name at tokens: its title, what stands before it, the apposition before or after it."""
    low, high = view.unit_at(first)
    found = {k for k in range(first, last - 1) if view.any_of(_TITLES, k)}
    start = first
    while start > low and (_title(view, start - 1) or (view.words[start - 1] == "." and start - 1 > low)):
        start -= 1
        found.add(start)
    found |= _before(view, start, low)
    if start > low + 1 and view.words[start - 1] == "," and (phrase := plain(view, start - 1, low)):
        found |= _headed(view, phrase)
    if last + 1 < high and view.words[last] in (",", "("):
        end = next((k for k in range(last + 1, min(high, last + 1 + _APPOSED)) if view.mark(k) or view.finite(k)), last + 1)
        if end > last + 1:
            found |= _headed(view, (last + 1, end))
    kept = [k for k in found if not view.mark(k) and not view.any_of(_NAMES_NOBODY, k)]
    return frozenset(word for k in kept for word in (view.lemmas[k], view.words[k].removesuffix("'s").removesuffix("’s")))


def _title(view: View, k: int) -> bool:
    return view.any_of(_STYLES if view.capital(k) else ("rank", "person", "healer"), k)


def _before(view: View, first: int, low: int) -> set[int]:
    """The noun of the phrase that runs into a name: the last one in English, elsewhere the first ("министр обороны Эрн")."""
    if first <= low or view.mark(first - 1):
        return set()
    if view.lang == "en":
        return {first - 1} if view.pos(first - 1) in ("NOUN", "X") and not view.surface(first - 1).endswith(("'s", "’s")) else set()
    start = reached(view, first, low)
    if start >= first or view.word_in("preposition", first - 1) or view.words[first - 1] in _OF:
        return set()
    found = _headed(view, (start, first))
    return {k for k in found if view.lang == "fr" or not _owned(view, k, first)}


def _owned(view: View, noun: int, name: int) -> bool:
    """Is the name only the owner of the noun: «мать Павла», a nominative before a genitive?"""
    theirs = view.tags[name].split(",")
    return "nom" in view.tags[noun].split(",") and "gen" in theirs and "nom" not in theirs


def _headed(view: View, phrase: Range) -> set[int]:
    turned = head(view, *phrase)
    named = turned is None or (view.capital(turned) and turned not in view.sentence_starts)
    return set() if turned is None or named else {turned}


def single(view: View, first: int, last: int, *, loose: bool = False) -> int | None:
    """The head of a phrase for one human being without a name ("a shepherd", «знакомый наводчик»); None where it is anything else.

    With `loose` any noun that is no body or thing of the lexicon will do.
    """
    turned = head(view, first, last)
    if turned is None or (view.capital(turned) and turned not in view.sentence_starts) or "pl" in view.tags[turned].split(","):
        return None
    if view.any_of((*_TITLES, "witness"), turned):
        return turned
    if view.any_of(_NO_PEOPLE, turned) or view.lemmas[turned] in _SINGLE_THINGS or view.pos(turned) not in ("NOUN", "X"):
        return None
    if loose:
        return turned
    if view.lang in ("ru", "uk"):
        return turned if view.lemmas[turned].endswith(_TRADES) else None
    opened = {view.words[k] for k in range(max(0, first - 1), turned)}
    return turned if opened & _ONE else None


def apposed_name(view: View, first: int, last: int) -> Range | None:
    """The name of two words and more that ends a source after a comma ("a survivor, deckhand Josip Aren"); English and French."""
    comma = next((k for k in range(last - 1, first, -1) if view.words[k] == ","), None)
    if comma is None or view.lang not in ("en", "fr"):
        return None
    at = comma + 1
    while at < last and not view.capital(at) and (view.word_in("determiner", at) or view.pos(at) in ("NOUN", "ADJ", "DET", "X")):
        at += 1
    if last - at < 2 or at - comma > _APPOSED // 2 or not all(view.capital(k) and view.pos(k) != "NUM" for k in range(at, last)):
        return None
    return None if any(view.any_of(_NO_PEOPLE, k) or view.among("outlet", k) for k in range(at, last)) else (at, last)


_CALLED = {
    "en": frozenset("name named called identified nicknamed known sign callsign signs calls surname".split()),
    "ru": frozenset("имени позывным позывной назвался назвалась представился представилась представившийся представившаяся"
                    " прозвищу".split()),
    "uk": frozenset("ім'я позивним позивний назвався назвалася представився представилася прізвисько".split()),
    "fr": frozenset("nom prénommé prénommée nommé nommée surnommé surnommée indicatif présente appelle".split()),
}  # fmt: skip
_BETWEEN = frozenset(
    "only just simply as himself herself his her is was est comme se sous s' qui de d' un une le la как только лишь як лише".split()
)
_OWN_NAME = frozenset({"calls", "appelle"})  # of oneself only: "calls himself Kestrel", « s'appelle Lise »
_SELVES = frozenset({"himself", "herself", "s'", "s"})
_CLAUSE = 20  # words of a clause that may tell a name


def called(view: View, turned: int, last: int) -> Range | None:
    """The name that a clause tells of somebody ("a woman who gave her name as Lotte", «боец с позывным Клён»)."""
    _, high = view.unit_at(turned)
    names, clause = _CALLED.get(view.lang, ()), False
    for k in range(turned + 1, min(high, last + _CLAUSE)):
        if (view.in_quote[k] >= 0 and view.in_quote[turned] < 0) or view.word_in("that", k):
            return None
        clause = clause or view.among("relative", k) or view.words[k] == ","
        if view.words[k] not in names:
            if k >= last and not clause and (view.finite(k) or view.cue_at(k)):
                return None  # "a shepherd said the village was called Lemna": what he says, and not his name
            continue
        if k >= last and not clause and view.pos(k) not in ("ADJ", "NOUN", "PART"):
            return None
        if view.words[k] in _OWN_NAME and not {view.words[k - 1], view.words[min(k + 1, high - 1)]} & _SELVES:
            continue
        at = k + 1
        while at < high and ((view.mark(at) and view.surface(at) in ',:«“"') or view.words[at] in _BETWEEN):
            at += 1
        end = at
        while end < high and view.capital(end) and not view.mark(end):
            end += 1
        if at < end:
            return at, end
    return None
