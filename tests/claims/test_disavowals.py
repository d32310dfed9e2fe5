"""The disavowal and the label: denials that name nothing, and those that call what was told a name."""

import pytest

from sayso.record.claim import Attribution, Stance

FLAT = (
    ("en", "The mayor counted nine boats, a figure that the ministry rejects.", "ministry", "figure"),
    ("fr", "Selon le maire, trois drones ont touché le dépôt. Le ministère dément.", "ministère", "trois drones ont touché le dépôt"),
    ("fr", "Les riverains ont livré leur version, une version que l'état-major rejette.", "état-major", "version"),
)
LABELLED = (
    ("en", 'The widow said he had been beaten. The ministry called that "raving".', 'called … "raving"', "that"),
    ("en", "The bridge was hit twice, drivers say. The army described this as false.", "described … as false", "this"),
    ("en", 'Nine boats sank, a finding that the government called "premature and hostile".', 'called "premature and hostile"', "finding"),
    ("en", 'Residents called the officers\' story "a fable for schoolboys".', 'called … "a fable for schoolboys"', "officers' story"),
    ("fr", "Le ministre Roman Gradov a qualifié le rapport de « roman ».", "a qualifié … de « roman »", "rapport"),
    ("fr", "Le maire affirme que le pont est coupé. Le ministère qualifie cela de mensonge.", "qualifie … de mensonge", "cela"),
)
NO_LABEL = (
    ("en", 'Roman Gradov described the operation as "a success".'),
    ("en", 'Roman Gradov called the pilots "heroes of the river".'),
    ("fr", "Roman Gradov a qualifié la visite d'« utile »."),
)


def denials(read, lang, text):
    found = read(text, lang=lang)[0]
    return [
        tuple(" … ".join(text[a:b] for a, b in role) for role in (c.source, c.cue, c.content))
        for c in found
        if c.attribution is Attribution.EXPLICIT and c.stance is Stance.DENIES
    ]


@pytest.mark.parametrize(("lang", "text", "source", "content"), FLAT)
def test_a_flat_denial_speaks_of_what_was_told_before(read, lang, text, source, content):
    assert (source, content) in [(s, c) for s, _, c in denials(read, lang, text)]


@pytest.mark.parametrize(("lang", "text", "cue", "content"), LABELLED)
def test_a_label_denies_what_it_names(read, lang, text, cue, content):
    assert (cue, content) in [(q, c) for _, q, c in denials(read, lang, text)]


@pytest.mark.parametrize(("lang", "text"), NO_LABEL)
def test_a_name_for_no_report_denies_nothing(read, lang, text):
    assert not denials(read, lang, text)


def test_a_flat_denial_is_tied_to_the_claim_whose_words_it_denies(read):
    found = read("Selon le maire, trois drones ont touché le dépôt. Le ministère dément.", lang="fr")[0]
    told, denied = (next(c for c in found if c.stance is stance) for stance in (Stance.ASSERTS, Stance.DENIES))
    assert denied.denied == told.id
