"""The places of a text, as the program finds them: reader, gazetteer and pack that come with it."""

from collections.abc import Callable

import pytest

from sayso.gazetteer.index import Gazetteer, packaged
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import built_in
from sayso.places import ask, locate
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.mention import Mention
from sayso.record.place import Place

Located = Callable[..., tuple[Place, ...]]


@pytest.fixture(scope="session")
def reader() -> PlainReader:
    return PlainReader(morphology=Morphology())


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    if not packaged().is_file():
        pytest.fail("the place index is missing: run packaging/gazetteer.py")
    return Gazetteer()


@pytest.fixture(scope="session")
def located(reader: PlainReader, gazetteer: Gazetteer) -> Located:
    """The places of a text, without mentions unless some are given."""

    def places(text: str, lang: str | None = None, mentions: tuple[Mention, ...] = (), **about: str) -> tuple[Place, ...]:
        reading = reader.reading(document(text, lang=lang, **about))
        book, pack = lexicon(reading.lang), built_in()
        queries = ask(reading, mentions, book, pack)
        return locate(reading, queries, gazetteer.look_up(queries), mentions, book, pack)

    return places
