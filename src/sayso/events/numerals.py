"""The numeral: a number in a text with the words that bound it."""

import re
from dataclasses import dataclass, replace

from sayso.events.view import View
from sayso.lexicon.numbers import Bound, NumberBook, NumberWord
from sayso.lexicon.phrases import Met
from sayso.text.span import Span

_PLAIN = re.compile(r"\d{1,9}")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f,.]\d{3})+")
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,2}")
_RANGE = frozenset("-–—‑−")
_MONEY = frozenset("$€£₽₴%‰№#°+")
_FILLERS = frozenset("another other further additional more еще ще других інших encore autres nouveaux another".split())
_ROUND = frozenset(("cent", "mille", "тысяча", "тысячу", "тисяча", "тисячу"))  # factors that are numbers by themselves
_HUNDREDS = frozenset(range(200, 1000, 100))
_MOST = 1e15  # beyond it nothing is counted: digits set side by side, and no float holds them to the unit
_OR = frozenset(("or", "или", "либо", "або", "чи", "ou"))
_TO = frozenset(("to", "à"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number at words `first` up to but not including `last`, approximator included; `core` is where the bare number begins.

    `high` None: at least `low`. `article`: the word may be no number. `digits`: written in digits. `plus`: a gain, as in "(+12)".
    """

    first: int
    last: int
    core: int
    low: float
    high: float | None
    approx: bool = False
    article: bool = False
    digits: bool = False
    plus: bool = False
    exact_word: bool = False

    def span(self, view: View) -> Span:
        """The characters of the number with its approximator."""
        return view.span(self.first, self.last)


def numerals(view: View, book: NumberBook) -> list[Numeral]:
    """The numbers of a view in order; dates, clock times, shares, money, parts of designations and what is past counting are left out."""
    words: dict[int, list[Met[NumberWord]]] = {}
    for met in book.words.find(view.forms, view.lemmas, view.sentences):
        words.setdefault(met.first, []).append(met)
    cores: list[Numeral] = []
    reached = 0
    for at, numeric in enumerate(view.numeric):
        if at < reached or not (numeric or at in words):
            continue
        core = _core(view, words, at)
        if core is None:
            continue
        if core.low <= _MOST:
            cores.append(core)
        reached = core.last
    return _bounded(view, book, _joined(view, cores))


def _core(view: View, words: dict[int, list[Met[NumberWord]]], at: int) -> Numeral | None:
    """The number that begins at a word: digits or number words, with the factors that follow."""
    low: float
    high: float | None
    total = current = 0.0
    met = _pick(words, at, factor=False)
    here = at
    article = approx = False
    if view.numeric[at]:
        value = _digits(view, at)
        if value is None:
            return None
        current, here = value, at + 1
        step = _pick(words, here, factor=True)
        if step is None or step.entry.times is None or view.sentences[here] != view.sentences[at]:
            return Numeral(first=at, last=here, core=at, low=value, high=value, digits=True, plus=_plus(view, at))
    elif met is not None and met.entry.times is not None and met.entry.value is None and view.forms[at] in _ROUND:
        current, here = met.entry.times, met.last  # "mille quatre cents", "тысяча двадцать"
        if current >= 1000:
            total, current = current, 0.0
    elif met is None or (met.entry.value is None and met.entry.low is None):
        return None
    elif met.entry.low is not None:
        return Numeral(first=at, last=met.last, core=at, low=met.entry.low, high=met.entry.high, article=met.entry.article)
    last_value = current if view.numeric[at] else total + current
    while here < len(view) and view.sentences[here] == view.sentences[at] and total + current < _MOST:
        step = _pick(words, here, factor=here > at)
        if step is None:
            if here > at and view.forms[here] in ("and", "et") and total + current >= 20 and _tens(view, here):
                unit = _pick(words, here + 1, factor=False)
                if unit is not None and unit.entry.value and unit.entry.value < min(100, max(last_value, 1)):
                    here += 1
                    continue
            break
        entry = step.entry
        if entry.times is not None and here > at:
            if entry.times >= 1000:
                total, current = total + max(current, 1) * entry.times, 0.0
            else:
                current = max(current, 1) * entry.times
            last_value = entry.times
        elif entry.value is not None:
            if here > at and not _adds(last_value, entry.value, view.lang):
                break
            if here > at and (
                (entry.article and view.forms[here - 1] != "et")
                or view.text[view.ends[here - 1] : view.starts[here]].strip(" -\u00a0\n\r\t‑")
            ):
                break
            current += entry.value
            last_value = entry.value
            article |= entry.article
            approx |= entry.approx
        else:
            break
        here = step.last
    if here == at:
        return None
    low = high = total + current
    several = here > at + 1
    return Numeral(
        first=at, last=here, core=at, low=low, high=high, approx=approx, article=article and not several, digits=view.numeric[at]
    )


def _pick(words: dict[int, list[Met[NumberWord]]], at: int, *, factor: bool) -> Met[NumberWord] | None:
    """The number word at a word: after a number rather the factor ("two dozen"), else rather the amount ("dozens"); the longest first."""
    mets = words.get(at)
    if not mets:
        return None
    return max(
        mets, key=lambda met: (met.last if not factor else 0, (met.entry.times is not None) == factor, met.entry.low is not None, met.last)
    )


def _tens(view: View, at: int) -> bool:
    """Does "and" at this word stand inside one number? After hundred or thousand it may ("one hundred and twenty"), in French anywhere."""
    return view.lang == "fr" or view.forms[at - 1] in ("hundred", "thousand", "million")


def _adds(before: float, value: float, lang: str) -> bool:
    """May `value` follow `before` in one number ("forty" "two", "сто" "двадцать")?"""
    if before >= 1000:
        return value < 1000
    if before >= 100 and before % 100 == 0:
        return value < 100
    if 20 <= before < 100 and before % 10 == 0:
        return 0 < value < (20 if lang == "fr" and before in (60, 80) else 10)
    return False


def _digits(view: View, at: int) -> float | None:
    """The value of a word of digits; None where it is part of a date, time, amount of money, share or designation."""
    text, form = view.text, view.forms[at]
    start, end = view.starts[at], view.ends[at]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("$", "€", "£", "№", "#", "/", "\\", "_", "@", ":") or after in ("$", "€", "£", "₽", "₴", "%", "‰", "°", "/", "\\"):
        return None
    if before in _RANGE and at >= 2 and view.joined(at - 1) and not view.numeric[at - 2]:
        return None  # "Shahed -136"
    if after == " " and text[end + 1 : end + 2] in ("%", "$", "€", "₽", "₴"):
        return None
    if before == "(" and after == ")" and _DECIMAL.fullmatch(form):
        return None  # "(09.00)" is a time
    if _PLAIN.fullmatch(form):
        if len(form) > 1 and form[0] == "0":
            return None
        return float(form)
    if _GROUPED.fullmatch(form):
        return float(re.sub(r"\D", "", form))
    if _DECIMAL.fullmatch(form) and not (form[0] == "0" and form[1].isdigit()):
        return float(form.replace(",", "."))
    return None


def _plus(view: View, at: int) -> bool:
    return at > 0 and view.forms[at - 1] == "+" and view.joined(at)


def _joined(view: View, cores: list[Numeral]) -> list[Numeral]:
    """The numbers with ranges put together: "10-15", "two or three", "3 to 5"."""
    found: list[Numeral] = []
    for core in cores:
        last = found[-1] if found else None
        if last is not None and _is_range(view, last, core) and last.high is not None and core.high is not None:
            low = last.low
            if not last.digits and core.high in _HUNDREDS and 1 <= low < 10:
                low *= 100  # "four to six hundred"
            thousand = 1000 if core.high < 1e6 else 1e6
            if not last.digits and core.high >= 1000 > low and core.high % 1000 == 0 and low * thousand < core.high:
                low *= thousand  # "two to three thousand", but "eight hundred to a thousand"
            found[-1] = replace(last, last=core.last, low=low, high=core.high, article=False)
        else:
            found.append(core)
    return found


def _is_range(view: View, a: Numeral, b: Numeral) -> bool:
    if (
        a.article
        or b.article
        or a.plus
        or b.plus
        or a.high is None
        or b.high is None
        or not a.low < b.high
        or view.sentences[a.first] != view.sentences[b.first]
    ):
        return False
    gap = range(a.last, b.core)
    if len(gap) == 0:
        return view.text[view.ends[a.last - 1] : view.starts[b.core]] in ("-", "–", "‑", "—")
    if len(gap) > 1:
        return False
    between = view.forms[gap[0]]
    if between in _RANGE:
        return view.text[view.ends[a.last - 1]] in _RANGE or view.text[view.ends[a.last - 1] : view.starts[b.core]] == " - "
    return between in _OR or between in _TO


def _bounded(view: View, book: NumberBook, cores: list[Numeral]) -> list[Numeral]:
    """The numbers with their approximators and bounds."""
    before: dict[int, Met[Bound]] = {}
    after: dict[int, Met[Bound]] = {}
    for bound in book.bounds.find(view.forms, view.lemmas, view.sentences):
        if bound.entry.where == "before":
            if bound.last not in before or before[bound.last].first > bound.first:
                before[bound.last] = bound
        else:
            after.setdefault(bound.first, bound)
    found: list[Numeral] = []
    skip = -1
    for i, core in enumerate(cores):
        if core.first < skip:
            continue
        first = core.first
        if first - 1 >= 0 and view.forms[first - 1] in _FILLERS and first - 1 in before:
            first -= 1
        met = before.get(first)
        if met is None:
            tail = after.get(core.last)
            found.append(core if tail is None or core.article else _apply(core, tail.entry.means, core.first, tail.last))
            continue
        if met.entry.means == "between":
            far = cores[i + 1] if i + 1 < len(cores) else None
            if far is not None and far.core - core.last <= 3 and any(form in met.entry.join for form in view.forms[core.last : far.core]):
                found.append(replace(core, first=met.first, last=far.last, low=core.low, high=far.high, article=False))
                skip = far.last
            else:
                found.append(core)
            continue
        if core.article and not (core.high is not None and core.high >= 2):
            # "at least one dead": what has a bound is a number, but "about a kilometre" is none
            bounded = met.entry.means in ("least", "most") and not core.digits
            found.append(_apply(replace(core, article=False), met.entry.means, met.first, core.last) if bounded else core)
            continue
        made = _apply(core, met.entry.means, met.first, core.last)
        outer = before.get(met.first)
        if outer is not None and outer.entry.means in ("about", "least", "more", "most"):
            made = (
                _apply(made, outer.entry.means, outer.first, core.last)
                if met.entry.means in ("about", "exact")
                else replace(made, first=outer.first)
            )
        found.append(made)
    return found


def _apply(core: Numeral, means: str, first: int, last: int) -> Numeral:
    """The number under a bound."""
    made = replace(core, first=min(first, core.first), last=max(last, core.last))
    if means in ("about", "almost"):
        return replace(made, approx=True)
    if means in ("least", "more"):
        return replace(made, high=None)
    if means == "most":
        return replace(made, low=0.0, high=core.high if core.high is not None else core.low)
    return replace(core, exact_word=True)
