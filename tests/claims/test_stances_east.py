"""The stance in Russian and Ukrainian: bounds, what lies ahead, opinions and rough counts, commands, menaces, what nobody can tell."""

import pytest

from sayso.claims.prospects import SLAVIC
from sayso.record.claim import Attribution, Stance

SAID = (
    # a bound, an absent harm, a thing that did not come or stop deny nothing
    ("ru", "Роман Градов заявил, что мост перешли не менее сорока лодочников.", Stance.ASSERTS),
    ("uk", "Роман Градов заявив, що міст перейшли не менше сорока човнярів.", Stance.ASSERTS),
    ("ru", "Роман Градов сказал, что угрозы плотине нет.", Stance.ASSERTS),
    ("uk", "Роман Градов сказав, що обоз до порту не дійшов.", Stance.ASSERTS),
    ("ru", "Роман Градов сказал, что работа парома не прекращалась.", Stance.ASSERTS),
    ("ru", "Роман Градов сказал, что получил два письма, в которых никто не назвал имён.", Stance.ASSERTS),
    ("ru", "Роман Градов сказал, что на лодке краска, какой на острове не торгуют.", Stance.ASSERTS),
    ("uk", "Роман Градов сказав, що міст розібрано не до кінця.", Stance.ASSERTS),
    # one number in the place of another, no part in a thing, and a "no ... whatever" deny
    ("ru", "Роман Градов уточнил, что лодок было пять, а не восемь.", Stance.DENIES),
    ("uk", "Роман Градов сказав, що чув не сім, а десять пострілів.", Stance.DENIES),
    ("uk", "Роман Градов сказав, що загибель риби не пов'язана з обстрілом.", Stance.DENIES),
    ("ru", "Роман Градов сказал, что никакого приказа в порту не получали.", Stance.DENIES),
    ("ru", "Роман Градов назвал доклад однобоким.", Stance.DENIES),
    ("uk", "Роман Градов назвав ці слова підлістю.", Stance.DENIES),
    ("uk", "Роман Градов не вважає пожежу підпалом.", Stance.DENIES),
    # how long a thing takes is an estimate of those who think so
    ("uk", "Роман Градов вважає, що міст полагодять за тиждень.", Stance.ESTIMATES),
    ("ru", "Роман Градов считает, что мост починят за неделю.", Stance.ESTIMATES),
    ("ru", "По мнению Романа Градова, лагерь на летний сезон закрыт.", Stance.ASSERTS),
    # what lies ahead, with and without a that-clause
    ("ru", "По словам Романа Градова, паром отремонтируют к осени.", Stance.EXPECTS),
    ("uk", "За словами Романа Градова, пором відремонтують до осені.", Stance.EXPECTS),
    ("ru", "Роман Градов сказал, что губернатор намерен сменить паромщика.", Stance.EXPECTS),
    ("uk", "Роман Градов сказав, що зустріч має відбутися в порту.", Stance.EXPECTS),
    ("ru", "Роман Градов считает, что договор подпишут к субботе.", Stance.EXPECTS),
    ("ru", "Роман Градов сказал, что мост взорван и порт закрыт.", Stance.ASSERTS),
    ("uk", "Роман Градов сказав, що лодії перебувають у порту.", Stance.ASSERTS),
    ("uk", "Роман Градов сказав, що його люди не можуть знайти пором.", Stance.ASSERTS),
    ("uk", "Роман Градов попередив, що хліба в порту лишилося мало.", Stance.ASSERTS),
    ("uk", "Роман Градов попередив, що хліба вистачить до осені.", Stance.EXPECTS),
    ("ru", "Роман Градов не исключил, что паром починят.", Stance.EXPECTS),
    # an opinion or a count asserts, and estimates a rough number
    ("ru", "Роман Градов считает, что порт сожгли из-за моста.", Stance.ASSERTS),
    ("ru", "Роман Градов считает, что в порту осталось около сорока лодок.", Stance.ESTIMATES),
    ("uk", "За підрахунками Романа Градова, згоріли дев'ять човнів.", Stance.ASSERTS),
    ("uk", "За підрахунками Романа Градова, згоріли не менше дев'яти човнів.", Stance.ESTIMATES),
    ("uk", "Роман Градов сказав, що в порту можуть перебувати двоє лодників.", Stance.ESTIMATES),
    # commands
    ("ru", "«Работает сирена. Оставайтесь в укрытиях до самого утра», — написал Роман Градов.", Stance.ORDERS),
    ("uk", "«Залишайтеся в укриттях до самого ранку, люди», — написав Роман Градов.", Stance.ORDERS),
    ("ru", "Роман Градов предложил перенести ярмарку.", Stance.ASSERTS),
    # menaces and charges
    ("ru", "Роман Градов сказал, что порт не оставит этот налёт без ответа.", Stance.THREATENS),
    ("uk", "Роман Градов сказав, що порт не залишить цей наліт без відповіді.", Stance.THREATENS),
    ("ru", "По версии следствия, паромщик передал чужакам карту порта.", Stance.ACCUSES),
    ("ru", "Роман Градов подозревает паромщика в поджоге моста.", Stance.ACCUSES),
    ("ru", "Роман Градов сказал, что порт обстреляли люди Судмарка.", Stance.ASSERTS),
    ("ru", "Роман Градов осудил поджог моста.", Stance.ASSERTS),
    # what nobody can tell
    ("ru", "Роман Градов сказал, что установить, кто сжёг мост, невозможно.", Stance.DOUBTS),
    ("uk", "Роман Градов сказав, що дані про пожежу не підтверджені.", Stance.DOUBTS),
    ("ru", "Роман Градов не уверен, что мост цел.", Stance.DOUBTS),
    ("uk", "Роман Градов ухилився від відповіді про втрату мосту.", Stance.DOUBTS),
    ("ru", "Роман Градов отказался объяснить потерю моста.", Stance.DOUBTS),
    ("ru", "Роман Градов признал, что установить, кто сжёг мост, невозможно.", Stance.DOUBTS),
    ("uk", "Роман Градов підтвердив втрату мосту, але не зміг назвати винних.", Stance.CONFIRMS),
)


@pytest.mark.parametrize(("lang", "text", "stance"), SAID)
def test_a_claim_has_the_stance_of_cue_and_content(read, lang, text, stance):
    found = [claim.stance for claim in read(text, lang=lang)[0] if claim.attribution is Attribution.EXPLICIT]
    assert stance in found
    assert set(found) <= {stance, Stance.ASSERTS} or stance is Stance.ASSERTS


def test_the_two_languages_of_prospects_are_those_with_aspect():
    assert {"ru", "uk"} == SLAVIC
