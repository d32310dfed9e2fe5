"""The genders: whether somebody named is a woman, a man or not told, by title, given name and the pack."""

from sayso.claims.heads import head
from sayso.claims.view import View
from sayso.lexicon.pack import Actor
from sayso.record.claim import Speaker, SpeakerKind

WOMEN = frozenset(
    "spokeswoman congresswoman policewoman chairwoman woman mme ms mrs queen lady "
    "mother daughter sister wife widow aunt grandmother niece headmistress stepmother businesswoman councilwoman "
    "представительница чиновница пресс-секретарша учительница жительница женщина госпожа уполномоченная "
    "речниця представниця очільниця посадовиця губернаторка мерка міністерка директорка начальниця керівниця заступниця пані жінка лікарка "
    "мать дочь сестра жена супруга вдова тетя бабушка внучка племянница невестка свекровь теща "
    "мати мама донька дочка дружина тітка бабуся онучка племінниця невістка свекруха "
    "femme mère fille sœur épouse tante grand-mère nièce veuve compagne belle-mère infirmière aide-soignante enseignante "
    "gouverneure mairesse présidente députée sénatrice directrice ministre-présidente préfète adjointe procureure habitante élue".split()
)
MEN = frozenset(
    "spokesman congressman policeman chairman mr king man father son brother husband uncle grandfather nephew widower businessman "
    "serviceman "
    "пан господин мужчина отец сын брат муж супруг вдовец дядя дед дедушка племянник тесть свекор батько дядько дідусь племінник "
    "monsieur m gouverneur président directeur préfet homme père fils frère mari époux oncle grand-père neveu veuf".split()
)
_MASCULINE = frozenset(
    "никита илья лука данила фома савва кузьма миша саша ілля микола лука данило микита сава хома кузьма "
    "nikita ilya illia mykola luca joshua ezra barack sasha misha noah elijah luka andrea".split()
)


def feminine(view: View, first: int, last: int, who: Speaker, actors: dict[str, Actor], nouns: frozenset[str] = frozenset()) -> bool | None:
    """Is the one named at tokens a woman? None where nothing tells, or it is no person."""
    words = {view.words[k] for k in range(max(0, first - 1), last)}
    if words & WOMEN or nouns & WOMEN:
        return True
    if view.lang == "fr" and _of_article(view, first):
        return True
    actor = actors.get(who.id or "")
    if actor is None and who.kind is SpeakerKind.PERSON and (told := _by_verb(view, first, last)) is not None:
        return told
    if actor is not None and actor.person:
        return _given((actor.names.get("ru") or actor.name("en")).split()[0].casefold(), sure=True)
    if nouns & MEN:
        return False
    if who.kind is not SpeakerKind.PERSON:
        return None
    known = view.book.classes["given"]
    given = next((w for k in range(first, last) if view.capital(k) for w in (view.lemmas[k], view.words[k]) if w in known), None)
    if given is not None:
        return _given(given, sure=True)
    if words & MEN:
        return False
    name = who.name.split()
    return _given(name[0].casefold(), sure=view.lang in ("ru", "uk")) if len(name) >= 2 and name[0][:1].isupper() else None


def _by_verb(view: View, first: int, last: int) -> bool | None:
    """Does a Russian or Ukrainian verb in the past beside the name tell («Рикке Санд назвала», «отметил Ульф»)?"""
    if view.lang not in ("ru", "uk"):
        return None
    low, high = view.unit_at(first)
    after = next((k for k in range(last, min(high, last + 3)) if view.pos(k) != "ADV"), None)
    before = next((k for k in range(first - 1, max(low - 1, first - 5), -1) if view.pos(k) not in ("NOUN", "ADJ", "PROPN")), None)
    for k in (after, before):
        tags = view.tags[k].split(",") if k is not None and not view.mark(k) else []
        if k is not None and tags[:1] == ["VERB"] and "past" in tags and "sg" in tags:
            if view.words[k].endswith(("ла", "лась", "лася")):
                return True
            if view.words[k].endswith(("л", "лся", "в", "вся")):
                return False
    return None


def _of_article(view: View, first: int) -> bool:
    """ "la ministre", "la porte-parole" before a name."""
    title = first - 1
    while title > 0 and view.among("person", title):
        if view.words[title - 1] == "la":
            return True
        title -= 1
    return False


def _given(name: str, *, sure: bool) -> bool | None:
    if name.endswith(("a", "я", "а")):
        return name not in _MASCULINE
    return False if sure else None


def grammatical(view: View, first: int, last: int) -> bool | None:
    """Is the noun that names a body of feminine gender: by its French article, by its Slavic ending? None where nothing tells.

    A Slavic neuter is neither and counts as None too.
    """
    k = head(view, first, last)
    if k is None:
        return None
    if view.lang == "fr":
        before = next((j for j in range(k - 1, max(-1, k - 4), -1) if view.words[j] in _ARTICLES), None)
        return _ARTICLES[view.words[before]] if before is not None else None
    word = view.lemmas[k]
    if word.endswith(("а", "я")):
        return word not in _MASCULINE
    return False if word[-1:] in _HARD else None


_ARTICLES = {"le": False, "un": False, "du": False, "au": False, "ce": False, "cet": False, "la": True, "une": True, "cette": True}
_HARD = frozenset("бвгґджзйклмнпрстфхцчшщ")
