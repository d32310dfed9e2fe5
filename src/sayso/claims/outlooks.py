"""The outlook: what a content tells of the future, and what an admission owns up to."""

import re

from sayso.claims.commands import commands, forbids
from sayso.claims.openings import opening
from sayso.claims.proposal import Proposal
from sayso.claims.prospects import SLAVIC, done, intent, lets, meant, perfective
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
_REPRISAL = {
    "en": re.compile(
        r"(answer|respond|retaliat|pay$|avenge|destroy|strike|striking|burn|hit$|regret|consequences|grave$|unanswered|unpunished|dearly|price$|met$|treated$|reprisal|retribution|reveng)"
    ),
    "ru": re.compile(r"(ответ(а|ом|ы|им|ят|ит)?$|отвеч|заплат|пожале|уничтож|удар|утоп|возмезд|отомст|сожж|сгор)"),
    "uk": re.compile(r"(відпов|заплат|пошкод|знищ|удар|втоп|помст|спал|згор)"),
    "fr": re.compile(r"(répon[ds]|riposte|paie|paye|frapp|détrui|regrett|veng|brûl|impuni|représailles|conséquences|cher$|prix$)"),
}
_LOSSES = {
    "en": re.compile(r"(dead$|deaths?$|killed$|wounded$|injur|casualt|loss)"),
    "ru": re.compile(r"(погиб|гибел|ранен|убит|потер|жертв)"),
    "uk": re.compile(r"(загиб|поранен|вбит|втрат|жертв)"),
    "fr": re.compile(r"(morts?$|tué|bless|pertes?$|décès|victime)"),
}


def ahead(view: View, content: tuple[Span, ...], cue: tuple[Span, ...] = ()) -> bool:
    """Does the main clause tell of what somebody else will do ("the council will meet on Friday")?

    Only in a that-clause, or in English after the cue where a noun is its subject: in speech of one's own the future is loose. What
    "we" will do is no forecast.
    """
    if not content:
        return False
    first, last, joined = opening(view, content[0])
    if not joined and view.lang == "en" and cue and first < last:
        behind = first - view.tokens_in(cue[-1])[1]
        joined = 0 <= behind <= 1 and view.pos(first) in ("DET", "NOUN", "PROPN", "ADJ", "NUM")
    if not joined and view.lang not in SLAVIC:
        return False  # "the light will be back, as the mayor said": the clause is the mayor's own statement
    if first < last and view.in_quote[first] >= 0:
        return False
    if first < last and lets(view, first):
        return False
    if first < last and intent(view, first):
        return True
    for k in range(first, min(last, first + _OPENING)):
        if view.words[k] in END or (k > first and view.word_in("that", k)):
            return False
        tags = view.tags[k].split(",")
        future = (
            view.words[k] in _WILL[view.lang]
            or (view.lang == "en" and view.words[k] in ("plans", "plan") and view.finite(k) and k + 1 < last and view.words[k + 1] == "to")
            or perfective(view, k)
            or (view.lang == "fr" and tags[0] == "VERB" and bool(_FUTURE_FR.match(view.words[k])))
        )
        if k + 1 < last and meant(view, k, min(last, first + _OPENING)):
            return True
        if done(view, k):
            return False  # «пошкоджено два причали»: what was done is told first
        if future:
            return "1per" not in tags and "1" not in tags and not view.words[k].endswith(("ем", "им", "ємо", "имо", "емо"))
        if view.finite(k) and not (view.lang in SLAVIC and "inf" in tags):
            return False
    return False


def as_it_is(view: View, content: tuple[Span, ...]) -> bool:
    """Is the content a clause or a quotation of which nothing lies ahead («що запасів лишилося на дві доби»)?"""
    if not content or view.lang not in SLAVIC or ahead(view, content):
        return False
    first, last = view.tokens_in(content[0])
    colon = next((k for k in range(first - 1, max(-1, first - 3), -1) if view.words[k] not in MARKS), -1)
    before = view.words[colon] if colon >= 0 else ""
    clause = view.word_in("that", first) or (first > 0 and (view.word_in("that", first - 1) or before == ":")) or view.in_quote[first] >= 0
    opening = range(first, min(last, first + _OPENING))
    return clause and not any(view.words[k] in _WILL[view.lang] or perfective(view, k) or meant(view, k, last) for k in opening)


def reprisal(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content tell of paying somebody back?"""
    return any(_REPRISAL[view.lang].match(view.words[k]) for span in content for k in range(*view.tokens_in(span)))


def unproven(view: View, content: tuple[Span, ...]) -> bool:
    """Does the content open by owning that something cannot be checked or told ("it could not verify who holds the village")?"""
    if not content:
        return False
    first, last = view.tokens_in(content[0])
    kept = "," if view.lang in SLAVIC else ""
    said = " ".join(view.words[k] for k in range(first, min(last, first + _OPENING)) if not view.mark(k) or view.words[k] == kept)
    return (view.in_quote[first] < 0 or view.lang in SLAVIC) and bool(_UNPROVEN[view.lang].match(said))


_TELLING = {
    "ru": r"(проверить|установить|подтвердить|подтверждать|опровергнуть|верифицировать|определить|сказать|ответить|оценить|назвать|уточнить"
    r"|прокомментировать|комментировать|выяснить|объяснить|пояснить|судить)",
    "uk": r"(перевірити|встановити|підтвердити|підтверджувати|спростувати|верифікувати|визначити|сказати|відповісти|оцінити|назвати"
    r"|уточнити|прокоментувати|коментувати|з.ясувати|пояснити|судити)",
}
_UNABLE = {
    "ru": r"(не (смо[гж]\w*|мо[гж]\w*|уда\w+|стал\w*|бер\w+|взял\w*|готов\w*|захотел\w*|хочет|хотят)|отказ\w+|невозможно|нельзя)",
    "uk": r"(не (змі[гж]|змо[гж]\w*|мож\w+|вда\w+|став|стал\w*|бер\w+|взя\w+|готов\w*|захотіл\w*|хоче|хочуть)|відмов\w+|неможливо)",
}
_UNCHECKED = {
    lang: re.compile(rf"{_TELLING[lang]} (\w+ ){{0,4}}?{_UNABLE[lang]}$|{_UNABLE[lang]} (\w+ ){{0,2}}?{_TELLING[lang]}$") for lang in SLAVIC
}
_AROUND = 6  # words beside a cue that may belong to it


def unchecked(view: View, cue: tuple[Span, ...]) -> bool:
    """Does the cue, with the words beside it, say that somebody could not check or tell («установить ... не смогли»)?"""
    if view.lang not in SLAVIC or not cue:
        return False
    first, last = view.tokens_in(Span(cue[0].start, cue[-1].end))
    low, high = view.unit_at(first)
    for start in range(max(low, first - _AROUND), first + 1):
        for end in range(last, min(high, last + _AROUND) + 1):
            said = [view.words[k] for k in range(start, end)]
            if "," not in said and _UNCHECKED[view.lang].match(" ".join(said)):
                return True
    return False


def bids(view: View, proposal: Proposal) -> bool:
    """Is somebody told to do something ("told his men to stay", "invite Orvenna à transmettre", «Залишайтеся в укриттях»)?"""
    if view.lang in SLAVIC:
        return bool(proposal.cue) and any(commands(view, span) or forbids(view, span) for span in proposal.content)
    if view.lang not in _BID or not proposal.cue or not proposal.content or not proposal.source:
        return False
    first, last = view.tokens_in(proposal.cue[-1])
    if not any(_BID[view.lang].match(view.words[k]) for k in range(first, last)):
        return False
    first, last = view.tokens_in(proposal.content[0])
    if view.in_quote[first] >= 0:
        return False
    to = next((k for k in range(first, min(last - 1, first + _BRIEF)) if view.words[k] in ("to", "à")), None)
    if to is None or any(
        (view.lang == "en" and view.finite(k)) or view.word_in("that", k) or view.words[k] in (",", ":") for k in range(first, to)
    ):
        return False
    deed = to + 1
    while view.lang == "fr" and deed < last - 1 and (view.mark(deed) or view.words[deed] in _BEFORE):
        deed += 1  # "inviter la presse à « venir compter »", "à ne pas tirer"
    if view.lang == "fr" and _INFINITIVE.match(view.words[deed]) and not view.word_in("determiner", deed - 1):
        return True
    return (view.pos(deed) == "VERB" and not view.finite(deed)) or (view.lang == "en" and view.pos(deed) in ("VERB", "AUX"))


_BRIEF = 6  # words of the one who is told
_BEFORE = frozenset("ne n' pas plus s' se l' le la les y en".split())  # what stands before a French infinitive
_INFINITIVE = re.compile(r"\w{2,}(er|ir|re|oir)$")
_BID = {
    "en": re.compile(r"(tell|tells|told|telling)$"),
    "fr": re.compile(
        r"(invit(e|ent|é|ait|ant)|prié?|prie|appel(le|lent|é|ait|aient|ant)|incit(e|ent|é|ait|ant)|encourag(e|ent|é|eait|eant))$"
    ),
}
_UNPROVEN = {
    "en": re.compile(
        r"(that )?(it|they|he|she|we) (could not|cannot|couldn't|(was|were|is|are) (unable|not able|not in a position) to) "
        r"\w*\s?(verify|confirm|establish|tell|say)\b"
    ),
    "ru": re.compile(
        r"(что )?(\w+ )?(не (смог\w*|мо[гж]\w*|уда\w+|может)) (\w+ )?(подтвердить|проверить|установить)"
        r"|(что )?(\w+ ){0,5}?(установить|проверить|подтвердить|определить) ([\w,]+ ){0,7}?"
        r"(невозможно|нельзя|не (удалось|удается|смог\w*|получилось))\b"
        r"|(что )?(\w+ ){0,5}?(невозможно|нельзя|не (удалось|удается)) (\w+ )?(установить|проверить|подтвердить|определить)\b"
        r"|(что )?(\w+ ){1,8}?(никем )?не (проверен|подтвержден)\w*\b"
        r"|(что )?(\w+ ){0,4}?не (име|располага)\w+ (\w+ )?(информаци|сведени|подтвержд)"
        r"|(что )?(\w+ ){0,4}?(ничего не известно|неизвестно (о|об|кто|что|где|чей|чья)|не может (определить|назвать|сказать))\b"
        r"|(что )?не (знает|знают|помнит|помнят|уверен|уверена|уверены)\b"
        r"|(что )?(\w+ ){0,5}?(говорить|судить|называть) (\w+ ){0,4}?рано\b"
    ),
    "uk": re.compile(
        r"(що )?(\w+ )?(не (змог\w*|змі\w*|мож\w*|вда\w+)) (\w+ )?(підтвердити|перевірити|встановити)"
        r"|(що )?(\w+ ){0,5}?(встановити|перевірити|підтвердити|визначити) ([\w,]+ ){0,7}?"
        r"(неможливо|не (вдалося|вдалось|вдається|змог\w*|зміг))\b"
        r"|(що )?(\w+ ){0,5}?(неможливо|не (вдал|вдає)\w+|не да\w+ змоги) (\w+ )?(встановити|перевірити|підтвердити|визначити)\b"
        r"|(що )?(\w+ ){1,8}?(ніким )?не (перевірен|підтверджен)\w*\b"
        r"|(що )?(\w+ ){0,4}?не (має|мають|мала|мали) (\w+ )?(інформаці|відомост|підтвердж)"
        r"|(що )?(\w+ ){0,4}?(нічого не відомо|невідомо (про|хто|що|де|чий|чия)|не може (визначити|назвати|сказати))\b"
        r"|(що )?не (знає|знають|пам.ята\w+|впевнен\w*|певн\w+|збира\w+ коментувати)\b"
        r"|(що )?(\w+ ){0,5}?(говорити|судити|називати) (\w+ ){0,4}?рано\b"
    ),
    "fr": re.compile(r"(que |qu' )?(il|elle|ils|elles) (ne |n' )(peu\w*|pouvai\w*|a pu|ont pu)( pas)? (confirmer|vérifier|établir|dire)"),
}


def own_losses(view: View, content: tuple[Span, ...]) -> bool:
    """Is the content a bare phrase for losses ("two wounded", «гибель оператора»), which nobody else need have told?"""
    tokens = [k for span in content for k in range(*view.tokens_in(span))]
    return any(_LOSSES[view.lang].match(view.words[k]) for k in tokens) and not any(
        view.pos(k) in ("VERB", "AUX") and not _LOSSES[view.lang].match(view.words[k]) for k in tokens
    )
