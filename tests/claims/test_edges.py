"""The edges: where an encoder's source and content begin and end after the rules have seen them, and claims that nobody is named for."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.record.document import document
from sayso.record.reading import Link, RoleSpan
from sayso.text.span import Span


def claims_of(reader, pack, lang, text, given):
    """The claims of a text in which an encoder found one source, cue and content (None: not found)."""
    reading = reader.reading(document(text, lang=lang, published=date(2024, 3, 12)))
    spans = [(role, Span(text.index(words), text.index(words) + len(words)))
             for role, words in zip(("source", "cue", "content"), given, strict=True) if words]  # fmt: skip
    roles = tuple(RoleSpan(role=role, span=span, score=0.95) for role, span in spans)
    cue = next((n for n, role in enumerate(roles) if role.role == "cue"), None)
    links = tuple(Link(cue=cue, other=n, score=0.95) for n in range(len(roles)) if n != cue) if cue is not None else ()
    book = lexicon(lang)
    read = replace(reading, roles=roles, links=links)
    return [claim for claim in attribute(read, names(read, book, pack), book, pack) if claim.cue]


CASES = [
    # language, text, the encoder's source, cue, content -> source, cue and content pieces
    (
        "fr",
        "Le même communiqué précise que le bac est coulé.",
        ("Le", "précise", "que le bac est coulé"),
        (["même communiqué"], ["précise"], ["le bac est coulé"]),
    ),
    (
        "ru",
        "Накануне мэр Анна Полева заявила, что мост открыт.",
        ("Накануне мэр Анна Полева", "заявила", "что мост открыт"),
        (["мэр Анна Полева"], ["заявила"], ["мост открыт"]),
    ),
    (
        "ru",
        "Анна Полева объявила о закрытии порта.",
        ("Анна Полева", "объявила", "о закрытии порта"),
        (["Анна Полева"], ["объявила"], ["закрытии порта"]),
    ),
    (
        "uk",
        "Завідувачка пекарні № 3 Самія Рудик каже, що борошна мало.",
        ("Самія Рудик", "каже", "що борошна мало"),
        (["Завідувачка пекарні № 3 Самія Рудик"], ["каже"], ["борошна мало"]),
    ),
    (
        "uk",
        "Рятувальник Остап Лемко, який гасив склад, каже: газу в селі немає.",
        ("Рятувальник Остап Лемко, який гасив склад", "каже", "газу в селі немає"),
        (["Рятувальник Остап Лемко"], ["каже"], ["газу в селі немає"]),
    ),
    (
        "fr",
        "Selon deux pêcheurs interrogés par notre journal, le bac a coulé.",
        ("deux pêcheurs interrogés par notre journal", "Selon", "le bac a coulé"),
        (["deux pêcheurs"], ["Selon"], ["le bac a coulé"]),
    ),
    (
        "fr",
        "Il a été rapporté que le bac avait coulé.",
        ("Il", "a été rapporté", "que le bac avait coulé"),
        ([], ["Il a été rapporté"], ["le bac avait coulé"]),
    ),
    (
        "en",
        "It was previously reported that the ferry had sunk.",
        ("It", "was previously reported", "the ferry had sunk"),
        ([], ["It was previously reported"], ["the ferry had sunk"]),
    ),
    (
        "fr",
        "D’après des informations non confirmées, le bac a coulé.",
        ("informations non confirmées", "D’après", "le bac a coulé"),
        ([], ["D’après des informations non confirmées"], ["le bac a coulé"]),
    ),
    (
        "en",
        "According to some accounts, the ferry had sunk.",
        ("some accounts", "According to", "the ferry had sunk"),
        ([], ["According to"], ["the ferry had sunk"]),
    ),
    (
        "ru",
        "Мост открыт, передаёт Вера-информ со ссылкой на жителей квартала.",
        ("Вера-информ", "передаёт", "Мост открыт"),
        (["Вера-информ", "жителей квартала"], ["передаёт", "со ссылкой на"], ["Мост открыт"]),
    ),
]


@pytest.mark.parametrize(("lang", "text", "given", "told"), CASES, ids=[case[1][:30] for case in CASES])
def test_a_source_and_a_content_end_where_the_rules_have_it(reader, pack, lang, text, given, told):
    claims = claims_of(reader, pack, lang, text, given)
    assert [tuple([s.of(text) for s in part] for part in (c.source, c.cue, c.content)) for c in claims] == [told]


@pytest.mark.parametrize(
    ("lang", "text", "source", "content"),
    [
        ("en", "Governor: three hurt in the attack on Lower Dell", ["Governor"], ["three hurt in the attack on Lower Dell"]),
        ("fr", "Gouverneur de Dell : deux barques coulées dans la nuit", ["Gouverneur de Dell"], ["deux barques coulées dans la nuit"]),
        ("ru", "Мэр: вода будет к ночи", ["Мэр"], ["вода будет к ночи"]),
        ("uk", "Два човни впали на пристань — губернатор", ["губернатор"], ["Два човни впали на пристань"]),
        ("fr", "Selon certaines informations, le bac a coulé.", [], ["le bac a coulé"]),
    ],
)
def test_what_can_only_attribute_is_taken_where_an_encoder_saw_nothing(reader, pack, lang, text, source, content):
    text = f"{text}\n\n«Nine», Roman Gradov said."
    claims = claims_of(reader, pack, lang, text, ("Roman Gradov", "said", "Nine"))
    first = claims[0]
    assert ([s.of(text) for s in first.source], [s.of(text) for s in first.content]) == (source, content)


def test_a_title_of_two_parties_is_no_claim(reader, pack):
    text = "Губернатор против министерства: спор о трёх лодках\n\n«Девять», сказал Роман Градов."
    claims = claims_of(reader, pack, "ru", text, ("Роман Градов", "сказал", "Девять"))
    assert [[s.of(text) for s in c.source] for c in claims] == [["Роман Градов"]]
