"""Roundings: numbers that are not given exactly, and days of months, which are none."""

import pytest

from sayso.claims.roundings import roughly
from sayso.claims.view import view_of
from sayso.lexicon.language import lexicon
from sayso.record.document import document
from sayso.text.span import Span


@pytest.mark.parametrize(
    ("lang", "text", "rough"),
    [
        ("ru", "Оружие сдадут до 5 мая.", False),
        ("ru", "Оружие сдали до 5 человек.", True),
        ("uk", "Зброю здадуть до 5 травня.", False),
        ("uk", "Зброю здали до 5 людей.", True),
        ("en", "They will leave about 5 May.", False),
        ("en", "About 5 men will leave.", True),
        ("fr", "Ils partiront environ le 5 mai.", False),
        ("fr", "Environ 5 hommes partiront.", True),
    ],
)
def test_the_day_of_a_month_is_no_rough_number(lang, text, rough, reader):
    assert roughly(view_of(reader.reading(document(text, lang=lang)), lexicon(lang).cues), (Span(0, len(text)),)) is rough
