"""Writing: a judgement needs the token and a page of ours; it changes the edition, and shows up everywhere."""

import re
from pathlib import Path

import pytest
from tests.web.conftest import TOKEN

from sayso.errors import DataError
from sayso.run.exchanging import exported, imported
from sayso.run.keeping import said

OURS = {"origin": "http://127.0.0.1:8765"}


def claim_of(visit) -> str:
    (claim,) = (c["id"] for c in visit.get("/api/claims?speaker=gladkov").json()["items"])
    return claim


def form(**more: str) -> dict[str, str]:
    return {"answer": "named", "name": "Mayor Ivo Lant", "by": "Editor", "note": "he said so", "token": TOKEN} | more


def test_a_judgement_changes_the_edition_at_once(visit, settings) -> None:
    claim = claim_of(visit)
    assert "Mayor Ivo Lant" not in visit.get("/edition").text
    answer = visit.post(f"/review/{claim}", data=form(), headers=OURS)
    assert answer.status_code == 303
    page = visit.get(answer.headers["location"]).text
    assert "Judged:" in page
    assert "Mayor Ivo Lant" in visit.get("/edition").text
    assert "judgements 1 " in visit.get("/edition").text
    assert "judged by <bdi>Editor</bdi>" in "".join(visit.get(f"/documents/{said(settings)[0].document}").text.splitlines())
    assert 'value="Editor"' in page  # the browser remembers who judges
    back = visit.post(f"/review/{claim}", data=form(answer="withdrawn"), headers=OURS)
    assert back.status_code == 303
    assert "Mayor Ivo Lant" not in visit.get("/edition").text
    assert len(said(settings)) == 2


def test_a_judgement_of_another_process_is_seen(visit, settings) -> None:
    from sayso.run.desk import Desk

    claim = claim_of(visit)
    other = Desk(settings)
    other.judge(claim, "Mayor Brandt", "Colleague")
    other.close()
    assert "Mayor Brandt" in visit.get("/incidents").text


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "\udcff", "x" * 400])
def test_without_the_token_nothing_is_kept_and_the_form_keeps_what_was_written(visit, settings, token: str) -> None:
    sent = form(token=token.encode("utf-8", "replace").decode())
    answer = visit.post(f"/review/{claim_of(visit)}", data=sent, headers=OURS)
    assert answer.status_code == 403
    assert "The token is missing or wrong" in answer.text
    assert "Mayor Ivo Lant" in answer.text
    assert said(settings) == ()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://[broken"},
        {"origin": "file://127.0.0.1:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", **OURS},
    ],
)
def test_a_form_of_another_site_is_not_taken(visit, settings, headers: dict[str, str]) -> None:
    for path in (f"/review/{claim_of(visit)}", "/enter"):
        assert visit.post(path, data=form(), headers=headers).status_code == 403
    assert said(settings) == ()


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "", "a b", "user@127.0.0.1", "[::1"]
)
def test_a_name_that_is_not_ours_is_not_answered(visit, host: str) -> None:
    assert visit.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9000", "127.0.0.1", "[::1]:8765", "192.168.1.7:8765"])
def test_our_names_are_answered(visit, host: str) -> None:
    assert visit.get("/enter", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"by": "  "}, "who judges"),
        ({"name": ""}, "missing or too long|is no answer"),
        ({"answer": "banana"}, "is no answer"),
        ({"by": "x" * 81}, "80"),
    ],
)
def test_a_wrong_answer_is_told_and_not_kept(visit, settings, more: dict[str, str], told: str) -> None:
    sent = form(**more)
    if "answer" in more:
        sent["name"] = ""
    answer = visit.post(f"/review/{claim_of(visit)}", data=sent, headers=OURS)
    if more == {"answer": "banana"}:  # a name, as at the command line
        assert answer.status_code in (303, 422)
        return
    assert answer.status_code == 422
    assert re.search(told, answer.text, re.IGNORECASE)
    assert said(settings) == ()


def test_a_huge_form_and_one_without_a_length_are_refused(visit) -> None:
    claim = claim_of(visit)
    assert visit.post(f"/review/{claim}", data=form(note="x" * 30_000), headers=OURS).status_code == 413
    assert visit.post(f"/review/{claim}", content=iter([b"by=E"]), headers=OURS).status_code == 413
    assert visit.request("DELETE", f"/review/{claim}", headers=OURS).status_code in (405, 413)


def test_a_browser_that_has_entered_need_not_write_the_token_again(visit, settings) -> None:
    claim = claim_of(visit)
    assert 'type="password"' in visit.get(f"/review/{claim}").text
    assert visit.post("/enter", data={"token": "wrong"}, headers=OURS).status_code == 403
    answer = visit.post("/enter", data={"token": TOKEN}, headers=OURS)
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
    page = visit.get(f"/review/{claim}").text
    hidden = re.search(r'type="hidden" name="token" value="([0-9a-f]{64})"', page)
    assert hidden
    assert TOKEN not in page
    # The cookie alone judges nothing: a form of ours must carry what stands for the token.
    assert visit.post(f"/review/{claim}", data=form(token=""), headers=OURS).status_code == 403
    assert visit.post(f"/review/{claim}", data=form(token=hidden.group(1)), headers=OURS).status_code == 303
    assert len(said(settings)) == 1


def test_programs_judge_with_a_header(visit, settings) -> None:
    claim = claim_of(visit)
    told = {"answer": "Mayor Lant", "by": "Program"}
    assert visit.post(f"/api/questions/{claim}", json=told).status_code == 403
    assert visit.post(f"/api/questions/{claim}", json={"answer": 7, "by": []}, headers={"x-sayso-token": TOKEN}).status_code == 422
    assert visit.post("/api/questions/c-0000000000000000", json=told, headers={"x-sayso-token": TOKEN}).status_code == 404
    answer = visit.post(f"/api/questions/{claim}", json=told, headers={"x-sayso-token": TOKEN})
    assert (answer.status_code, answer.json()["verdict"]) == (201, "is Mayor Lant")
    assert visit.get(f"/api/questions/{claim}").json()["judgement"]["by"] == "Program"
    assert visit.get("/api/judgements").json()["total"] == 1
    assert len(said(settings)) == 1


def test_browsers_are_told_to_be_strict(visit) -> None:
    for path in ("/", "/api", "/nothing", "/static/desk.css", "/edition"):
        headers = visit.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert visit.get("/", headers={"host": "evil.example"}).headers["x-content-type-options"] == "nosniff"


def test_beyond_this_machine_reading_needs_the_token_too(desk) -> None:
    from fastapi.testclient import TestClient

    from sayso.web.access import Access
    from sayso.web.app import application

    app = application(desk, Access(token=TOKEN, open=False, names=frozenset({"desk.example"})))
    visit = TestClient(app, base_url="http://desk.example", follow_redirects=False)
    assert (visit.get("/").status_code, visit.get("/").headers["location"]) == (303, "/enter")
    assert visit.get("/api").status_code == visit.get("/api/openapi.json").status_code == 401
    assert visit.get("/documents/d-0000000000000000").status_code == 303
    assert visit.get("/static/desk.css").status_code == visit.get("/enter").status_code == 200
    assert visit.get("/enterprise").status_code == 303
    assert visit.get("/api", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert visit.get("/api", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert visit.get("/api", headers={"x-sayso-token": TOKEN}).status_code == 200
    visit.post("/enter", data={"token": TOKEN}, headers={"origin": "http://desk.example"})
    assert visit.get("/").status_code == 200


def test_half_characters_and_nul_in_a_judgement_are_no_fault_of_ours(visit, settings) -> None:
    claim = claim_of(visit)
    told = '{"answer": "unknown", "by": "E\\ud800d", "note": "a\\u0000\\ud800"}'
    answer = visit.post(f"/api/questions/{claim}", content=told, headers={"x-sayso-token": TOKEN, "content-type": "application/json"})
    assert (answer.status_code, answer.json()["by"], answer.json()["note"]) == (201, "E?d", "a?")
    line = next(exported(settings)).replace('"E?d"', '"E\\ud800d"')
    with pytest.raises(DataError, match="line 1"):
        imported([line], settings, where="tests")


def test_a_ledger_put_in_the_place_of_the_served_one_is_served(visit, settings, filled) -> None:
    claim, path = claim_of(visit), Path(settings.ledger)
    sent = {"json": {"answer": "unknown", "by": "E"}, "headers": {"x-sayso-token": TOKEN}}
    assert visit.post(f"/api/questions/{claim}", **sent).status_code == 201
    other = path.with_name("other.ledger")
    other.write_bytes(filled)
    for beside in path.parent.glob(f"{path.name}-*"):
        beside.unlink()  # what SQLite keeps beside a ledger belongs to that ledger
    other.replace(path)
    assert visit.get("/api/judgements").json()["total"] == 0
    assert visit.post(f"/api/questions/{claim}", **sent).status_code == 201
    assert visit.get("/api/judgements").json()["total"] == 1
    for gone in path.parent.glob(f"{path.name}*"):
        gone.unlink()
    assert visit.get("/incidents").status_code == 503
    path.write_bytes(filled)
    assert visit.get("/incidents").status_code == 200
