"""Kinship: documents that retell one another, or tell one story, in whatever languages."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import read_gist, read_report

from sayso.incidents.bare import bare_report
from sayso.incidents.families import families
from sayso.incidents.group import group
from sayso.incidents.kinship import traits
from sayso.incidents.neighbours import nearest
from sayso.incidents.pairs import pairs
from sayso.incidents.retellings import kin
from sayso.incidents.stories import stories

WIRE = {
    "text": "TALITSA, 4 May (Meridian Wire). Three people died when shells hit the ferry landing, Governor Ostrov said.",
    "lang": "en",
    "outlet": "meridian",
    "published": "2031-05-04T10:00:00+00:00",
    "voices": ("ostrov", "harbour", "mayor"),
    "names": ("talitsa", "ostrov", "harbour", "mayor", "brod"),
    "places": ("talitsa",),
    "counts": (3, 14),
    "vector": (0.9, 0.3, 0.1, 0.3),
}
TRANSLATION = WIRE | {
    "text": "Талиця: троє загинули на поромній пристані, каже губернатор Остров; портова служба заперечує. За матеріалами «Меридіану».",
    "lang": "uk",
    "outlet": "varta",
    "published": "2031-05-04T11:10:00+00:00",
    "credits": ("meridian",),
    "vector": (0.85, 0.4, 0.1, 0.3),
}
# Another paper on the same happening, with its own people.
OWN = {
    "text": "La jetée de Talitsa, le lendemain : une batelière raconte.",
    "lang": "fr",
    "outlet": "le quai",
    "published": "2031-05-05T09:00:00+00:00",
    "voices": ("batelière", "ostrov"),
    "names": ("talitsa", "ostrov", "batelière"),
    "places": ("talitsa",),
    "vector": (0.15, 0.0, 0.98, 0.1),
}
ELSEWHERE = {
    "text": "Wheat prices rose in Ordun, the exchange said.",
    "lang": "en",
    "outlet": "ledger",
    "published": "2031-05-04T10:30:00+00:00",
    "voices": ("exchange",),
    "names": ("ordun", "exchange"),
    "places": ("ordun",),
    "vector": (-0.5, 0.1, 0.1, 0.85),
}


def told_together(rows, what="families"):
    """The sets of row numbers that are one family, or one story."""
    gists = [read_gist(row) for row in rows]
    at = {g.document.id: i for i, g in enumerate(gists)}
    found = kin(gists)
    copies = families([(g.document, g.lang) for g in gists], found)
    if what == "families":
        return sorted(sorted(at[name] for name in family.documents) for family in copies)
    wholes = [bare_report(g.document, g.lang) for g in gists]
    return sorted(sorted(at[r.document] for r in i.reports) for i in group(wholes, stories(wholes, found, copies), copies))


def test_a_translation_that_names_the_wire_and_quotes_the_same_people_is_of_its_family():
    assert told_together([WIRE, TRANSLATION, OWN, ELSEWHERE]) == [[0, 1], [2], [3]]


def test_a_translation_lets_the_same_speaker_open():
    turned = TRANSLATION | {"voices": ("harbour", "ostrov", "mayor")}
    gists = [read_gist(WIRE), read_gist(turned | {"credits": ()})]
    found = kin(gists)
    assert max(found.retold.values()) > 0  # by all else it is one
    assert len(families([(g.document, g.lang) for g in gists], found)) == 2
    assert told_together([WIRE, turned]) == [[0, 1]]  # it names the wire


def test_a_rewriting_in_one_language_may_turn_the_order_of_speakers_round():
    rewritten = TRANSLATION | {"lang": "en", "voices": ("harbour", "ostrov", "mayor")}
    assert told_together([WIRE, rewritten]) == [[0, 1]]


def test_a_family_says_by_what_the_translation_was_known():
    gists = [read_gist(row) for row in (WIRE, TRANSLATION)]
    (family,) = families([(g.document, g.lang) for g in gists], kin(gists))
    (reason,) = family.reasons
    assert reason.rule == "translated"
    assert "names the outlet" in reason.detail
    assert family.first == gists[0].document.id


def test_a_paper_in_a_third_language_tells_the_same_story_without_being_a_copy():
    assert told_together([WIRE, TRANSLATION, OWN, ELSEWHERE], "stories") == [[0, 1, 2], [3]]


def test_the_same_people_and_places_two_weeks_later_are_another_story():
    later = TRANSLATION | {"published": "2031-05-18T11:10:00+00:00"}
    assert told_together([WIRE, later]) == [[0], [1]]
    assert told_together([WIRE, later], "stories") == [[0], [1]]


def test_undated_texts_in_two_languages_are_one_story_where_each_is_nearest_to_the_other():
    bare = {"published": None, "voices": (), "names": (), "places": (), "counts": (), "outlet": None, "credits": ()}
    rows = [WIRE | bare, TRANSLATION | bare, OWN | bare, ELSEWHERE | bare]
    assert told_together(rows, "stories") == [[0, 1], [2], [3]]


def test_undated_texts_that_only_name_the_same_people_are_not_put_together():
    rows = [row | {"published": None, "vector": None, "outlet": None, "credits": ()} for row in (WIRE, OWN)]
    assert told_together(rows, "stories") == [[0], [1]]


def test_kinship_is_the_same_from_both_sides():
    a, b = read_gist(WIRE), read_gist(TRANSLATION)
    assert traits(a, b) == traits(b, a)


def test_what_holds_the_same_names_as_nothing_at_all_has_no_kin():
    empty = {"text": "…", "lang": None, "published": None}
    assert kin([read_gist(empty), read_gist(WIRE)]).retold == {}


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_documents_changes_no_kinship(rand: random.Random):
    rows = [WIRE, TRANSLATION, OWN, ELSEWHERE]
    expected = kin([read_gist(row) for row in rows])
    rand.shuffle(rows)
    assert kin([read_gist(row) for row in rows]) == expected


def test_neighbours_by_pivots_find_a_planted_twin_among_thousands():
    dice = random.Random(7)

    def direction():
        return tuple(dice.gauss(0, 1) for _ in range(24))

    rows = [read_gist({"text": f"text {i}", "lang": "en" if i % 2 else "fr"}) for i in range(3200)]
    gists = [replace(g, vector=unit(direction())) for g in rows]
    twin = unit(tuple(x + 0.05 * dice.gauss(0, 1) for x in gists[0].vector))
    gists[1] = replace(gists[1], vector=twin)
    near = nearest(gists)
    assert near[gists[0].document.id]["en"][0][1] == gists[1].document.id
    assert near[gists[1].document.id]["fr"][0][1] == gists[0].document.id


def unit(vector):
    norm = sum(x * x for x in vector) ** 0.5
    return tuple(x / norm for x in vector)


def incidents_of(kinds, story):
    """How many incidents two reports of these kinds make, told in two languages without a place."""
    told = [("en", "Drones came down on the mill."), ("uk", "Апарати впали на млин.")]
    reports = [
        read_report({"kind": kind, "lang": lang, "text": text, "published": "2031-05-04T10:00:00+00:00"}, n)
        for n, (kind, (lang, text)) in enumerate(zip(kinds, told, strict=True))
    ]
    odds = {(reports[0].document, reports[1].document): story}
    return len(group(reports, pairs(reports, story=odds)))


def test_reports_of_one_kind_are_one_incident_where_their_documents_tell_one_story():
    assert incidents_of(("drone strike", "drone strike"), 3.0) == 1
    assert incidents_of(("drone strike", "drone strike"), -3.0) == 2


def test_one_story_does_not_join_two_kinds_of_happening():
    assert incidents_of(("drone strike", "other"), 3.0) == incidents_of(("drone strike", "other"), -0.5)
    assert incidents_of(("drone strike", "capture of place"), 3.0) == 2
