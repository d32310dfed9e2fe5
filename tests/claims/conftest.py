# ruff: noqa: E501
"""A small pack of invented actors, and the way from a text to its claims."""

from collections.abc import Callable
from datetime import date

import pytest

from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import built_in, pack_of
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Claim
from sayso.record.document import document
from sayso.record.mention import Mention

HEADER = """
name = "test"
version = "1"
[[sides]]
id = "North"
[[sides]]
id = "South"
[theatre]
countries = ["NO", "SO"]
"""
ACTORS = """
{"id": "n-gov", "kind": "government", "names": {"en": "Government of Norland", "ru": "Правительство Норландии", "uk": "Уряд Норландії", "fr": "gouvernement norlandais"}, "metonyms": {"en": ["Norhaven"], "ru": ["Норхавен"], "uk": ["Норгавен"], "fr": ["Norhaven"]}, "sides": [{"side": "North"}], "country": "NO"}
{"id": "n-mod", "kind": "military", "names": {"en": "Ministry of Defence of Norland", "ru": "Министерство обороны Норландии", "uk": "Міністерство оборони Норландії", "fr": "ministère norlandais de la Défense"}, "aliases": {"en": ["Norland Defence Ministry"], "ru": ["Минобороны Норландии"], "uk": ["Міноборони Норландії"], "fr": ["ministère de la Défense de Norland"]}, "sides": [{"side": "North"}], "country": "NO"}
{"id": "s-gov", "kind": "government", "names": {"en": "Government of Sudmark", "ru": "Правительство Судмарка", "uk": "Уряд Судмарку", "fr": "gouvernement de Sudmark"}, "metonyms": {"en": ["Suderburg"], "ru": ["Судербург"], "uk": ["Судербург"], "fr": ["Suderbourg"]}, "sides": [{"side": "South"}], "country": "SO"}
{"id": "s-staff", "kind": "military", "names": {"en": "General Staff of Sudmark", "ru": "Генштаб Судмарка", "uk": "Генштаб Судмарку", "fr": "état-major de Sudmark"}, "aliases": {"en": ["Sudmark General Staff"], "fr": ["état-major sudmarkien"]}, "sides": [{"side": "South"}], "country": "SO"}
{"id": "heron", "kind": "armed group", "names": {"en": "Heron Legion", "ru": "Легион «Цапля»", "uk": "Легіон «Чапля»", "fr": "Légion du Héron"}, "aliases": {"en": ["Legion of the Heron"]}, "sides": [{"side": "South"}]}
{"id": "rook", "kind": "armed group", "names": {"en": "Rook Battalion", "ru": "батальон «Грач»", "uk": "батальйон «Грак»", "fr": "bataillon Corneille"}, "sides": [{"side": "South"}]}
{"id": "governor", "kind": "local authority", "person": true, "names": {"en": "Roman Gradov", "ru": "Роман Градов", "uk": "Роман Градов", "fr": "Roman Gradov"}, "surname": {"en": "Gradov", "ru": "Градов", "uk": "Градов", "fr": "Gradov"}, "office": {"en": "governor of Dell region", "ru": "губернатор Дольской области", "uk": "губернатор Дільської області", "fr": "gouverneur de la région de Dell"}, "body": "n-gov", "sides": [{"side": "North"}], "country": "NO"}
{"id": "mayor", "kind": "local authority", "person": true, "names": {"en": "Anna Poleva", "ru": "Анна Полева", "uk": "Анна Польова", "fr": "Anna Poleva"}, "surname": {"en": "Poleva", "ru": "Полева", "uk": "Польова", "fr": "Poleva"}, "office": {"en": "mayor of Lower Dell", "ru": "мэр Нижнего Дола", "uk": "мер Нижнього Долу", "fr": "maire de Bas-Dell"}, "body": "n-gov", "sides": [{"side": "North"}], "country": "NO"}
"""
OUTLETS = """
{"id": "harbour", "kind": "agency", "names": {"en": "Harbour Wire", "ru": "Маяк-Пресс", "uk": "Маяк-Прес", "fr": "Agence du Port"}, "aliases": {"en": ["HWP"], "ru": ["HWP"], "uk": ["HWP"], "fr": ["HWP"]}, "zone": "Europe/London"}
{"id": "north-agency", "kind": "agency", "names": {"en": "Norinform", "ru": "Норинформ", "uk": "Норінформ", "fr": "Norinform"}, "side": "North"}
{"id": "lantern", "kind": "outlet", "names": {"en": "La Lanterne", "ru": "La Lanterne", "uk": "La Lanterne", "fr": "La Lanterne"}, "aliases": {"ru": ["Лантерн"], "uk": ["Лантерн"]}, "risky_aliases": {"en": ["lantern"]}}
{"id": "telegram", "kind": "platform", "names": {"en": "Telegram", "ru": "Telegram", "uk": "Telegram", "fr": "Telegram"}, "aliases": {"ru": ["телеграм"], "uk": ["телеграм"]}}
{"id": "facebook", "kind": "platform", "names": {"en": "Facebook", "ru": "Facebook", "uk": "Facebook", "fr": "Facebook"}}
{"id": "gradov-channel", "kind": "channel", "names": {"en": "Gradov (Telegram channel)"}, "handles": ["@gradov_dell"], "voice_of": "governor", "side": "North"}
"""


@pytest.fixture(scope="session")
def pack() -> Pack:
    return pack_of(HEADER, ACTORS.strip().splitlines(), OUTLETS.strip().splitlines(), where="tests")


@pytest.fixture(scope="session")
def reader() -> PlainReader:
    return PlainReader(morphology=Morphology())


Read = Callable[..., tuple[tuple[Claim, ...], tuple[Mention, ...]]]


@pytest.fixture(scope="session")
def read(pack: Pack, reader: PlainReader) -> Read:
    def one(text: str, *, lang: str | None = None, outlet: str | None = None) -> tuple[tuple[Claim, ...], tuple[Mention, ...]]:
        reading = reader.reading(document(text, lang=lang, outlet=outlet, published=date(2024, 3, 12)))
        book = lexicon(reading.lang)
        mentions = names(reading, book, pack)
        return attribute(reading, mentions, book, pack), mentions

    return one


ClaimsIn = Callable[[str, str, str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def claims_in(reader: PlainReader) -> ClaimsIn:
    """From a text, its language and a built-in pack's name to its claims."""

    def one(text: str, lang: str, pack: str) -> tuple[Claim, ...]:
        reading, book, own = reader.reading(document(text, lang=lang)), lexicon(lang), built_in(pack)
        return attribute(reading, names(reading, book, own), book, own)

    return one
