"""Who may be said to hold a place."""

import pytest

from sayso.events.code import code
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.event import Role
from sayso.record.mention import Mention, MentionKind
from sayso.text.span import Span

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())
CREDITS = (
    ("en", "12 March (Northern Wire) - Volunteers captured the village of Lemna.", "Northern Wire"),
    ("fr", "12 mars (Fil du Nord) - Des volontaires ont pris le contrôle du village de Lemna.", "Fil du Nord"),
    ("ru", "12 марта (Северная лента) - Добровольцы захватили село Лемна.", "Северная лента"),
    ("uk", "12 березня (Північна стрічка) - Добровольці захопили село Лемна.", "Північна стрічка"),
)


@pytest.mark.parametrize(("lang", "text", "name"), CREDITS)
def test_the_agency_of_a_dateline_holds_no_place(lang, text, name):
    def acting(body):
        at = body.index(name)
        mention = Mention(id="m", span=Span(at, at + len(name)), name=name, kind=MentionKind.ORGANISATION)
        found = code(READER.reading(document(body, lang=lang)), (), (), (mention,), lexicon(lang), NO_PACK)
        return [p.name for event in found for p in event.participants if p.role in (Role.HOLDER, Role.AGENT)]

    assert name not in acting(text)
    assert name in acting(text.replace(" (", " ", 1).replace(") - ", " "))
