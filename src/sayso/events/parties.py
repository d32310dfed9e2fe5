"""The party: whose people or things a count is of."""

from collections import Counter

from sayso.events.count import ARMS, Count
from sayso.events.unitwords import Words
from sayso.events.view import View
from sayso.lexicon.pack import Pack
from sayso.record.claim import Claim
from sayso.record.figure import FigureStatus, Unit

_PARTING = frozenset((",", ";", ".", "(", ":"))
_ENDS = ("ия", "ія", "ie", "a", "я")  # what a country's name drops before the endings of its people
_SHORTEST = 4  # letters of a side's name, so cut, by which it is found
_BEFORE, _BEHIND = 3, 3  # words
_LOSING = tuple("lost lose losing loss losses casualt dead killed потер утра втра загиб погиб полег perd perte mort tué".split())
_OWN = frozenset("our ours we наши наших наш нашего наша нашей нас мы своих свои наші нашим нашими ми своїх nos notre nous nôtres".split())
_IN = frozenset("in across over near throughout inside в во у на en dans".split())
_FORCES = frozenset({Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING, Unit.OTHER, Unit.ATTACK}) | ARMS
_BESIDE = 2  # words around a number
_FARTHEST = 9  # words between whose losses they are and the number
_DOWN = frozenset({Unit.DRONE, Unit.MISSILE, Unit.AIRCRAFT})
_NONE = "other"  # the side of those who take no part


def sided(view: View, words: Words, pack: Pack | None) -> dict[int, str]:
    """The words that say whose something is: a country or side by its English name; "own", "enemy" and "foe" are told from the speaker."""
    met_words = words.sorts.get("party", {}).items()
    found = {
        at: met.entry.name for at, met in met_words if met.entry.name is not None and view.text[view.starts[at] : view.ends[at]] != "us"
    }
    stems = _stems(pack, view.lang)
    starts = tuple(stem for stem, _ in stems)
    for at, form in enumerate(view.forms):
        if not (form in _OWN or form.startswith(starts)) or at in found or not view.wordy[at]:
            continue
        name = next((name for stem, name in stems if form.startswith(stem)), None)
        if form in _OWN or (name is not None and not _place(view, at)):
            found[at] = name or "own"
    return found


def _place(view: View, at: int) -> bool:
    """Is a country only where something happened ("in southern Talvenia")?"""
    return view.tags[at].split(",")[0] in ("PROPN", "NOUN") and any(form in _IN for form in view.forms[max(0, at - 2) : at])


def _stems(pack: Pack | None, lang: str) -> list[tuple[str, str]]:
    """The beginnings of the names of a pack's sides, for names of one word."""
    rows = []
    for key, labels in (pack.sides if pack is not None else {}).items():
        label = labels.get(lang, key).casefold()
        stem = next((label.removesuffix(end) for end in _ENDS if label.endswith(end)), label)
        if " " not in label and len(stem) >= _SHORTEST and key != _NONE:
            rows.append((stem, labels.get("en", key)))
    return rows


def party_of(count: Count, view: View, words: Words, parties: dict[int, str], speaking: frozenset[int]) -> str | None:
    """The word that says whose people or things are counted.

    It stands in the noun phrase, right after it or right before the number; or farther before, where the losses are told to be its own
    ("the enemy left twelve dead", "втрати ворога за добу"). Who only speaks is no party.
    """
    if count.unit not in _FORCES:
        return None
    end = max(count.noun[1], count.numeral.last)
    sentence = view.sentences[count.numeral.first]
    first = count.numeral.first
    for at in (*range(count.numeral.last, end + _BEHIND), *range(first - 1, max(-1, first - 1 - _BEFORE), -1)):
        if at not in parties or view.sentences[at] != sentence or at in speaking:
            continue
        between = range(min(at, end), min(max(at, end), len(view)))
        if not any(view.forms[i] in _PARTING or (at < first and i < first and _acts(view, i)) for i in between):
            return parties[at]
    lost = any(view.forms[at].startswith(_LOSING) for at in (*range(first, min(end + 2, len(view))),) if view.sentences[at] == sentence)
    for at in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
        if view.sentences[at] != sentence or view.forms[at] in (";", ".") or at in words.numbers:
            return None
        lost = lost or view.forms[at].startswith(_LOSING)
        if at in parties and at not in speaking:
            before = at > 0 and view.sentences[at - 1] == sentence and view.forms[at - 1].startswith(_LOSING)
            return parties[at] if lost or before else None
    beside = view.forms[max(0, first - _BESIDE) : end + _BESIDE]
    return "own" if count.unit in _DOWN and any(form.startswith(_LOSING) for form in beside) else None  # "four were lost"


def _acts(view: View, at: int) -> bool:
    """Is a word a verb by which those before it do something to those counted ("Talvenian troops abducted two teachers")?"""
    return view.tags[at].split(",")[0] == "VERB" and not view.forms[at].startswith(_LOSING)


def enemy_of(side: str | None, parties: dict[int, str], pack: Pack | None) -> str | None:
    """Whom a side fights in a text: the other camp that the text names most often, else the other of the pack's two."""
    if side is None or pack is None or side not in pack.sides or side == _NONE:
        return None
    labels = {names.get("en", key): key for key, names in pack.sides.items()}
    told = Counter(name for name in parties.values() if name in labels and labels[name] not in (side, _NONE))
    return told.most_common(1)[0][0] if told else _other(side, pack)


def named(name: str | None, count: Count, own: str | None, enemy: str | None, *, denied: bool) -> str | None:
    """The party as a plain name: `own` is the side of who tells the count, `enemy` whom that side fights.

    "Foe" is a word by which speakers mean their enemy ("attackers", "terrorists"): without a known speaker it tells no party. What a
    belligerent says it shot down is its enemy's (ANNOTATION.md, rule 24); what it denies to have been shot down is its own.
    """
    if name is None and count.unit in _DOWN and count.status is FigureStatus.SHOT_DOWN:
        return own if denied else enemy
    if name == "own":
        return own
    if name in ("enemy", "foe"):
        return enemy or ("enemy" if name == "enemy" else None)
    return name


def side_named(side: str | None, pack: Pack | None) -> str | None:
    """The English name of a side that takes part in the fighting."""
    return pack.sides[side].get("en", side) if side is not None and side != _NONE and pack is not None and side in pack.sides else None


def _other(side: str | None, pack: Pack | None) -> str | None:
    """The other of the two sides that a pack is named after; whom further camps fight, it does not say."""
    if side is None or pack is None:
        return None
    main = [key for key, labels in pack.sides.items() if labels.get("en", key).casefold() in pack.name.casefold().split("-")]
    if side not in main or len(main) != 2:
        return None
    other = main[1 - main.index(side)]
    return pack.sides[other].get("en", other)


def side_of(claim: Claim | None, voice: str | None) -> str | None:
    """The side of who tells a count: the speaker of its claim, else the one whose channel the document stands in (`voice`)."""
    if claim is None:
        return voice
    return claim.speaker.side if claim.speaker is not None else None
