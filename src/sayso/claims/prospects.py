"""The prospect: the words by which Russian and Ukrainian tell of what is to come, may be, or will be paid back."""

import re

from sayso.claims.view import View
from sayso.text.span import Span

_OPENING = 14  # words of a content in which its main verb is looked for
_NEAR = 4  # words after one of meaning or permitting in which the deed stands
SLAVIC = frozenset({"ru", "uk"})
_BE = frozenset("будет будут буде будуть".split())
_MEANT = frozenset(
    "намерен намерена намерены намерено собирается собираются планирует планируют предстоит обещает обещают"
    " має мають планує планують збирається збираються обіцяє обіцяють".split()
)
_MAY = frozenset("может могут може можуть".split())
_LET = frozenset("пусть пускай нехай хай".split())
_LASTING = re.compile(r"(ыва|ива)(ет|ют|ем)(ся)?$|[ую]ва(є|ють|ємо)(ться|ся)?$")
_UNLIKE_INFINITIVE = re.compile(
    r"(ви|за|про|по|зу|від|до|на|об|при|пере|роз|знадоб|втрат|очол|закінч|скінч)(?!\w*(ход|вод|воз|нос|їзд|роб|бач|про?с|леж|міст|вис))\w*[иаяї]ть(ся)?$"
)
"""Ukrainian verbs of what will be done, which dictionaries take for infinitives in -ть («вистачить», «простоять»)."""
_PLANNED = {
    "ru": re.compile(r"запланирован|планируется$|ожидается$|ожидаются$|ожидают$"),
    "uk": re.compile(r"запланован|планується$|очіку(є|ють)(ться)?$"),
}
_INTENT = {"ru": re.compile(r"(план(ах|е|ы|у)|намерени(и|е|я|ях))$"), "uk": re.compile(r"(план(ах|и|у)|намір(и|ом|у)?)$")}
_STAYING = frozenset("быть бути находиться оставаться перебувати залишатися лишатися залишатись лишатись".split())
_SHORT_FORMS = ("н", "т", "на", "та", "но", "то", "ны", "ты", "ні", "ті")
_UNANSWERED = {
    "ru": re.compile(
        r"не остав(ит|им|ят|ь)\w* .{0,60}без (ответа|последствий)|не останется .{0,20}без (ответа|последствий)"
        r"|ответ(им|ят|ит) (симметрично|зеркально|ударом|огнем|жестко)"
    ),
    "uk": re.compile(
        r"не (за)?лиш(ить|имо|ать|ат|иться|аться)\w* .{0,60}без (відповіді|наслідків)"
        r"|відпові(мо|дять|сть|дають) (симетрично|дзеркально|ударом|вогнем|жорстко)"
    ),
}


def perfective(view: View, k: int) -> bool:
    """Is the word a verb of what will be done? Verbs in -ывать, -увати are none; a Ukrainian "infinitive" in -ть is one."""
    tags = view.tags[k].split(",")
    if view.lang not in SLAVIC or tags[0] != "VERB" or _LASTING.search(view.words[k]):
        return False
    if view.capital(k) and k not in view.sentence_starts:
        return False
    return "fut" in tags or (view.lang == "uk" and "inf" in tags and bool(_UNLIKE_INFINITIVE.match(view.words[k])))


def done(view: View, k: int) -> bool:
    """Is the word a short participle, which tells what was done («сбит», «пошкоджено»)?"""
    tags = view.tags[k].split(",")
    if view.lang not in SLAVIC or tags[0] != "PART" or "pass" not in tags:
        return False
    return view.words[k].endswith(_SHORT_FORMS) and (k == 0 or view.words[k - 1] not in _BE)


def lets(view: View, k: int) -> bool:
    """Is the word one that lets somebody do something («пусть», «нехай»)?"""
    return view.words[k] in _LET


def intent(view: View, k: int) -> bool:
    """Is the word one for a plan or an intent («о намерении обжаловать»)?"""
    return view.lang in SLAVIC and bool(_INTENT[view.lang].match(view.words[k]))


def meant(view: View, k: int, last: int) -> bool:
    """Is the word one for what is to come, with the deed after it («намерены сменить», «має відбутися», «заплановано на п'ятницю»)?"""
    if view.lang not in SLAVIC:
        return False
    if _PLANNED[view.lang].match(view.words[k]):
        return True
    deed = next((j for j in range(k + 1, min(last, k + _NEAR)) if "inf" in view.tags[j].split(",")), None)
    if deed is None or view.words[deed] in _STAYING or (k and view.words[k - 1] == "не"):
        return False
    return view.words[k] in _MEANT or view.words[k] in _MAY


def menaces(view: View, content: tuple[Span, ...]) -> bool:
    """Is it said that a deed will not go without an answer («не останется без ответа»)?"""
    return view.lang in SLAVIC and any(
        _UNANSWERED[view.lang].search(" ".join(view.words[k] for k in range(*view.tokens_in(span)) if not view.mark(k))) for span in content
    )


def supposes(view: View, content: tuple[Span, ...]) -> bool:
    """Is a number of people or things said to be somewhere perhaps («під завалами можуть залишатися двоє»)?"""
    if not content or view.lang not in SLAVIC:
        return False
    first, last = view.tokens_in(content[0])
    last = min(last, first + _OPENING)
    may = next((k for k in range(first, last) if view.words[k] in _MAY and (k == first or view.words[k - 1] != "не")), None)
    return (
        may is not None
        and any(view.words[k] in _STAYING for k in range(may, last))
        and any(view.pos(k) == "NUM" for k in range(first, last))
    )
