"""The credit: an outlet that a document names as the one it has its whole report from."""

from sayso.claims.relays import outlets_in, relay
from sayso.claims.roster import Roster
from sayso.claims.view import END, MARKS, View
from sayso.lexicon.cues import Frame, Through
from sayso.lexicon.pack import Outlet
from sayso.record.claim import Relay

_LINE = 14  # tokens of a credit
_CREDIT = 6  # words of a credit beside the outlet's name
_CREDITING = {
    "en": frozenset("with from via by source sources reporting reports material materials agencies credit".split()),
    "ru": frozenset("по материалам источник источники с использованием материалов сообщений данным от из через".split()),
    "uk": frozenset("за матеріалами джерело джерела повідомленням повідомленні інформацією даними з із від через".split()),
    "fr": frozenset("avec source sources d'après selon agence agences via par".split()),
}
_SHORT = 120  # words of an item that retells one report; longer ones gather several
_BRIEF = 60  # words of an item that retells the outlet to which somebody spoke
_LEAD = 1  # a retelling names its source in its headline, the paragraph after it, the last sentence or one of few words
_US = {"en": frozenset({"us"}), "ru": frozenset({"нам"}), "uk": frozenset({"нам"}), "fr": frozenset({"nous"})}
_CALLED = ("agency", "outlet", "determiner")  # words of "l'agence Radio Phare" before the name
_BESIDE = 5  # tokens between a name and the words that make it a reporter


def credited(view: View, roster: Roster, publisher: Outlet | None) -> tuple[Relay, ...]:
    """Outlets that a line of its own credits with the whole document ("(with Harbour Wire)", "По материалам «Маяка»").

    A credit is a short first or last paragraph, or brackets that close the text, of few words beside the outlet's name.
    """
    found: dict[str, Relay] = {}
    for first, last in _credits(view):
        for outlet, a, b in outlets_in(view, roster, first, last):
            rest = [k for k in range(first, last) if not a <= k < b and not view.mark(k)]
            words = {view.words[k] for k in rest}
            if len(rest) > _CREDIT or outlet.kind == "platform" or (publisher is not None and outlet.id == publisher.id):
                continue
            if rest and not words & _CREDITING[view.lang]:
                continue
            found.setdefault(outlet.id, relay(outlet, view.span(a, b)))
    return tuple(found.values())


def _credits(view: View) -> list[tuple[int, int]]:
    """The stretches that may be credits: the last sentence of the text, and brackets that end it."""
    if not len(view):
        return []
    last = len(view)
    found = []
    paragraph = next((p for p in reversed(view.paragraphs) if p[0] < p[1]), None)
    if paragraph is not None and paragraph[1] - paragraph[0] <= _LINE:
        found.append(paragraph)
    low = max(0, last - _LINE)
    opens = next((k for k in range(last - 1, low - 1, -1) if view.words[k] == "("), None)
    if opens is not None and last - opens <= _LINE:
        found.append((opens + 1, last))
    first = view.unit_at(last - 1)[0]
    if last - first <= _LINE:
        found.append((first, last))
    return found


def reported(view: View, roster: Roster, publisher: Outlet | None) -> tuple[Relay, ...]:
    """The one outlet that a short item retells ("Oceana reports", "relayé par l'ATP", "Об этом передаёт «Маяк»"), else none.

    Wires do not retell, and an item that names several outlets, or its own with those that spoke to it, gathers its news itself.
    """
    words = view.marks.count(False)
    if publisher is None or publisher.kind in ("agency", "platform") or words > _SHORT or _spoken_to(view):
        return ()
    found: dict[str, tuple[Outlet, int, int]] = {}
    for outlet, a, b in outlets_in(view, roster, 0, len(view)):
        if outlet.id == publisher.id:
            return ()
        if outlet.kind != "platform" and view.in_quote[a] < 0:
            found.setdefault(outlet.id, (outlet, a, b))
    if len(found) != 1:
        return ()
    ((outlet, a, b),) = found.values()
    through = _through(view, a, b)
    first, last = view.unit_at(a)
    placed = view.paragraph_of[a] <= _LEAD or (first, last) == view.units[-1] or last - first <= _LINE
    if (through in (Through.REPORT, Through.BY, Through.CITING) and placed) or (through is Through.TO and words <= _BRIEF):
        return (relay(outlet, view.span(a, b)),)
    return ()


def _attributes(view: View, first: int, last: int) -> bool:
    """Does a cue stand in the range?"""
    met = (view.cue_at(k) for k in range(first, last))
    return any(one is not None and one[0].frame is Frame.VERB and not one[0].weak for one in met)


def _spoken_to(view: View) -> bool:
    """Does somebody speak to the publisher itself ("a man told us", «пишет нам»)?"""
    return any(view.words[k] in _US[view.lang] and view.in_quote[k] < 0 for k in range(len(view)))


def _through(view: View, first: int, last: int) -> Through | None:
    """How the words beside an outlet's name make it a relay: those before it, then those after it."""
    low = first
    while low and (view.text[view.starts[low - 1]] in MARKS or any(view.among(name, low - 1) for name in _CALLED)):
        low -= 1
    if view.words[last : last + 1] == (":",) or view.words[last + 1 : last + 2] == (":",):
        return Through.REPORT if low == view.unit_at(low)[0] or view.words[low - 1] in END else None
    for start in range(max(0, low - _BESIDE), low):
        met = view.cue_at(start)
        if met is not None and met[0].frame is Frame.BY and met[1] >= low:
            # "according to Oceana" names the source of one sentence, "the mayor said, according to Oceana" hands a report on
            return Through.BY if _attributes(view, view.unit_at(first)[0], start) else None
        for rule, end in view.relays_at(start):
            if rule.after and not rule.speaker and low <= end <= first and rule.through is not Through.ON:
                return rule.through
    high = view.unit_at(first)[1]
    for k in range(last, min(high, last + _BESIDE)):
        for rule, _ in view.relays_at(k):
            if rule.speaker or (not rule.after and rule.through is Through.REPORT):
                return rule.through
    return None
