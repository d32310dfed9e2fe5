"""The wording of a cue: an encoder's spans, given as words, made as long as the annotation rules have them."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.record.document import document
from sayso.record.reading import Link, RoleSpan
from sayso.text.span import Span

CASES = [
    # language, text, the encoder's source, cue, content -> source and cue pieces
    (
        "fr",
        "« Le pont tient », a-t-elle insisté devant Roman Gradov.",
        ("Roman Gradov", "a-t-elle", "Le pont tient"),
        (["elle"], ["a-t-elle insisté"]),
    ),
    ("fr", "« Le pont tient », note-t-il encore.", (None, "note-t-il encore", "Le pont tient"), (["il"], ["note"])),
    ("fr", "« Le pont tient », s’est-il amusé.", (None, "est-il amusé", "Le pont tient"), (["il"], ["s’est-il amusé"])),
    ("ru", "По его словам, мост уже открыт.", ("его", "По", "мост уже открыт"), (["его"], ["По его словам"])),
    ("uk", "За його словами, міст уже відкрито.", ("його", "словами", "міст уже відкрито"), (["його"], ["За його словами"])),
    ("en", "By Gradov's own count, nine boats sank.", ("Gradov's", "By", "nine boats sank"), (["Gradov"], ["By Gradov's own count"])),
    (
        "en",
        "In the telling of Anna Poleva, nine boats sank.",
        ("Anna Poleva", "In", "nine boats sank"),
        (["Anna Poleva"], ["In the telling of"]),
    ),
    (
        "fr",
        "Selon le décompte de la préfecture, neuf barques ont coulé.",
        ("préfecture", "Selon", "neuf barques ont coulé"),
        (["préfecture"], ["Selon le décompte de"]),
    ),
    (
        "fr",
        "La mairie avait d’abord exclu tout départ.",
        ("mairie", "exclu", "tout départ"),
        (["mairie"], ["avait d’abord exclu"]),
    ),
    (
        "en",
        "Anna Poleva called the story of the boats a fabrication.",
        ("Anna Poleva", "called", "the story of the boats"),
        (["Anna Poleva"], ["called", "a fabrication"]),
    ),
    (
        "ru",
        "Анна Полева назвала это враньём: лодки целы.",
        ("Анна Полева", "назвала", "лодки целы"),
        (["Анна Полева"], ["назвала это враньём"]),
    ),
    ("en", "Anna Poleva called the talks a success.", ("Anna Poleva", "called", "the talks a success"), (["Anna Poleva"], ["called"])),
    ("ru", "Анна Полева сказала, что мост открыт.", ("Анна Полева", "сказала", "мост открыт"), (["Анна Полева"], ["сказала"])),
    (
        "en",
        "Anna Poleva now brushed aside a report of nine sunken boats.",
        ("Anna Poleva", "now brushed aside a report", "nine sunken boats"),
        (["Anna Poleva"], ["brushed aside"]),
    ),
    (
        "uk",
        "Анна Польова зітхнула: «Човни цілі всі до одного».",
        ("Анна Польова", "зітхнула", "Човни цілі всі до одного"),
        (["Анна Польова"], [":"]),
    ),
    (
        "uk",
        "Міст відкрито, повідомляє Норінформ з посиланням на мера Анну Польову.",
        ("Норінформ", "повідомляє", "Міст відкрито"),
        (["Норінформ", "мера Анну Польову"], ["повідомляє", "з посиланням на"]),
    ),
    ("en", "By its count, nine boats sank.", ("its", "By", "nine boats sank"), (["its"], ["By its count"])),
    ("fr", "À l’en croire, neuf barques ont coulé.", (None, "croire", "neuf barques ont coulé"), (["l’"], ["À l’en croire"])),
]


@pytest.mark.parametrize(("lang", "text", "given", "told"), CASES, ids=[case[1][:30] for case in CASES])
def test_a_cue_is_as_long_as_the_rules_have_it(reader, pack, lang, text, given, told):
    reading = reader.reading(document(text, lang=lang, published=date(2024, 3, 12)))
    spans = [(role, Span(at, at + len(words))) for role, words in zip(("source", "cue", "content"), given, strict=True) if words
             for at in (text.index(words),)]  # fmt: skip
    roles = tuple(RoleSpan(role=role, span=span, score=0.95) for role, span in spans)
    cue = next(n for n, role in enumerate(roles) if role.role == "cue")
    links = tuple(Link(cue=cue, other=n, score=0.95) for n in range(len(roles)) if n != cue)
    book = lexicon(lang)
    read = replace(reading, roles=roles, links=links)
    claims = [claim for claim in attribute(read, names(read, book, pack), book, pack) if claim.cue]
    assert [([s.of(text) for s in c.source], [s.of(text) for s in c.cue]) for c in claims] == [told]


def test_a_mark_with_its_source_is_taken_beside_an_encoder(reader, pack):
    text = "Nine boats sank in the port — Anna Poleva\n\nRoman Gradov said that the school was empty."
    reading = reader.reading(document(text, lang="en", published=date(2024, 3, 12)))
    spans = [(role, Span(text.index(words), text.index(words) + len(words))) for role, words in
             (("source", "Roman Gradov"), ("cue", "said"), ("content", "the school was empty"))]  # fmt: skip
    roles = tuple(RoleSpan(role=role, span=span, score=0.95) for role, span in spans)
    read = replace(reading, roles=roles, links=(Link(cue=1, other=0, score=0.95), Link(cue=1, other=2, score=0.95)))
    book = lexicon("en")
    told = [claim for claim in attribute(read, names(read, book, pack), book, pack) if claim.cue]
    assert [(c.speaker.id, [s.of(text) for s in c.content]) for c in told] == [
        ("mayor", ["Nine boats sank in the port"]),
        ("governor", ["the school was empty"]),
    ]
