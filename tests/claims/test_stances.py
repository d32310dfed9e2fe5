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
    ("en", "The report that Lower Dell has fallen is a lie, Roman Gradov said."),
    ("en", "Roman Gradov said that the information about a crossing of the river is not true."),
    ("ru", "Роман Градов назвал эту цифру завышенной."),
    ("ru", "Роман Градов назвал ролик постановкой."),
    ("ru", "Роман Градов отверг обвинения."),
    ("uk", "Роман Градов назвав цю суму завищеною."),
    ("uk", "Роман Градов назвав відео постановкою."),
    ("fr", "Roman Gradov a qualifié ces chiffres d'exagérés."),
    ("en", "Roman Gradov said that this was simply not the case."),
    ("en", "Roman Gradov said the report of a crossing was wrong."),
    ("en", "Roman Gradov said we only hit military depots."),
    ("fr", "Roman Gradov a affirmé qu'il n'en est rien."),
    ("fr", "Roman Gradov dit le contraire."),
    ("fr", "Roman Gradov a affirmé n'avoir livré que des tentes."),
    ("fr", "Roman Gradov se défend d'avoir coulé la barque."),
)
DOUBTED = (
    ("en", "Roman Gradov refused to be drawn on the loss of the bridge."),
    ("en", "Roman Gradov said he was not in a position to confirm the loss of the bridge."),
    ("ru", "Роман Градов отказался обсуждать потерю моста."),
    ("ru", "Роман Градов отказался подтверждать потерю моста."),
    ("uk", "Роман Градов відмовився підтвердити втрату мосту."),
    ("fr", "Roman Gradov refuse de donner des chiffres."),
    ("fr", "Roman Gradov ne fait aucun commentaire sur la perte du pont."),
    ("fr", "Roman Gradov n'a fait aucun commentaire sur la perte du pont."),
    ("fr", "Roman Gradov n'a donné aucun détail sur la perte du pont."),
    ("fr", "Roman Gradov n'a ni confirmé ni démenti que le pont ait brûlé."),
    ("en", "Roman Gradov gave no details of the loss of the bridge."),
    ("en", "Roman Gradov does not know who burned the bridge."),
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
    ("fr", "« On ne parle pas à ceux qui brûlent des écoles », a déclaré Roman Gradov."),
    ("fr", "Roman Gradov a affirmé n'avoir livré que trois tentes."),
    ("en", "Roman Gradov said we only hit three depots."),
    ("ru", "Роман Градов назвал причиной взрыв мины."),
    ("uk", "Роман Градов назвав бій виставою для глядачів."),
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


@pytest.mark.parametrize(("lang", "text"), DOUBTED)
def test_what_one_will_not_tell_or_cannot_confirm_is_doubted(read, lang, text):
    assert stances(read, lang, text) == [Stance.DOUBTS]


OTHERS = (
    ("en", "Roman Gradov vowed that the raid will not go unanswered.", Stance.THREATENS),
    ("en", "Roman Gradov warned that any escort would be met with shells.", Stance.THREATENS),
    ("fr", "Roman Gradov a juré que le raid ne resterait pas impuni.", Stance.THREATENS),
    ("en", "Roman Gradov promised to send another boat.", Stance.ASSERTS),
    ("en", "Colonel Roman Gradov believes that the bridge is no longer there.", Stance.ASSERTS),
    ("en", "Colonel Roman Gradov believes that some forty boats were lost.", Stance.ESTIMATES),
)


@pytest.mark.parametrize(("lang", "text", "stance"), OTHERS)
def test_threats_promises_and_beliefs(read, lang, text, stance):
    assert stance in stances(read, lang, text)
