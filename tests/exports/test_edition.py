"""The edition in its forms: nothing in it without evidence, nothing of a document's markup alive, no private name."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.charts.maps import drawn
from sayso.charts.ranges import bars
from sayso.editions.edition import edition
from sayso.errors import EvidenceError
from sayso.exports.contested import sides
from sayso.exports.edition_html import edition_html
from sayso.exports.edition_json import edition_json
from sayso.exports.edition_md import edition_md
from sayso.exports.edition_text import edition_text
from sayso.exports.printer import Links, Printer
from sayso.exports.wording import figure_words
from sayso.findings.control import FIGHTING
from sayso.record.claim import Stance
from sayso.record.contest import Contest, ContestKind
from sayso.record.edition import Edition
from sayso.record.event import Actuality
from sayso.run.publishing import columns, lines, summary
from sayso.text.span import Span


def page_of(made: Edition, mutate: Callable[[str], str] | None = None) -> str:
    return edition_html(made, draw=lambda pins, title: drawn(pins, title=title), scale=bars, mutate=mutate)


def test_the_page_says_what_the_edition_holds(made: Edition) -> None:
    page = page_of(made)
    assert "at least 30" in page
    assert "12 soldiers were killed near Verkhne" in page
    assert page.count('class="reach"') == 1
    assert "<svg" in page
    assert "Ministry of Defence of Ostravia" in page


def test_the_page_has_no_script_and_loads_nothing(made: Edition) -> None:
    page = page_of(made)
    assert "<script" not in page
    assert "javascript:" not in page
    assert not re.search(r'(?:src|href)="(?:http:|//)', page)
    assert not re.search(r"url\(|@import", page)


def test_markup_of_a_document_is_shown_and_not_obeyed(made: Edition) -> None:
    page = page_of(made)
    assert "&lt;b&gt;«Nord»&lt;/b&gt;" in page
    assert "&lt;script&gt;alert(1)" in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("edition.documents|length", "edition.documents|length + 1"),
        ("{{ f(figure) }}", "{{ f(figure)|replace('at least 30', 'at least 31') }}"),
        ("{{ n(row.key, row.words) }}", "{{ n(row.key, '99') }}"),
        ('{{ w("no verdict") }}', '{{ w("no verdict") }} 17 more were seen.'),
        ("{{ account_of(account) }}", "{{ account_of(account) }}<q>We won.</q>"),
        ("{{ name(account) }}", "<cite>Somebody Else</cite>"),
        ("{{ dates(span) }}", "<time>2031-05-09</time>"),
        ('{{ n("entry " ~ entry.number, entry.number) }}', '{{ n("entry " ~ entry.number, entry.number + 1) }}'),
    ],
)
def test_a_page_with_a_changed_number_quotation_name_or_date_is_not_published(made: Edition, old: str, new: str) -> None:
    def mutate(source: str) -> str:
        assert old in source
        return source.replace(old, new)

    with pytest.raises(EvidenceError):
        page_of(made, mutate)


def test_an_edition_with_a_changed_figure_does_not_build(draft: Edition, texts: dict[str, str]) -> None:
    entry = draft.entries[0]
    account = entry.accounts[0]
    wrong = replace(account, figures=(replace(account.figures[0], low=13, high=13),))
    with pytest.raises(EvidenceError, match="is not what '12' says"):
        edition(replace(draft, entries=(replace(entry, accounts=(wrong, *entry.accounts[1:])),)), texts)


def test_an_edition_with_words_that_nobody_wrote_does_not_build(draft: Edition, texts: dict[str, str]) -> None:
    entry = draft.entries[0]
    piece = replace(entry.accounts[0].evidence[0], quote="13 soldiers were killed")
    wrong = replace(entry.accounts[0], evidence=(piece,))
    with pytest.raises(EvidenceError, match="do not stand at"):
        edition(replace(draft, entries=(replace(entry, accounts=(wrong, *entry.accounts[1:])),)), texts)


def test_an_edition_with_an_account_without_words_does_not_build(draft: Edition, texts: dict[str, str]) -> None:
    entry = draft.entries[0]
    wrong = replace(entry.accounts[0], evidence=())
    with pytest.raises(EvidenceError, match="nothing supports it"):
        edition(replace(draft, entries=(replace(entry, accounts=(wrong, *entry.accounts[1:])),)), texts)


def test_an_edition_with_a_point_that_no_text_names_does_not_build(draft: Edition, texts: dict[str, str]) -> None:
    entry = draft.entries[0]
    assert entry.incident.place
    nowhere = replace(entry.incident, place=replace(entry.incident.place, span=Span(9000, 9005)))
    with pytest.raises(EvidenceError, match="map point"):
        edition(replace(draft, entries=(replace(entry, incident=nowhere),)), texts)


def test_a_range_that_is_not_its_figures_hull_does_not_build(draft: Edition, texts: dict[str, str]) -> None:
    entry = draft.entries[0]
    ranges = (replace(entry.finding.ranges[0], low=11), *entry.finding.ranges[1:])
    with pytest.raises(EvidenceError, match="its figures say otherwise"):
        edition(replace(draft, entries=(replace(entry, finding=replace(entry.finding, ranges=ranges)),)), texts)


@pytest.mark.parametrize("form", [page_of, edition_json, edition_md, edition_text], ids=["html", "json", "md", "text"])
def test_a_private_persons_name_is_not_shown(made: Edition, form: Callable[[Edition], str]) -> None:
    words = form(made)
    assert "Ivo Lant" not in words
    assert "name withheld" in words.replace("\\", "").replace("\n", " ").replace("        ", "")


@pytest.mark.parametrize("form", [page_of, edition_json, edition_md, edition_text], ids=["html", "json", "md", "text"])
def test_an_edition_written_twice_is_the_same_to_the_byte(made: Edition, form: Callable[[Edition], str]) -> None:
    assert form(made) == form(made)


def test_labels_follow_the_language_and_quotations_do_not(in_french: Edition) -> None:
    page = page_of(in_french)
    assert "au moins 30" in page
    assert "Origines indépendantes" in page
    assert "12 soldiers were killed near Verkhne" in page
    assert '<q lang="en">' in page


def test_the_id_depends_on_what_the_edition_is_made_of(draft: Edition, texts: dict[str, str]) -> None:
    assert edition(draft, texts).id == edition(draft, texts).id
    assert edition(draft, texts).id != edition(replace(draft, rule=None), texts).id


def test_markdown_of_a_document_is_escaped(made: Edition) -> None:
    assert "two \\<script\\>alert(1)" in edition_md(made)


def test_the_text_keeps_to_its_width(made: Edition) -> None:
    assert max(len(line) for line in edition_text(made).splitlines()) <= 100


def test_the_text_fits_a_narrower_terminal_with_the_same_words(made: Edition) -> None:
    narrow = edition_text(made, 60)
    assert max(len(line) for line in narrow.splitlines()) <= 60
    assert narrow.split() == edition_text(made).split()


def test_a_timeline_is_in_one_zone_and_tells_once_what_is_said_again(draft: Edition) -> None:
    one, two = draft.documents
    moved = replace(
        draft, documents=(replace(one, published="2031-05-05T01:30:00+03:00"), replace(two, published="2031-05-04T22:10:00+00:00"))
    )
    entry, (ministry, unit) = draft.entries[0], draft.entries[0].accounts
    later = replace(ministry.reports[0], id="r-9", document=two.id)
    denial = replace(unit.reports[0], stance=Stance.DENIES, actuality=Actuality.DENIED)
    accounts = (
        replace(ministry, reports=(*ministry.reports, later)),
        replace(unit, reports=(denial,), latest=denial, stance=Stance.DENIES, actuality=Actuality.DENIED),
    )
    rows = Printer(moved, bars, Links()).timeline(replace(entry, accounts=accounts))
    # 01:30 in the zone of the first is 22:30 in UTC of the day before: after the second.
    assert [re.sub("<[^>]+>", "", row.when) for row in rows] == ["2031-05-04 22:10 UTC", "2031-05-04 22:30 UTC"]
    there = Printer(replace(moved, zone="Europe/Kyiv"), bars, Links()).timeline(replace(entry, accounts=accounts))
    assert [re.sub("<[^>]+>", "", row.when) for row in there] == ["2031-05-05 01:10 UTC+3", "2031-05-05 01:30 UTC+3"]
    assert [[words for words, _ in row.told] for row in rows] == [["asserts, happened", "denies that it happened"], []]
    assert "Ministry of Defence" in rows[1].again
    assert not rows[0].again


def test_a_reason_that_holds_for_many_reports_is_given_once(draft: Edition, texts: dict[str, str]) -> None:
    entry = draft.entries[0]
    incident = replace(entry.incident, reasons=entry.incident.reasons * 3)
    page = page_of(edition(replace(draft, entries=(replace(entry, incident=incident),)), texts))
    assert page.count("one village, 0 km apart") == 1


def test_a_time_is_told_with_its_zone(made: Edition) -> None:
    page, text = page_of(made), edition_text(made)
    assert "<time>2031-05-04 09:30 UTC</time>" in page
    assert "· 2031-05-04 09:30 UTC ·" in " ".join(text.split())
    assert not re.search(r"\d{4}-\d\d-\d\dT\d", page + text)


def test_the_json_keeps_the_exchange_format(made: Edition, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "edition.json"
    path.write_text(edition_json(made), "utf-8")
    done = subprocess.run(
        [sys.executable, str(shared / "schema" / "check_format.py"), "edition", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert json.loads(edition_json(made))["incidents"][0]["documents"] == 2


@pytest.mark.parametrize("form", [page_of, edition_md, edition_text], ids=["html", "md", "text"])
def test_no_form_in_french_keeps_english_labels(in_french: Edition, form: Callable[[Edition], str]) -> None:
    words = form(in_french).replace("\\", "")
    for english in ("asserts", "happened", "killed:", "contested", "drones shot", "said by", "Edition", "not named", "told as"):
        assert english not in words
    assert "affirme" in words
    assert "contesté" in words
    assert "Les chiffres divergent" in words
    assert "période non précisée" in words
    assert "présenté comme prévu" in words
    assert "drones" in words
    assert "tenu par" in words


def test_the_table_speaks_the_language_of_the_edition(in_french: Edition) -> None:
    rows = list(lines(in_french))
    assert columns(in_french)[0] == "qui"
    assert rows[0].does == "affirme, a eu lieu"
    assert "Les chiffres divergent" in [row.who for row in rows]
    assert "Documents: 2" in summary(in_french)


def test_what_is_counted_takes_the_form_that_its_number_asks_for(draft: Edition) -> None:
    said, dead, tanks = (figure for account in draft.entries[0].accounts for figure in account.figures)
    assert figure_words(replace(tanks, low=1, high=1)) == "1 tank destroyed"
    assert figure_words(replace(tanks, low=1, high=1), lang="fr") == "1 char détruit"
    assert figure_words(replace(tanks, low=2, high=2), lang="ru") == "2 танка уничтожено"
    assert figure_words(replace(tanks, low=2, high=2, approx=True), lang="ru") == "около 2 танков уничтожено"
    assert figure_words(replace(tanks, low=21, high=21), lang="uk") == "21 танк знищено"
    assert figure_words(said, lang="ru") == "12 погибших"
    assert figure_words(dead, lang="uk") == "щонайменше 30 загиблих"


def test_a_status_with_a_detail_is_no_fault_of_the_page(draft: Edition, texts: dict[str, str]) -> None:
    row = replace(draft.strikes[0], counts=(("shot down, Shahed-136", 3.0, 3.0),))
    made = edition(replace(draft, strikes=(row,), lang="fr"), texts)
    assert "abattus, <cite>Shahed-136</cite>" in page_of(made)
    assert "3 abattus, Shahed-136" in edition_text(made)
    assert "3 abattus, Shahed-136" in edition_md(made)


def test_who_holds_a_place_is_told_in_words(draft: Edition, texts: dict[str, str]) -> None:
    rows = tuple(replace(draft.control[0], holder=holder) for holder in ("not Ostravia", FIGHTING))
    page = page_of(edition(replace(draft, control=rows, lang="fr"), texts))
    assert "non tenu par <cite>Ostravia</cite>, selon <cite>Ministry of Defence of Ostravia</cite>" in page
    assert "tenu par personne : les combats continuent, selon" in page


def test_a_total_of_nobody_known_says_so_in_the_language_of_the_edition(draft: Edition, texts: dict[str, str]) -> None:
    row = replace(draft.strikes[0], speaker="speaker not named")
    made = edition(replace(draft, strikes=(row,), lang="fr"), texts)
    assert "locuteur non nommé: drones: 3 abattus" in edition_text(made)
    assert "<strong>locuteur non nommé</strong>" in page_of(made)


def test_a_contest_tells_a_rejected_number_and_a_denied_deed_in_words():
    who = Contest(id="x", kind=ContestKind.RESPONSIBILITY, between=(("Ora", "denied"), ("Bel", "Grey Guard")), evidence=())
    number = Contest(id="y", kind=ContestKind.FIGURE, between=(("Ora", "not about 22"),), evidence=(), about="drone")
    assert sides(who, lang="fr") == [("démenti", ["Ora"]), ("Grey Guard", ["Bel"])]
    assert sides(number, lang="fr") == [("pas environ 22", ["Ora"])]


def test_a_contest_of_control_without_holders_says_whether_the_place_changed_hands():
    taken = Contest(id="z", kind=ContestKind.CONTROL, between=(("Ora", "happened"), ("Bel", "prevented"), ("Cay", "denied")), evidence=())
    assert sides(taken) == [
        ("the place changed hands", ["Ora"]),
        ("the attempt was beaten off", ["Bel"]),
        ("it did not change hands", ["Cay"]),
    ]
    assert [value for value, _ in sides(taken, lang="uk")] == [
        "місце перейшло з рук у руки",
        "спробу відбито",
        "воно не переходило з рук у руки",
    ]
