"""The tenor: what a content says of itself goes before a cue that only says; a cue with a stance of its own keeps it."""

import pytest

from sayso.record.claim import Attribution, Stance

TOLD = (
    ("en", "Roman Gradov said he hoped the ford would hold.", Stance.EXPECTS),
    ("en", "Roman Gradov said that the number of lost boats was probably higher.", Stance.ESTIMATES),
    ("en", "Roman Gradov said that the bridge would probably fall.", Stance.EXPECTS),
    ("en", "Roman Gradov said he knew nothing of the raid.", Stance.DOUBTS),
    ("en", "Roman Gradov said that ships entering the bay would bear the consequences.", Stance.THREATENS),
    ("en", "“We demand the return of the ferry,” Roman Gradov said.", Stance.ORDERS),
    ("en", "Roman Gradov asked whether the ferry had been armed.", Stance.DOUBTS),
    ("en", "Roman Gradov asked the villagers to stay at home.", Stance.ORDERS),
    ("en", "Roman Gradov did not deny that the bridge burned.", Stance.CONFIRMS),
    ("en", "Roman Gradov neither confirmed nor denied that the bridge burned.", Stance.DOUBTS),
    ("en", "Roman Gradov said it was a breakdown, not a strike.", Stance.DENIES),
    ("en", "Roman Gradov said the shot came from the quay, not from the shop.", Stance.ASSERTS),
    ("en", "Roman Gradov said the recordings of the raid had been doctored.", Stance.DENIES),
    ("en", "Roman Gradov said the officer who spoke of robbers does not exist.", Stance.DENIES),
    ("en", "Roman Gradov said boards had been given to people who have no house.", Stance.ASSERTS),
    ("en", "“Not so,” Roman Gradov said.", Stance.DENIES),
    ("en", "Roman Gradov said the ministry had not yet received a list.", Stance.ASSERTS),
    ("en", "Roman Gradov announced that the curfew will begin at ten.", Stance.ASSERTS),
    ("fr", "Roman Gradov a indiqué que le trafic reprendrait lundi.", Stance.EXPECTS),
    ("fr", "Roman Gradov a déclaré que le gué serait rouvert avant jeudi.", Stance.EXPECTS),
    ("fr", "Roman Gradov a déclaré que deux agents figuraient parmi les blessés.", Stance.ASSERTS),
    ("fr", "Roman Gradov a déclaré que le gué resterait fermé jusqu'à nouvel ordre.", Stance.ASSERTS),
    ("fr", "Roman Gradov a affirmé qu'il ne parlerait pas au maire.", Stance.EXPECTS),
    ("fr", "Roman Gradov a déclaré que le pont s'est probablement effondré.", Stance.ESTIMATES),
    ("fr", "« Nous demandons aux habitants de rester chez eux », a déclaré Roman Gradov.", Stance.ORDERS),
    ("fr", "Roman Gradov a dit ne pas pouvoir confirmer la perte du pont.", Stance.DOUBTS),
    ("fr", "Roman Gradov n'a pas démenti la perte du pont.", Stance.CONFIRMS),
    ("fr", "Roman Gradov a affirmé qu'il y a eu neuf coups, pas onze.", Stance.DENIES),
    ("fr", "Roman Gradov a déclaré que ces accusations sont sans fondement.", Stance.DENIES),
    ("fr", "Roman Gradov a indiqué que les pêcheurs n'ont pas encore reçu de pain.", Stance.ASSERTS),
    ("fr", "Roman Gradov a reconnu que le pont avait brûlé.", Stance.ASSERTS),
)


@pytest.mark.parametrize(("lang", "text", "stance"), TOLD)
def test_a_content_under_a_cue_of_saying_has_the_stance_of_its_own_words(read, lang, text, stance):
    found = [claim.stance for claim in read(text, lang=lang)[0] if claim.attribution is Attribution.EXPLICIT]
    assert found[:1] == [stance]


def test_a_cue_with_a_stance_of_its_own_keeps_it(read):
    (claim,) = [c for c in read("Roman Gradov confirmed that the number was probably higher.", lang="en")[0] if c.cue]
    assert claim.stance is Stance.CONFIRMS


def test_a_verb_at_the_very_end_of_a_text_is_read(read):
    claims, _ = read("The ferry of Roman Gradov claims", lang="en")
    assert all(claim.attribution is not Attribution.EXPLICIT for claim in claims)
