"""What the tests of moments share: a reading of a text, and its moments."""

from datetime import date, datetime

import pytest

from sayso.lexicon.language import lexicon
from sayso.moments.moments import moments
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

READER = PlainReader(Morphology())


def when(value):
    """A date or an aware datetime from ISO 8601; None stays None."""
    return value and (date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value))


@pytest.fixture(scope="session")
def read():
    """A reading of a text."""

    def make(text, lang="en", published="2024-05-14T16:30:00+03:00"):
        return READER.reading(document(text, lang=lang, published=when(published)))

    return make


@pytest.fixture(scope="session")
def told(read):
    """The moments of a text that its words tell, and the assumed one last."""

    def tell(text, lang="en", published="2024-05-14T16:30:00+03:00", **given):
        return moments(read(text, lang, published), lexicon(lang), **given)

    return tell
