"""The encoded reader: every head's proposals stand in the reading, with the text's own offsets."""

from datetime import date
from pathlib import Path

import pytest

from sayso.errors import MissingError
from sayso.readers.encoded import EncodedReader, packaged
from sayso.readers.encoder import Encoder
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.reading import Reading

TEXTS = {
    "en": "The Ministry of Defence of Ostravia denied on Tuesday that its troops had entered Verkhne, the agency Meridian reported.",
    "ru": "В министерстве обороны Остравии опровергли сообщения о том, что войска вошли в Верхнее, передаёт агентство «Меридиан».",
    "uk": "У міністерстві оборони Остравії спростували, що війська увійшли до Верхнього, повідомляє агентство «Меридіан».",
    "fr": "Le ministère de la Défense d'Ostravie a démenti mardi que ses troupes soient entrées à Verkhne, rapporte l'agence Méridien.",
}


@pytest.fixture(scope="module")
def reader() -> EncodedReader:
    folder = packaged()
    if folder is None:
        pytest.skip("the weights were left out of this installation (src/sayso/readers/weights)")
    return EncodedReader(PlainReader(Morphology()), folder)


def read(reader: EncodedReader, text: str) -> Reading:
    return reader.reading(document(text, published=date(2031, 5, 4)))


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_denial_has_source_cue_and_content_in_each_language(reader: EncodedReader, lang: str) -> None:
    found = read(reader, TEXTS[lang])
    assert {"source", "cue", "content"} <= {role.role for role in found.roles}
    assert found.links
    assert any(name.kind == "organisation" for name in found.names)
    for role in found.roles:
        assert 0 <= role.span.start < role.span.end <= len(TEXTS[lang])
        assert role.span.of(TEXTS[lang]) == role.span.of(TEXTS[lang]).strip()
    for link in found.links:
        assert found.roles[link.cue].role == "cue"
        assert found.roles[link.other].role in ("source", "content")


def test_vectors_have_unit_length_and_translations_stand_nearer_than_strangers(reader: EncodedReader) -> None:
    vectors = {lang: read(reader, text).passages[0].vector for lang, text in TEXTS.items()}
    stranger = read(reader, "The bakery on the corner sells rye bread and small cakes every Saturday morning.").passages[0].vector
    assert stranger is not None
    for vector in vectors.values():
        assert vector is not None
        assert abs(sum(x * x for x in vector) - 1) < 1e-3
    english = vectors["en"] or ()
    for lang in ("ru", "uk", "fr"):
        other = vectors[lang] or ()
        assert sum(a * b for a, b in zip(english, other, strict=True)) > sum(a * b for a, b in zip(english, stranger, strict=True))


def test_reading_twice_gives_the_same_proposals(reader: EncodedReader) -> None:
    assert read(reader, TEXTS["en"]) == read(reader, TEXTS["en"])


def test_a_folder_without_weights_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r"manifest\.json"):
        Encoder(tmp_path)


def test_a_lone_surrogate_is_read_past_and_offsets_stay(reader: EncodedReader) -> None:
    text = "\ud83d " + TEXTS["en"]
    assert {role.span.of(text) for role in read(reader, text).roles} & {
        role.span.of(TEXTS["en"]) for role in read(reader, TEXTS["en"]).roles
    }
