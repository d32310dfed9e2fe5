"""Letters that Unicode gives no name."""

from sayso.readers.morphology import Morphology


def test_a_letter_without_a_name_is_no_word_and_no_crash() -> None:
    for lang in ("ru", "uk"):
        ((lemma, tag),) = Morphology().analyse(["\U00016000"], lang)
        assert lemma
        assert tag in ("X", "PUNCT")


def test_an_adverb_that_no_dictionary_lists_is_no_crash() -> None:
    ((lemma, tag),) = Morphology().analyse(["по-лорвански"], "ru")
    assert lemma.startswith("по-лорванск")
    assert tag
