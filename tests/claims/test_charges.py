"""Charges, bodies of other lands, and what is called a lie, in Russian and Ukrainian."""

import pytest

from sayso.record.claim import Stance


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("ru", "Правительство Тальвении заявило, что беспилотники запустили с территории Кестрии.", Stance.ACCUSES),
        ("uk", "Уряд Тальвенії заявив, що ракети випустили з території Кестрії.", Stance.ACCUSES),
        ("ru", "Правительство Тальвении заявило, что мост минировали кестрийские солдаты.", Stance.ACCUSES),
        ("uk", "Уряд Тальвенії заявив, що кестрійські солдати викрали двох паромників.", Stance.ACCUSES),
        ("uk", "Уряд Тальвенії заявив, що вибухівка кестрійська.", Stance.ACCUSES),
        ("ru", "Паромщик заявил, что вина целиком лежит на порте.", Stance.ACCUSES),
        ("uk", "Паромник заявив, що відповідальність лежить на порту.", Stance.ACCUSES),
        ("uk", "Уряд Тальвенії заявив, що снаряди прилетіли з-під Крижня.", Stance.ACCUSES),
        # one's own land, a bystander, and a plain report of a blow accuse nobody
        ("ru", "Правительство Тальвении заявило, что беспилотники запустили с территории Тальвении.", Stance.ASSERTS),
        ("ru", "Жители заявили, что беспилотники запустили с территории Кестрии.", Stance.ASSERTS),
        ("ru", "Правительство Тальвении заявило, что кестрийские солдаты обстреляли рынок.", Stance.ASSERTS),
    ],
)
def test_who_lays_a_deed_at_another_side_s_door_accuses(claims_in, lang, text, stance):
    assert [claim.stance for claim in claims_in(text, lang, "talvenia-kestria")] == [stance]


@pytest.mark.parametrize(
    ("lang", "text", "known"),
    [
        ("ru", "Минобороны России заявило, что мост цел.", True),
        ("ru", "Иранское Минобороны заявило, что мост цел.", False),
        ("ru", "МИД Ирана заявил, что мост цел.", False),
        ("ru", "Генштаб Израиля заявил, что мост цел.", False),
        ("uk", "Ізраїльський Генштаб заявив, що міст цілий.", False),
        ("uk", "Генштаб ЗСУ заявив, що міст цілий.", True),
        ("uk", "Міністр Коваль заявив, що міст цілий.", False),
        ("uk", "Речник Ковальов заявив, що міст цілий.", True),
        ("ru", "Прокурор заявил, что российский мост цел.", False),
    ],
)
def test_a_body_of_another_land_and_a_like_surname_are_not_the_pack_s(claims_in, lang, text, known):
    (claim,) = claims_in(text, lang, "ukraine-russia")
    assert (claim.speaker.id is not None) is known


@pytest.mark.parametrize(
    ("lang", "text", "cue", "content"),
    [
        ("ru", "Роман Градов назвал это ложью.", ["назвал", "ложью"], "это"),
        ("uk", "Роман Градов назвав це вигадкою.", ["назвав", "вигадкою"], "це"),
        ("uk", "Роман Градов називає це «вигадкою ворога».", ["називає", "«вигадкою"], "це"),
    ],
)
def test_what_a_pronoun_stands_for_is_called_a_lie(read, lang, text, cue, content):
    claims, _ = read(text, lang=lang)
    assert [claim.stance for claim in claims] == [Stance.DENIES]
    assert [span.of(text) for span in claims[0].content] == [content]
    assert [span.of(text) for span in claims[0].cue][:1] == cue[:1]


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("ru", "Роман Градов назвал сообщения о пожаре не соответствующими действительности.", Stance.DENIES),
        ("ru", "Роман Градов развенчивает слухи о пожаре.", Stance.DENIES),
        ("uk", "Роман Градов розвінчав чутки про пожежу.", Stance.DENIES),
        ("ru", "Роман Градов обязал жителей уехать.", Stance.ORDERS),
        ("uk", "Роман Градов зобов'язав жителів виїхати.", Stance.ORDERS),
        ("uk", "Роман Градов пророкує, що міст упаде.", Stance.EXPECTS),
        ("ru", "Роман Градов приписал себе подрыв моста.", Stance.ASSERTS),
    ],
)
def test_verbs_of_every_aspect_give_their_stance(read, lang, text, stance):
    claims, _ = read(text, lang=lang)
    assert [claim.stance for claim in claims] == [stance]


@pytest.mark.parametrize(
    ("lang", "text", "expect"),
    [
        ("ru", "Командующий Пётр Ильин заявил, что мост цел. «Мы стоим на берегу», — добавил генерал.", ["Пётр Ильин", "Пётр Ильин"]),
        ("ru", "Мэр Пётр Ильин заявил, что мост цел. «Мы стоим на берегу», — добавил генерал.", ["Пётр Ильин", "генерал"]),
        ("uk", "За словами губернаторки Олени Ткач, міст цілий.", ["Олена Ткач"]),
    ],
)
def test_titles_and_ranks_lead_to_a_name(read, lang, text, expect):
    claims, _ = read(text, lang=lang)
    assert [claim.speaker.name for claim in claims] == expect
