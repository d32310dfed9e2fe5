"""The lexicon of one language: all its books, loaded once."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.cues import CueBook, cue_book
from sayso.lexicon.numbers import NumberBook, number_book
from sayso.lexicon.times import TimeBook, time_book
from sayso.lexicon.toponyms import ToponymBook, toponym_book
from sayso.lexicon.triggers import TriggerBook, trigger_book
from sayso.lexicon.units import UnitBook, unit_book

LANGUAGES = ("en", "ru", "uk", "fr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Cues and relays, event triggers, units, number words, time words and toponym words of a language."""

    lang: str
    cues: CueBook
    triggers: TriggerBook
    units: UnitBook
    numbers: NumberBook
    times: TimeBook
    toponyms: ToponymBook


@cache
def lexicon(lang: str | None) -> Lexicon:
    """The lexicon of a language; of English where the language is unknown or not read."""
    known = lang if lang in LANGUAGES else "en"
    return Lexicon(
        lang=known,
        cues=cue_book(known),
        triggers=trigger_book(known),
        units=unit_book(known),
        numbers=number_book(known),
        times=time_book(known),
        toponyms=toponym_book(known),
    )
