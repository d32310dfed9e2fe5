"""The pages: each is there, says what the ledger holds, and runs nothing that a document says."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from tests.web.conftest import SCRIPT

from sayso.record.document import document
from sayso.run.config import Config
from sayso.run.keeping import add

PAGES = ("/", "/incidents", "/documents", "/speakers", "/review", "/search?q=shelling+of+Shebekino+had+wounded", "/enter")
_INPUTS = {"input", "select", "textarea"}


class Outline(HTMLParser):
    """Headings in order, inputs with their labels, ids, inline style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.inputs: list[str | None] = []
        self.labels: set[str] = set()
        self.ids: list[str] = []
        self.faults: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag in _INPUTS and told.get("type") != "hidden":
            self.inputs.append(told.get("id"))
        if tag == "label":
            self.labels.add(told.get("for") or "")
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag in ("script", "iframe", "object", "embed", "style") or any(k.startswith("on") or k == "style" for k in told):
            self.faults.append(f"<{tag} {told}>")
        for link in ("href", "src", "action"):
            if (address := told.get(link)) and not address.startswith(("/", "#", "https://")):
                self.faults.append(f"{link}={address}")


def links(page: str, prefix: str) -> list[str]:
    return list(dict.fromkeys(re.findall(rf'href="({prefix}[^"#?]*)', page)))


def every(visit) -> dict[str, str]:
    """All pages that can be reached, one of each list's items too."""
    found = {}
    for path in PAGES:
        found[path] = visit.get(path).text
    for prefix in ("/incidents/", "/documents/", "/speakers/", "/review/"):
        for path in [link for page in list(found.values()) for link in links(page, prefix)]:
            if path not in found:
                answer = visit.get(path)
                assert answer.status_code == 200, path
                found[path] = answer.text
    return found


def test_every_page_that_is_linked_is_there_and_well_made(visit) -> None:
    pages = every(visit)
    assert {path.split("/")[1] for path in pages if path.count("/") > 1} == {"incidents", "documents", "speakers", "review"}
    for path, page in pages.items():
        seen = Outline(page)
        assert seen.levels[0] == 1, path
        assert seen.levels.count(1) == 1, path
        assert all(b - a <= 1 for a, b in zip(seen.levels, seen.levels[1:], strict=False)), (path, seen.levels)
        assert set(seen.inputs) <= seen.labels, path
        assert len(seen.ids) == len(set(seen.ids)), path
        assert not seen.faults, path


def test_a_script_in_a_post_an_outlet_or_a_name_is_shown_and_not_obeyed(visit) -> None:
    pages = every(visit)
    assert not [path for path, page in pages.items() if SCRIPT in page or "<script" in page]
    assert [path for path, page in pages.items() if "&lt;script&gt;" in page and path.startswith("/documents/")]


def test_what_turns_the_direction_of_writing_is_taken_out_and_right_to_left_text_isolated(visit) -> None:
    pages = every(visit)
    assert not [path for path, page in pages.items() if re.search("[\u202a-\u202e\u2066-\u2069]", page)]
    (arabic,) = [page for path, page in pages.items() if path.startswith("/documents/") and "السوق" in page]
    assert re.search(r'<div class="text" dir="auto"', arabic)
    assert "<bdi>وكالة</bdi>" in arabic


def test_the_name_of_a_private_person_is_on_no_page_and_in_no_json(visit) -> None:
    pages = every(visit)
    pages |= {
        path: visit.get(path).text
        for path in ("/api/claims", "/api/questions", "/api/incidents", "/api/trace?q=was killed by shelling in Sudzha")
    }
    pages |= {
        path: visit.get(path).text for page in list(pages.values()) for path in [f"/api{link}" for link in links(page, "/documents/")]
    }
    assert "[name withheld]" in "".join(pages.values())
    assert not [path for path, page in pages.items() if "Kolodyazhny" in page]


def test_a_number_of_an_incident_leads_to_its_words_in_the_document(visit) -> None:
    incident = next(page for path, page in every(visit).items() if path.startswith("/incidents/") and "wounded" in page)
    link = re.search(r'<a href="(/documents/[^"#]+)#here"><data[^>]*>5</data></a>', incident)
    assert link
    page = visit.get(link.group(1).replace("&amp;", "&")).text
    assert re.search(r'id="here">five</span>', page)


def test_incidents_are_chosen_by_day_kind_place_and_speaker(visit) -> None:
    def titles(query: str) -> list[str]:
        return re.findall(r'</span> <a href="/incidents/[^"]+">([^<]+)', visit.get(f"/incidents?{query}").text)

    everything = titles("")
    assert len(everything) >= 2
    assert 0 < len(titles("speaker=gladkov")) < len(everything)
    assert 0 < len(titles("place=Belgorod")) < len(everything)
    assert titles("since=2023-05-01&until=2023-05-05") == everything
    assert titles("since=2024-01-01") == titles("kind=riot") == titles("page=99") == []


def test_the_edition_is_the_page_that_brief_writes(visit, settings) -> None:
    from sayso.run.front import edition_of_ledger, written

    answer = visit.get("/edition")
    assert answer.text == written(edition_of_ledger(settings)[0], "html")
    assert re.search(r"style-src 'sha256-[A-Za-z0-9+/=]+'", answer.headers["content-security-policy"])
    assert visit.get("/edition?lang=fr").text != answer.text
    assert visit.get("/edition?lang=xx").status_code == 422


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/incidents/i-0000000000000000", 404),
        ("/incidents/" + "i" * 5000, 404),
        ("/documents/..%2f..%2fetc%2fpasswd", 404),
        ("/documents/d-0000000000000000", 404),
        ("/documents/%00", 404),
        ("/speakers/s-0000000000000000", 404),
        ("/review/q-0000000000000000", 404),
        ("/review/e-0000000000000000:e-0000000000000001", 404),
        ("/review/" + "9" * 4000, 404),
        ("/static/../app.py", 404),
        ("/static/desk.css%2f..%2f..%2fapp.py", 404),
        ("/incidents?page=0", 422),
        ("/incidents?page=999999999999999999999", 422),
        ("/incidents?since=yesterday", 422),
        ("/documents?outlet=" + "x" * 101, 422),
        ("/edition?rule=mine", 422),
    ],
)
def test_what_is_not_there_says_what_where_and_what_next(visit, path: str, status: int) -> None:
    answer = visit.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Start page" in answer.text
    assert len(answer.text) < 10_000
    data = visit.get("/api" + path) if path.startswith(("/incidents", "/documents", "/speakers")) else None
    assert data is None or (data.status_code == status and {"error", "where", "then"} <= data.json().keys())


def test_a_stretch_that_is_none_of_the_text_is_passed_over(visit) -> None:
    path = links(visit.get("/documents").text, "/documents/")[0]
    for at in ("9-1", "0-99999999", "x", "-", "0-1-2"):
        assert 'id="here"' not in visit.get(f"{path}?at={at}").text


def test_a_search_without_words_is_told(visit) -> None:
    assert "no word" in visit.get("/search?q=...").text
    assert visit.get("/search?q=" + "x" * 2000).status_code == 422


def test_a_program_may_ask_for_the_head_of_a_page(visit) -> None:
    for path in ("/", "/edition", "/api/incidents", "/nothing"):
        head, whole = visit.head(path), visit.get(path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert head.headers["content-length"] == str(len(whole.content))


def test_other_requests_are_told_what_is_taken(visit) -> None:
    for method in ("OPTIONS", "DELETE", "PUT", "TRACE"):
        answer = visit.request(method, "/incidents")
        assert answer.status_code == 405
        assert "POST" in answer.headers["allow"]


def test_a_title_heads_its_document_without_the_names_of_private_persons(tmp_path) -> None:
    from fastapi.testclient import TestClient

    from sayso.run.desk import Desk
    from sayso.web.access import Access
    from sayso.web.app import application

    settings = Config(ledger=str(tmp_path / "t.ledger"), delay_hours=0)
    text = "The ministry said on Telegram that Ivan Kolodyazhny, 34, was killed by shelling in Sudzha."
    told = document(text, name="a.html", title="Kolodyazhny, driver, killed in Sudzha", outlet="Desk", published=date(2023, 5, 5))
    assert all(fresh for _, fresh in add([told], settings))
    desk = Desk(settings)
    page = TestClient(application(desk, Access(token="a-long-enough-token")), base_url="http://127.0.0.1").get(f"/documents/{told.id}").text
    desk.close()
    assert "<h1><bdi>[name withheld], driver, killed in Sudzha</bdi></h1>" in page
    assert "Kolodyazhny" not in page


def test_the_claims_of_an_account_are_offered_by_their_words_each_once(visit) -> None:
    pages = {path: page for path, page in every(visit).items() if path.startswith("/incidents/")}
    for path, page in pages.items():
        offered = re.findall(r'<a href="(/review/c-[0-9a-f]{16})" dir="auto">([^<]*)</a>', page)
        assert offered, path
        assert len({link for link, _ in offered}) == len(offered), path
        assert all(words.startswith("“") for _, words in offered), (path, offered)


def test_a_time_is_shown_with_its_zone_and_a_long_claim_is_cut_in_lists(tmp_path) -> None:
    from fastapi.testclient import TestClient

    from sayso.run.desk import Desk
    from sayso.web.access import Access
    from sayso.web.app import application
    from sayso.web.review import in_short

    settings = Config(ledger=str(tmp_path / "l.ledger"), delay_hours=0)
    words = (
        "Somebody said that shelling of the market " + "and of the bridge beside the market " * 60 + "had wounded five people in Shebekino."
    )
    told = document(words, name="long", outlet="Desk", published=datetime.fromisoformat("2023-05-05T18:30:00+02:00"))
    assert all(fresh for _, fresh in add([told], settings))
    desk = Desk(settings)
    visitor = TestClient(application(desk, Access(token="a-long-enough-token")), base_url="http://127.0.0.1")
    pages = [visitor.get(path).text for path in ("/documents", f"/documents/{told.id}")]
    (claim, *_) = desk.ground().judged.annotations[0].claims
    asked, _ = desk.question(claim.id)
    whole, ((_, words, _), *_) = sum(span.end - span.start for span in claim.content), in_short(desk, asked)
    desk.close()
    for page in pages:
        assert '<time datetime="2023-05-05T18:30:00+02:00">2023-05-05 18:30 UTC+2</time>' in page
    assert pages[1].count("the bridge") > 50
    assert whole > 1000
    assert len(words) <= 240
    assert words.endswith("…")


def test_a_fault_in_an_address_is_told_in_words(visit) -> None:
    assert "since: a day is written as 2024-03-12" in visit.get("/incidents?since=yesterday").text
    assert "page: at least 1 is wanted" in visit.get("/incidents?page=0").text
    assert "outlet: at most 100 characters are taken" in visit.get("/documents?outlet=" + "x" * 101).text


def test_incidents_stand_in_the_order_of_the_days_that_their_titles_name(visit, desk) -> None:
    from sayso.run.publishing import day_of
    from sayso.web.paging import Wanted, chosen

    days = [day_of(entry) for entry in chosen(desk.edition().entries, Wanted())]
    assert days == sorted(days, reverse=True)
    night = desk.edition().entries[0]
    start = datetime(2031, 5, 3, 20, tzinfo=UTC)
    moved = replace(night, incident=replace(night.incident, start=start, end=start + timedelta(hours=12)))
    day = replace(night, number=99, incident=replace(night.incident, start=start.replace(hour=22), end=start.replace(hour=23)))
    # The night of 4 May began before the evening of 3 May was over.
    assert [day_of(entry) for entry in chosen([day, moved], Wanted())] == ["2031-05-04", "2031-05-03"]
