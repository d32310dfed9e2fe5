"""Letters that Unicode gives no name."""

from sayso.readers.morphology import Morphology


def test_a_letter_without_a_name_is_no_word_and_no_crash() -> None:
    for lang in ("ru", "uk"):
        ((lemma, tag),) = Morphology().analyse(["\U00016000"], lang)
        assert lemma
        assert tag in ("X", "PUNCT")
