"""The viewpoint: an edition in another language finds the same, by other names."""

import pytest

from sayso.run.briefing import briefed
from sayso.run.config import Config
from sayso.run.front import annotate

TEXT = (
    "The Freedom of Russia Legion said on Telegram that its fighters had taken control of the village of Tyotkino. "
    "The Russian Ministry of Defence denied that the village of Tyotkino had been captured. It said that 3 Ukrainian tanks were destroyed."
)


@pytest.fixture(scope="module")
def said():
    return annotate(TEXT, published="2024-03-12")


def edition_in(lang, said):
    return briefed([said], Config(lang=lang, delay_hours=0.0))[0]


def test_sides_and_actors_go_by_their_names_in_the_language(said):
    made = edition_in("fr", said)
    sides = {account.speaker.side for entry in made.entries for account in entry.accounts if account.speaker}
    assert "Russie" in sides
    assert not sides & {"Russia", "anti-Kremlin Russian units"}
    holders = {row.holder.removeprefix("not ") for row in made.control}
    assert holders
    assert holders <= {row.speaker for row in made.control}, "who holds a place goes by the name by which it speaks"


@pytest.mark.parametrize("lang", ["ru", "uk", "fr"])
def test_the_language_changes_no_incident_and_no_contest(said, lang):
    english, other = edition_in("en", said), edition_in(lang, said)
    assert [entry.incident.kind for entry in english.entries] == [entry.incident.kind for entry in other.entries]
    assert [(c.kind, len(c.between)) for e in english.entries for c in e.contests] == [
        (c.kind, len(c.between)) for e in other.entries for c in e.contests
    ]
    assert english.control
    assert len(english.control) == len(other.control)


@pytest.mark.parametrize(
    ("lang", "role", "place"), [("en", "governor", "Dorvik"), ("ru", "Губернатор", "Дорвик"), ("fr", "gouverneur", "Dorvik")]
)
def test_titles_and_the_packs_places_are_told_in_the_words_of_the_language(lang, role, place):
    text = "Губернатор Пётр Озеров сообщил, что ночью обстреляли Дорвик. Погибли двое."
    config = Config(pack="talvenia-kestria", lang=lang, delay_hours=0.0)
    made = briefed([annotate(text, published="2031-03-05", settings=config)], config)[0]
    speakers = [account.speaker for entry in made.entries for account in entry.accounts if account.speaker]
    assert [speaker.role for speaker in speakers] == [role]
    assert [entry.incident.place.name for entry in made.entries if entry.incident.place] == [place]
