"""The slight: a word by which a report, figure or film is called false or worthless ("a lie", «спектаклем», «завищеною»)."""

import re

from sayso.claims.view import END, View
from sayso.text.span import Span

_OPENING = 6  # words of a content in which the report that it speaks of stands
_AUX_MOST = 40  # words of a content that are looked at

_FALSE = {
    "en": re.compile(
        r"(lies?|fakes?|false|falsehoods?|fabricat\w+|fictions?|nonsense|absurd\w*|baseless|groundless|unfounded|untrue|rubbish|provocations?|propaganda|slanders?|libel|bluff|delusions?|fairytales?|concoctions?|fabulations?|gossip|insinuations?|hoax(es)?|inventions?"
        r"|invented|untruths?|forger(y|ies)|folklore|laughable|ludicrous|preposterous|fantas(y|ies)|fables?|myths?|ridiculous|disinformation|smears?|fairy|lying|bunk|garbage|hearsay|ravings?|libels?|calumn(y|ies)|slanderous|libellous|bogus|spurious|humbug|drivel|hogwash|whitewash|paranoia|mystification|fictitious)$"
    ),
    "ru": re.compile(
        r"вр[её]т$|врут$|лжет$|лгут$|лож(ь|ью|ный|ным|ными|ная|ной)$|враньё|вранье|вранья|враньем|фейк|фальшивк|фальсификац|вымы[сш]|выдумк|чушь|чушью|чепух|нелеп|абсурд|бред(ом|ни)?$"
        r"|вздор|подделк|подделан|дезинформац|вброс|небылиц|безосновательн|беспочвен|голословн|надуманн|неправд|сказк|домысл|провокаци(ей|я)$|клевет|инсинуац|враки|брехн|приписк|байк(а|и|ой|ами)$|издевательств|сгенерирован|пропаганд(а|ой|у|ы)$"
    ),
    "uk": re.compile(
        r"брехн|бреш(е|уть|еш)$|неправд|фейк|фальшивк|фальсифікац|вигадк|нісенітниц|абсурд|маячн|дезінформац|вкид|безпідставн|безглузд|голослівн|надуман|казк(а|и|ами|ою)$"
        r"|підроб|насмішк|домисл|фантазі|провокаці(єю|я)$|небилиц|наклеп|інсинуаці|панікерств|бутафорі|байк(а|и|ою|ами)$|дурниц|знущан|згенерован|пропаганд(а|ою|у|и)$"
    ),
    "fr": re.compile(
        r"mensong|ment(ent)?$|faux$|fausses?$|fables?$|inventions?$|invent[ée]|fantaisi|absurd|infond|élucubr|affabul|fakes?$|intox$|désinformation|sornette|ineptie"
        r"|erroné|inexact|extravagan|ridicul|grotesque|chimér|légende|contes?$|calomni|contre-vérit|bobard|provocation|propagande|diffam|ragot|baliverne|foutaise|insinuation|divagation|délire"
    ),
}
_WORDS = re.compile(r"[\w’'ʼ-]+")
_SLIGHT = {
    "en": re.compile(
        r"(theatre|theater|theatrics|premature|melodrama|pantomime|farce|staged|staging|cartoon|inflated|exaggerat\w+|forg(ed|ery|eries)|bluster|overblown|actors|untrue)$"
    ),
    "ru": re.compile(
        r"театр(ом|альщин)|спектакл|постановк|инсценировк|мультик|завышен|преувелич|недостоверн|бахвальств|паникер|монтаж|мечтами|фантази|картинк|клоунад"
        r"|однобок|предвзят|преждеврем|подлост|маловероятн|смехотвор|заниж|несостоятел|цинич|неправильн|неверн"
    ),
    "uk": re.compile(
        r"заниж|неспроможн|циніч|неправильн|невірн|однобіч|однобок|упереджен|передчасн|підліст|малоймовірн|непристойн|сміховин|замовн|замовлен|театр(ом|альщин|альн)|вистав|постановк|інсценівк|мультик|завищен|перебільш|недостовірн|вихвалянн|марен|вигадан|монтаж|мріями|мелодрам|картинк|клоунад"
    ),
    "fr": re.compile(
        r"théâtre|exagér|manipulation|cinéma|montage|gonflé|comédie|mascarade|forgé|romans?$|fiction|fantasme|farce|mise$|canular|mythe|imposture|supercherie|folklore|paranoïa|indigne|prématuré"
    ),
}
_REPORTED = {
    "en": re.compile(
        r"(reports?|rumou?rs?|allegations?|accusations?|claims?|version|figures?|numbers?|estimates?|stor(y|ies)|statements?|footage|videos?|pictures?"
        r"|information|findings?|accounts?|charges?|suggestions?|conclusions?|assertions?|insinuations?|testimony|narratives?|logs?|forecasts?|lists?|counts?|toll|articles?|news|voices|recordings?|photos?|images?|talk|publications?|messages?)$"
    ),
    "ru": re.compile(
        r"слух|сообщени|обвинени|верси|цифр|данны|заявлени|утверждени|рассказ|публикаци|видео|кадр|информаци|извести|разговор|подозрени|показани|прогноз"
        r"|ролик|запис[ьи]|сумм|подсчет|сведени|стать|список|перечень|оценк|новост|слов(а|ам|ами)$|намек|доклад|отчет|сводк|потер[ьи]|упрек|протест$|объяснени|комментари|опровержени"
    ),
    "uk": re.compile(
        r"чут(к|ок)|повідомленн|звинуваченн|версі|цифр|дан[іи]|заяв|твердженн|розповід|публікаці|відео|кадр|інформаці|звістк|розмов|підозр|свідченн|прогноз"
        r"|ролик|запис|сум|підрахун|відомост|статт|список|перелік|оцінк|новин|нот[аиуі]$|слов(а|ам|ами)$|натяк|доповід|звіт|зведенн|втрат|занепокоєн|відповід|закид|протест$|поясненн|коментар|спростуванн"
    ),
    "fr": re.compile(
        r"rumeur|accusation|version|chiffre|récit|allégation|annonce|information|affirmation|déclaration|vidéo|image|propos$|soupçon|bilan|prévision|liste"
        r"|article|rapport|témoignage|conclusion|constat|revendication|thèse|assertion|insinuation|reproche|théorie|hypothèse"
        r"|note$|enregistrement|photo|estimation|nouvelle"
    ),
}
_UNTRUE = {
    "en": re.compile(
        r"\b(is|are|was|were) (\w+ ){0,3}(lies?|false|wrong|incorrect|inaccurate|untrue|fakes?|fabrications?|inventions?|nonsense|baseless"
        r"|groundless|unfounded|rubbish|slanders?|hoax|fiction)\b"
        r"|\b(is|are|was|were) without (object|foundation|basis|substance|merit)\b"
        r"|\b(was|were|been) (doctored|staged|faked|forged)\b"
        r"|\b(was|were|been) (shot|filmed|recorded) [\w ]*(earlier|ago|before|last (year|month|summer|winter))\b"
    ),
    "ru": re.compile(
        r"(не соответству\w+ действительности|не име\w+ (ничего общего|под собой|отношения к (действительности|реальности))|противореч\w+)"
    ),
    "uk": re.compile(r"(не відповіда\w+ (дійсності|реальності)|не ма\w+ (нічого спільного|під собою)|супереч\w+)"),
    "fr": re.compile(
        r"(ne (correspond\w*|répond\w*) pas à la (réalité|vérité)"
        r"|(est|sont|était|étaient) (\w+ ){0,3}(faux|mensong\w+|inventions?|infondée?s?"
        r"|inexacte?s?|erronée?s?|fausses?|dénuée?s? de|sans (fondement|objet)|truquée?s?)"
        r"|date(nt)? d|(est|sont) (un |de |une )?(vieux|vieilles?|ancienne?s?) )"
    ),
}
_NOT_TRUE = re.compile(
    r"\b(is|are|was|were) (\w+ )?not (\w+ )?(true|so|correct|accurate|the case)\b|\b(isn't|aren't|wasn't) true\b"
    r"|\bdo(es)? not correspond to (the )?(reality|truth)\b"
)


def false_word(lang: str, text: str) -> bool:
    """Does the text hold a word for a falsehood?

    >>> false_word("ru", "назвал вымыслом"), false_word("en", "called on")
    (True, False)
    """
    rule = _FALSE[lang]
    return any(rule.match(word) for word in _WORDS.findall(text.casefold().replace("ё", "е")))


def falsehood(view: View, k: int) -> bool:
    """Is the word one for a falsehood, or the last of a phrase for it («не соответствующими действительности»)?"""
    return _FALSE[view.lang].match(view.words[k]) is not None or unreal(view, k) is not None


_REALITY = frozenset("действительности реальности истине дійсності реальності істині".split())
_MATCHING = re.compile(r"(соответству|відповіда)")


def unreal(view: View, k: int) -> int | None:
    """Where a phrase that ends at the word and says that something is not as things are begins («такими, що не відповідають дійсності»)."""
    if view.lang not in ("ru", "uk") or k < 2 or view.words[k] not in _REALITY:
        return None
    if not _MATCHING.match(view.words[k - 1]) or view.words[k - 2] != "не":
        return None
    first = k - 2
    while first and (view.mark(first - 1) or view.words[first - 1] in ("що", "что", "такими", "такой", "таким", "такою")):
        first -= 1
    return first if view.words[first] in ("такими", "такой", "таким", "такою") else k - 2


def reported(view: View, k: int) -> bool:
    """Is the word one for what somebody told, wrote, counted or filmed?"""
    return _REPORTED[view.lang].match(view.words[k]) is not None


def slighting(view: View, k: int) -> bool:
    """Is the word one by which a report is called worthless?"""
    return _SLIGHT[view.lang].match(view.words[k]) is not None


def slights(view: View, label: range, content: tuple[Span, ...]) -> bool:
    """Is a report called worthless: the label holds such a word, and the content or the words beside it name a report?"""
    if not any(slighting(view, k) for k in (*label, *(k for span in content for k in range(*view.tokens_in(span))))):
        return False
    return any(reported(view, k) for k in (*label, *(k for span in content for k in range(*view.tokens_in(span)))))


def gives_the_lie(view: View, content: tuple[Span, ...]) -> bool:
    """Is the content that a report is false ("the report that the village fell is a lie")?"""
    if not content:
        return False
    first, last = view.tokens_in(content[0])
    last = min(last, first + _AUX_MOST)
    end = next((k for k in range(first, last) if view.words[k] in END and k + 1 in view.sentence_starts), last)
    if not any(reported(view, k) for k in range(first, min(end, first + _OPENING))):
        return False
    said = " ".join(view.words[first:end])
    return bool(_UNTRUE[view.lang].search(said)) or (view.lang == "en" and bool(_NOT_TRUE.search(said)))
