"""The stance: what is said not to be, or called false, is denied; absent harm, ignorance and plans are not."""

import pytest

from sayso.record.claim import Attribution, Stance

DENIED = (
    ("en", "Roman Gradov said our air force did not fly that night."),
    ("en", "Roman Gradov said there was no violation of the border."),
    ("en", "Roman Gradov laughed off the report of two burned boats."),
    ("ru", "Роман Градов заявил, что никаких переговоров не ведётся."),
    ("ru", "Роман Градов назвал вымыслом сообщения о сдаче порта."),
    ("ru", "Роман Градов открестился от налёта."),
    ("uk", "Роман Градов заявив, що таких снарядів у нас немає."),
    ("uk", "Роман Градов назвав нісенітницею повідомлення про здачу порту."),
    ("fr", "Roman Gradov a affirmé qu'aucun village n'a été pris."),
    ("fr", "Roman Gradov nie en bloc tout incendie."),
)
NOT_DENIED = (
    ("en", "Roman Gradov said there were no casualties."),
    ("en", "Roman Gradov said the column will not move before dawn."),
    ("en", "Roman Gradov said the bridge burned because nobody guarded it."),
    ("en", "Roman Gradov did not deny that the bridge burned."),
    ("ru", "Роман Градов заявил, что никто не пострадал."),
    ("ru", "Роман Градов заявил, что мост сгорел, потому что его никто не охранял."),
    ("ru", "Роман Градов не опроверг, что мост сгорел."),
    ("uk", "Роман Градов заявив, що ніхто не постраждав."),
    ("uk", "Роман Градов не заперечив, що міст згорів."),
    ("fr", "Roman Gradov a affirmé qu'il n'y avait aucune victime."),
    ("fr", "Roman Gradov n'a pas démenti que le pont a brûlé."),
)


def stances(read, lang, text):
    return [claim.stance for claim in read(text, lang=lang)[0] if claim.attribution is Attribution.EXPLICIT]


@pytest.mark.parametrize(("lang", "text"), DENIED)
def test_a_deed_said_not_to_be_or_called_false_is_denied(read, lang, text):
    assert Stance.DENIES in stances(read, lang, text)


@pytest.mark.parametrize(("lang", "text"), NOT_DENIED)
def test_absent_harm_plans_reasons_and_negated_denials_are_no_denial(read, lang, text):
    found = stances(read, lang, text)
    assert found
    assert Stance.DENIES not in found
