"""Language, morphology and the plain reader."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.readers.language import identify
from sayso.readers.morphology import Morphology
from sayso.readers.plain import MOST_BYTES, PlainReader
from sayso.record.document import Unread, document
from sayso.record.reading import Reading

CASES = Path(__file__).resolve().parents[1] / "cases" / "readers"
MORPHOLOGY = Morphology()
RULES = Morphology(ukrainian_dictionary=False)
READER = PlainReader(MORPHOLOGY)


def cases(name):
    return json.loads((CASES / name).read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in cases("languages.json")])
def test_the_language_of_a_short_text_is_told(case):
    lang, sure = identify(case["text"])
    assert lang == case["expect"]
    assert 0 <= sure <= 1


def test_what_the_giver_says_stands_unless_the_letters_speak_against_it():
    assert identify("Orlin Kovalenko", "fr") == ("fr", 1.0)
    assert identify("Сбиты два дрона, сообщил глава района", "en")[0] == "ru"
    assert identify("Двоє", "UK-ua") == ("uk", 1.0)
    assert identify("123", "ru") == (None, 0.0)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['lang']} {case['text'][:30]}") for case in cases("forms.json")])
def test_words_have_their_base_form_and_tag(case):
    tokens = (reading := READER.reading(document(case["text"], lang=case["lang"]))).tokens
    seen = {
        reading.text[s:e]: [lemma, tag] for s, e, lemma, tag in zip(tokens.starts, tokens.ends, tokens.lemmas, tokens.tags, strict=True)
    }
    assert {word: seen[word] for word in case["expect"]} == case["expect"]


def test_ukrainian_is_read_without_its_dictionary():
    words = "Голова області повідомив , що в Харкові знищено три будинки , двоє поранених".split()
    found = dict(zip(words, RULES.analyse(words, "uk"), strict=True))
    assert found["повідомив"] == ("повідомити", "VERB,sg,past")
    assert found["знищено"][0] == "знищити"
    assert found["знищено"][1].startswith("PART")
    assert found["три"][1] == "NUM"
    assert found["в"][1] == "ADP"
    assert "uk rules" in RULES.names()


def test_a_reading_holds_together():
    text = "«Мы уходим», - сказал Орлин.\n\n• 3 дрона\n• 5 ракет\nСообщает «Рубеж»."
    reading = READER.reading(document(text))
    tokens = reading.tokens
    assert reading.lang == "ru"
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.lemmas) == len(tokens.stems) == len(tokens.tags)
    assert [q.inner.of(text) for q in reading.quotations] == ["Мы уходим", "Рубеж"]
    assert [s.of(text) for s in reading.sentences] == ["«Мы уходим», - сказал Орлин.", "• 3 дрона", "• 5 ракет", "Сообщает «Рубеж»."]
    assert tokens.stems[0] == ""
    assert reading.methods[0].name == "plain reader"


@given(st.one_of(st.text(max_size=200), st.text(st.sampled_from("aбвії.,!« »\n\x00\ud800 12"), max_size=100)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_with_every_token_in_one_sentence(text):
    reading = READER.reading(document(text))
    tokens = reading.tokens
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end
        assert sum(s.start <= start and end <= s.end for s in reading.sentences) == 1
    assert reading == READER.reading(document(text))


@pytest.mark.parametrize("text", ["", " \n", "12:40 !!!", "🔥🔥"])
def test_a_text_without_letters_has_no_language_and_no_tokens(text):
    reading = READER.reading(document(text))
    assert (reading.lang, len(reading.tokens)) == (None, 0)


def test_a_text_with_nuls_and_half_surrogates_is_read_through():
    text = "The army\x00 said \ud800 nothing."
    reading = READER.reading(document(text, lang="en"))
    assert [text[s:e] for s, e in zip(reading.tokens.starts, reading.tokens.ends, strict=True)][-3:] == ["\ud800", "nothing", "."]


def test_a_text_that_is_too_large_is_refused_and_the_next_one_read():
    found = list(READER.read([document("я" * (MOST_BYTES // 2 + 1), name="big"), document("Двоє.", name="small")]))
    assert isinstance(found[0], Unread)
    assert (found[0].where, found[0].name) == ("big", "big")
    assert "5.0 MB" in found[0].why
    assert isinstance(found[1], Reading)


def test_a_line_of_a_million_characters_is_read_in_time():
    began = time.process_time()
    READER.reading(document("Орлин заявил, что " * 55_000))
    assert time.process_time() - began < 60


@pytest.mark.parametrize("lang", ["en", "ru", "uk", "fr"])
def test_a_long_report_is_read_quickly(lang):
    text = " ".join(case["text"] for case in cases("forms.json") if case["lang"] == lang)
    text = text * (4000 // len(text))
    READER.reading(document(text))
    times = []
    for _ in range(5):
        began = time.process_time()
        READER.reading(document(text))
        times.append(time.process_time() - began)
    assert min(times) < 0.1  # 25 ms on a machine that has nothing else to do


def test_threads_share_a_morphology():
    fresh, found = Morphology(), []
    threads = [threading.Thread(target=lambda: found.append(fresh.analyse(["Орлин", "заявил", "о", "потерях"], "ru"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(one == found[0] for one in found)


def test_importing_the_readers_loads_no_dictionary():
    heavy = ("pymorphy3", "simplemma", "py3langid", "numpy")
    code = (
        f"import sys, sayso.readers.plain, sayso.readers.morphology as m; m.Morphology(); print([n for n in {heavy} if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
