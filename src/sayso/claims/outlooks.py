"""The outlook: what a content tells of the future, and what an admission owns up to."""

import re

from sayso.claims.proposal import Proposal
from sayso.claims.view import END, MARKS, View
from sayso.text.span import Span

_OPENING = 14  # words of a content in which its main verb is looked for
_FUTURE_FR = re.compile(r"\w{2,}(era|ira|ura|dra|rra|eront|iront|uront|dront|rront)$")
_WILL = {
    "en": frozenset({"will", "'ll", "ll"}),
    "ru": frozenset("будет будут".split()),
    "uk": frozenset("буде будуть".split()),
    "fr": frozenset[str](),
}
_MEANT = {
    "ru": frozenset("намерен намерена намерены намерено собирается собираются планирует планируют предстоит обещает обещают".split()),
    "uk": frozenset("має мають планує планують збирається збираються обіцяє обіцяють".split()),
}
_MAY = frozenset("может могут може можуть".split())
_LET = frozenset("пусть пускай нехай хай".split())
_LASTING = re.compile(r"(ыва|ива)(ет|ют|ем)(ся)?$|[ую]ва(є|ють|ємо)(ться|ся)?$")
_UNLIKE_INFINITIVE = re.compile(r"(ви|за|про|по|зу|від|до|на|об|при|пере|роз|знадоб|втрат|очол|закінч|скінч)(?!\w*(ход|вод|воз|нос|їзд|роб|бач|про?с))\w*[иаяї]ть(ся)?$")
"""Ukrainian verbs of what will be done, which dictionaries take for infinitives in -ть («вистачить», «простоять»)."""
_PLANNED = {
    "ru": re.compile(r"запланирован|планируется$|ожидается$|ожидаются$|ожидают$"),
    "uk": re.compile(r"запланован|планується$|очіку(є|ють)(ться)?$"),
}
_INTENT = {"ru": re.compile(r"(план(ах|е|ы|у)?|намерени(и|е|я|ях))$"), "uk": re.compile(r"(план(ах|и|у)|намір(и|ом|у)?)$")}
_STAYING = frozenset("быть бути находиться оставаться перебувати залишатися лишатися залишатись лишатись".split())
_UNANSWERED = {
    "ru": re.compile(r"не остав(ит|им|ят|ь)\w* .{0,60}без (ответа|последствий)|не останется .{0,20}без (ответа|последствий)|ответ(им|ят|ит) (симметрично|зеркально|ударом|огнем|жестко)"),
    "uk": re.compile(r"не (за)?лиш(ить|имо|ать|ат|иться|аться)\w* .{0,60}без (відповіді|наслідків)|відпові(мо|дять|сть|дають) (симетрично|дзеркально|ударом|вогнем|жорстко)"),
}
_REPRISAL = {
    "en": re.compile(r"(answer|respond|retaliat|pay$|avenge|destroy|strike|striking|burn|hit$|regret|consequences)"),
    "ru": re.compile(r"(ответ(а|ом|ы|им|ят|ит)?$|отвеч|заплат|пожале|уничтож|удар|утоп|возмезд|отомст|сожж|сгор)"),
    "uk": re.compile(r"(відпов|заплат|пошкод|знищ|удар|втоп|помст|спал|згор)"),
    "fr": re.compile(r"(répond|riposte|paie|paye|frapp|détrui|regrett|veng|brûl)"),
}
_LOSSES = {
    "en": re.compile(r"(dead$|deaths?$|killed$|wounded$|injur|casualt|loss)"),
    "ru": re.compile(r"(погиб|гибел|ранен|убит|потер|жертв)"),
    "uk": re.compile(r"(загиб|поранен|вбит|втрат|жертв)"),
    "fr": re.compile(r"(morts?$|tué|bless|pertes?$|décès|victime)"),
}


def ahead(view: View, content: tuple[Span, ...]) -> bool:
    """Does the main clause tell of what somebody else will do ("the council will meet on Friday")?

    Only in a that-clause: in speech of one's own the future is loose. What "we" will do is no forecast.
    """
    if not content:
        return False
    first, last = view.tokens_in(content[0])
    joined = first > 0 and view.word_in("that", first - 1)
    while first < last and (view.mark(first) or view.word_in("that", first)):
        joined = joined or view.word_in("that", first)
        first += 1
    if not joined and view.lang not in _MEANT:
        return False  # "the light will be back, as the mayor said": the clause is the mayor's own statement
    if first < last and view.in_quote[first] >= 0 and view.lang not in _MEANT:
        return False
    if first < last and view.words[first] in _LET:
        return False
    if first < last and view.lang in _MEANT and _INTENT[view.lang].match(view.words[first]):
        return True
    for k in range(first, min(last, first + _OPENING)):
        if view.words[k] in END or (k > first and view.word_in("that", k)):
            return False
        tags = view.tags[k].split(",")
        future = (
            view.words[k] in _WILL[view.lang]
            or (view.lang in _MEANT and _perfective_ahead(view, k, tags))
            or (view.lang == "fr" and tags[0] == "VERB" and bool(_FUTURE_FR.match(view.words[k])))
        )
        if k + 1 < last and meant(view, k, min(last, first + _OPENING)):
            return True
        if view.lang in _MEANT and _done_first(view, k):
            return False  # «пошкоджено два причали»: what was done is told first
        if future:
            return view.lang in _MEANT or "1per" not in tags and "1" not in tags and not view.words[k].endswith(("ем", "им", "ємо", "имо", "емо"))
        if view.finite(k) and not (view.lang in _MEANT and "inf" in tags):
            return False
    return False


def menaces(view: View, content: tuple[Span, ...]) -> bool:
    """Is it said that a deed will not go without an answer («не останется без ответа»)?"""
    return view.lang in _UNANSWERED and any(
        _UNANSWERED[view.lang].search(" ".join(view.words[k] for k in range(*view.tokens_in(span)) if not view.mark(k))) for span in content
    )


def supposes(view: View, content: tuple[Span, ...]) -> bool:
    """Is a number of people or things said to be somewhere perhaps («під завалами можуть залишатися двоє»)?"""
    if not content or view.lang not in _MEANT:
        return False
    first, last = view.tokens_in(content[0])
    last = min(last, first + _OPENING)
    may = next((k for k in range(first, last) if view.words[k] in _MAY and (k == first or view.words[k - 1] != "не")), None)
    return may is not None and any(view.words[k] in _STAYING for k in range(may, last)) and any(view.pos(k) == "NUM" for k in range(first, last))


def as_it_is(view: View, content: tuple[Span, ...]) -> bool:
    """Is the content a clause or a quotation of which nothing lies ahead («що запасів лишилося на дві доби»)?"""
    if not content or view.lang not in _MEANT or ahead(view, content):
        return False
    first, last = view.tokens_in(content[0])
    colon = next((k for k in range(first - 1, max(-1, first - 3), -1) if view.words[k] not in MARKS), -1)
    before = view.words[colon] if colon >= 0 else ""
    clause = view.word_in("that", first) or (first > 0 and (view.word_in("that", first - 1) or before == ":")) or view.in_quote[first] >= 0
    opening = range(first, min(last, first + _OPENING))
    return clause and not any(
        view.words[k] in _WILL[view.lang] or _perfective_ahead(view, k, view.tags[k].split(",")) or meant(view, k, last) for k in opening
    )


def _done_first(view: View, k: int) -> bool:
    """Is the word a short participle, which tells what was done («сбит», «пошкоджено»)?"""
    tags = view.tags[k].split(",")
    return tags[0] == "PART" and "pass" in tags and view.words[k].endswith(("н", "т", "на", "та", "но", "то", "ны", "ты", "ні", "ті")) and (
        k == 0 or view.words[k - 1] not in _WILL[view.lang]
    )


def _perfective_ahead(view: View, k: int, tags: list[str]) -> bool:
    """Is the word a verb of what will be done? Verbs in -ывать, -увати are none; a Ukrainian "infinitive" in -ть is one."""
    if tags[0] != "VERB" or (view.capital(k) and k not in view.sentence_starts) or _LASTING.search(view.words[k]):
        return False
    return "fut" in tags or (view.lang == "uk" and "inf" in tags and bool(_UNLIKE_INFINITIVE.match(view.words[k])))


def meant(view: View, k: int, last: int) -> bool:
    """Is the word one for what is to come, with the deed after it («намерены сменить», «має відбутися», «заплановано на п'ятницю»)?"""
    if view.lang not in _MEANT:
        return False
    if _PLANNED[view.lang].match(view.words[k]):
        return True
    deed = next((j for j in range(k + 1, min(last, k + 4)) if "inf" in view.tags[j].split(",")), None)
    if deed is None or view.words[deed] in _STAYING or (k and view.words[k - 1] == "не"):
        return False
    return view.words[k] in _MEANT[view.lang] or view.words[k] in _MAY


def reprisal(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content tell of paying somebody back?"""
    return any(_REPRISAL[view.lang].match(view.words[k]) for span in content for k in range(*view.tokens_in(span)))


def unproven(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content open by owning that something cannot be checked or told ("it could not verify who holds the village")?"""
    if not content:
        return False
    first, last = view.tokens_in(content[0])
    kept = "," if view.lang in _MEANT else ""
    said = " ".join(view.words[k] for k in range(first, min(last, first + _OPENING)) if not view.mark(k) or view.words[k] == kept)
    return (view.in_quote[first] < 0 or view.lang in _MEANT) and bool(_UNPROVEN[view.lang].match(said))


def bids(view: View, proposal: Proposal) -> bool:
    """Is somebody told to do something ("told his men to stay", "invite Orvenna à transmettre", «Залишайтеся в укриттях»)?"""
    if view.lang in _MEANT:
        return bool(proposal.cue) and any(_commands(view, span) or _forbids(view, span) for span in proposal.content)
    if view.lang not in _BID or not proposal.cue or not proposal.content or not proposal.source:
        return False
    first, last = view.tokens_in(proposal.cue[-1])
    if not any(_BID[view.lang].match(view.words[k]) for k in range(first, last)):
        return False
    first, last = view.tokens_in(proposal.content[0])
    if view.in_quote[first] >= 0:
        return False
    to = next((k for k in range(first, min(last - 1, first + _BRIEF)) if view.words[k] in ("to", "à")), None)
    if to is None or any(view.finite(k) or view.word_in("that", k) or view.words[k] in (",", ":") for k in range(first, to)):
        return False
    return (view.pos(to + 1) == "VERB" and not view.finite(to + 1)) or (view.lang == "en" and view.pos(to + 1) in ("VERB", "AUX"))


def _commands(view: View, span: Span) -> bool:
    """Does a sentence of the content begin with a command?"""
    first, last = view.tokens_in(span)
    for k in range(first, last):
        opens = all(view.mark(j) for j in range(first, k)) or k in view.sentence_starts
        if opens and (at := next((j for j in range(k, min(last, k + 3)) if not view.mark(j) and view.words[j] != "не"), None)) is not None:
            if view.pos(at) in ("ADV",) and at + 1 < last:
                at += 1
            tags = view.tags[at].split(",")
            if tags[0] == "VERB" and "imp" in tags and "pl" in tags and not _POLITE.match(view.words[at]):
                return True
    return False


def _forbids(view: View, span: Span) -> bool:
    """Is the content that something be not done («не чіпати нічого схожого на бочку»)?"""
    first, last = view.tokens_in(span)
    if last - first < 2 or view.words[first] != "не" or "inf" not in view.tags[first + 1].split(","):
        return False
    rest = range(first + 2, next((k for k in range(first + 2, last) if view.words[k] in END or view.words[k] == ","), last))
    return not any(view.finite(k) or view.pos(k) == "ADV" for k in rest if "inf" not in view.tags[k].split(","))


_POLITE = re.compile(r"(вибач|пробач|даруй|повір|уяв|скаж|зрозум|извин|прост|повер|представ|скажи|пойм|питай|спрос|спрашив)")
_BRIEF = 6  # words of the one who is told
_BID = {"en": re.compile(r"(tell|tells|told|telling)$"), "fr": re.compile(r"(invit(e|ent|é|ait|ant)|prié?|prie)$")}
_UNPROVEN = {
    "en": re.compile(
        r"(that )?(it|they|he|she|we) (could not|cannot|couldn't|(was|were|is|are) (unable|not able|not in a position) to) "
        r"\w*\s?(verify|confirm|establish|tell|say)\b"
    ),
    "ru": re.compile(
        r"(что )?(\w+ )?(не (смог\w*|мо[гж]\w*|уда\w+|может)) (\w+ )?(подтвердить|проверить|установить)"
        r"|(что )?(\w+ ){0,5}?(установить|проверить|подтвердить|определить) ([\w,]+ ){0,7}?(невозможно|нельзя|не (удалось|удается|смог\w*|получилось))\b"
        r"|(что )?(\w+ ){0,5}?(невозможно|нельзя|не (удалось|удается)) (\w+ )?(установить|проверить|подтвердить|определить)\b"
        r"|(что )?(\w+ ){1,8}?(никем )?не (проверен|подтвержден)\w*\b|(что )?(\w+ ){0,4}?не (име|располага)\w+ (\w+ )?(информаци|сведени|подтвержд)"
        r"|(что )?(\w+ ){0,4}?(ничего не известно|неизвестно (о|об|кто|что|где|чей|чья)|не может (определить|назвать|сказать))\b"
        r"|(что )?не (знает|знают|помнит|помнят|уверен|уверена|уверены)\b|(что )?(\w+ ){0,5}?(говорить|судить|называть) (\w+ ){0,4}?рано\b"
    ),
    "uk": re.compile(
        r"(що )?(\w+ )?(не (змог\w*|змі\w*|мож\w*|вда\w+)) (\w+ )?(підтвердити|перевірити|встановити)"
        r"|(що )?(\w+ ){0,5}?(встановити|перевірити|підтвердити|визначити) ([\w,]+ ){0,7}?(неможливо|не (вдалося|вдалось|вдається|змог\w*|зміг))\b"
        r"|(що )?(\w+ ){0,5}?(неможливо|не (вдалося|вдалось|вдається)|не да\w+ змоги) (\w+ )?(встановити|перевірити|підтвердити|визначити)\b"
        r"|(що )?(\w+ ){1,8}?(ніким )?не (перевірен|підтверджен)\w*\b|(що )?(\w+ ){0,4}?не (має|мають|мала|мали) (\w+ )?(інформаці|відомост|підтвердж)"
        r"|(що )?(\w+ ){0,4}?(нічого не відомо|невідомо (про|хто|що|де|чий|чия)|не може (визначити|назвати|сказати))\b"
        r"|(що )?не (знає|знають|пам.ята\w+|впевнен\w*|певн\w+|збира\w+ коментувати)\b|(що )?(\w+ ){0,5}?(говорити|судити|називати) (\w+ ){0,4}?рано\b"
    ),
    "fr": re.compile(r"(que |qu' )?(il|elle|ils|elles) (ne |n' )(peu\w*|pouvai\w*|a pu|ont pu)( pas)? (confirmer|vérifier|établir|dire)"),
}


def own_losses(view: View, content: tuple[Span, ...]) -> bool:
    """Is the content a bare phrase for losses ("two wounded", «гибель оператора»), which nobody else need have told?"""
    tokens = [k for span in content for k in range(*view.tokens_in(span))]
    return any(_LOSSES[view.lang].match(view.words[k]) for k in tokens) and not any(
        view.pos(k) in ("VERB", "AUX") and not _LOSSES[view.lang].match(view.words[k]) for k in tokens
    )


_ROUGH = {
    "en": re.compile(r"(about|around|roughly|some|nearly|almost|at least|more than|fewer than|up to|dozens|hundreds|thousands)\b"),
    "ru": re.compile(
        r"(около|примерно|порядка|приблизительно|свыше|более|не менее|не более|не меньше|не больше|почти|от|до|минимум|больше|сотн\w+|тысяч\w*|десятк\w+)\b"
    ),
    "uk": re.compile(
        r"(близько|приблизно|орієнтовно|понад|більш|більше|менше|щонайменше|не менше|не більше|не менш|майже|від|до|зо|сотн\w+|тисяч\w*|десятк\w+)\b"
    ),
    "fr": re.compile(r"(environ|près de|quelque|presque|au moins|plus de|moins de|jusqu'à|dizaines|centaines|milliers)\b"),
}


def roughly(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content hold a number that is not given exactly («не менее сорока», «дві тисячі»)?"""
    for span in content:
        first, last = view.tokens_in(span)
        for k in range(first, last):
            said = " ".join(view.words[k : min(last, k + 2)])
            counted = k > first and view.words[k - 1][:1].isdigit()
            if _LARGE.match(view.words[k]):
                return True
            if not (counted and _ROUND.match(view.words[k])) and _ROUGH[view.lang].match(said) and any(
                view.pos(j) == "NUM" or view.words[j][:1].isdigit() or _ROUND.match(view.words[j]) for j in range(k, min(last, k + 4))
            ):
                return True
    return False


_LARGE = re.compile(r"(миллион|миллиард|мільйон|мільярд|million|billion|milliard)")
_ROUND = re.compile(r"(сотн|тысяч|тисяч|десятк|dozens|hundreds|thousands|dizaines|centaines|milliers)")
