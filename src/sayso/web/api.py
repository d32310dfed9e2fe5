"""The JSON of a ledger: lists by page, and one of each."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header
from starlette.responses import Response

from sayso.errors import InputError
from sayso.record.annotation import Annotation
from sayso.record.claim import Claim
from sayso.run.exchanging import question_row, row
from sayso.run.publishing import entry_object
from sayso.run.showing import shown
from sayso.text.span import Span
from sayso.web import rows
from sayso.web.access import HEADER
from sayso.web.asked import Day, Id, Number, Per, QuestionId, Sentence, Short, TheAccess, TheDesk, Wishes
from sayso.web.paging import Page, chosen, page_of

router = APIRouter(prefix="/api")


def answer(told: rows.Row, status: int = 200) -> Response:
    """An object as JSON, in UTF-8 whatever half characters its texts have."""
    words = json.dumps(told, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
    return Response(words, status_code=status, media_type="application/json")


@router.get("")
def index(desk: TheDesk) -> Response:
    """What there is."""
    held = desk.holdings()
    return answer(
        {
            "documents": held.documents,
            "judgements": held.judgements,
            "first": held.first,
            "last": held.last,
            "see": [f"/api/{name}" for name in ("incidents", "documents", "claims", "speakers", "questions", "judgements", "trace")],
        }
    )


@router.get("/incidents")
def incidents(desk: TheDesk, wanted: Wishes, page: Number = 1, per: Per = 50) -> Response:
    """Incidents, the latest first, by day range, kind, place and speaker."""
    found = page_of(chosen(desk.edition().entries, wanted), page, per)
    return answer(rows.paged(found, [rows.incident(entry) for entry in found.items]))


@router.get("/incidents/{key}")
def incident(desk: TheDesk, key: Id) -> Response:
    """One incident, as an edition's JSON holds it."""
    return answer(entry_object(desk.entry(key), desk.edition()))


@router.get("/documents")
def documents(desk: TheDesk, since: Day = "", until: Day = "", outlet: Short = "", page: Number = 1, per: Per = 50) -> Response:
    """Documents, the latest first."""
    total, items = desk.documents(since=since, until=until, outlet=outlet, first=(page - 1) * per, most=per)
    found = Page(items=items, number=page, per=per, total=total)
    return answer(rows.paged(found, [rows.listed(document) for document in items]))


@router.get("/documents/{key}")
def document(desk: TheDesk, key: Id) -> Response:
    """One document with its claims."""
    return answer(rows.document(desk.document(key)))


@router.get("/claims")
def claims(desk: TheDesk, speaker: Short = "", stance: Short = "", page: Number = 1, per: Per = 50) -> Response:
    """Claims by day of publication, of speakers with these words in their name, with this stance."""
    every: list[tuple[Annotation, Claim]] = [
        (a, c)
        for a in desk.ground().judged.annotations
        for c in a.claims
        if (not stance or c.stance.value == stance) and (not speaker or (c.speaker and speaker.casefold() in c.speaker.name.casefold()))
    ]
    found = page_of(every, page, per)
    return answer(rows.paged(found, [rows.claim(a, c) for a, c in found.items]))


@router.get("/speakers")
def speakers(desk: TheDesk, page: Number = 1, per: Per = 50) -> Response:
    """Speakers, those of most incidents first."""
    found = page_of(desk.speakers(), page, per)
    items = [{"id": s.id, "name": s.name, "side": s.side, "incidents": s.incidents} for s in found.items]
    return answer(rows.paged(found, items))


@router.get("/speakers/{key}")
def speaker(desk: TheDesk, key: Id) -> Response:
    """One speaker's accounts over time."""
    found, edition = desk.accounts(key), desk.edition()
    told = [rows.incident(e) | {"account": _account(entry_object(e, edition), a.id)} for e, a in found]
    return answer({"id": key, "name": found[0][1].name, "accounts": told})


@router.get("/questions")
def questions(desk: TheDesk, kind: Short = "", page: Number = 1, per: Per = 50) -> Response:
    """Open questions, those first that move published numbers most."""
    found = page_of([q for q in desk.queue().questions if not kind or q.kind == kind], page, per)
    return answer(rows.paged(found, [_released(desk, question_row(q)) for q in found.items]))


@router.get("/questions/{key}")
def question(desk: TheDesk, key: QuestionId) -> Response:
    """One question, with the judgement that stands on it."""
    asked, standing = desk.question(key)
    return answer(_released(desk, question_row(asked)) | {"judgement": row(standing) if standing else None})


@router.post("/questions/{key}", status_code=201)
def judge(
    desk: TheDesk,
    access: TheAccess,
    key: QuestionId,
    told: Annotated[dict[str, Any], Body()],
    token: Annotated[str, Header(alias=HEADER, max_length=500)] = "",
) -> Response:
    """A judgement {answer, by, note?}, kept; the token stands in the header X-Sayso-Token."""
    if not access.knows(token):
        return answer({"error": "the token is missing or wrong", "then": "send the header X-Sayso-Token"}, 403)
    said, by, note = (told.get(field) or "" for field in ("answer", "by", "note"))
    if not all(isinstance(words, str) for words in (said, by, note)):
        return answer({"error": "answer, by and note are texts", "then": "send {answer, by, note}"}, 422)
    desk.question(key)
    try:
        return answer(row(desk.judge(key, str(said), str(by), str(note))), 201)
    except InputError as why:
        return answer({"error": why.what, "then": why.then}, 422)


@router.get("/judgements")
def judgements(desk: TheDesk, page: Number = 1, per: Per = 50) -> Response:
    """Judgements that stand, and then those that no longer find their words."""
    queue = desk.queue()
    found = page_of([*((j, False) for j in queue.judgements), *((j, True) for j in queue.orphans)], page, per)
    return answer(rows.paged(found, [row(j) | {"orphan": orphan} for j, orphan in found.items]))


@router.get("/trace")
def trace(desk: TheDesk, q: Sentence) -> Response:
    """Where a sentence stands, the earliest first; at most 50."""
    return answer({"sentence": q, "items": [found.row(words) for found, words in desk.traces(q)]})


def _account(told: rows.Row, key: str) -> rows.Row | None:
    return next((account for account in told["accounts"] if account["id"] == key), None)


def _released(desk: TheDesk, told: rows.Row) -> rows.Row:
    """The row of a question without the names of private persons in its words."""
    for anchor in (told, told["other"] or {}):
        annotation = desk.annotation(anchor.get("document"))
        if annotation is not None and anchor["span"]:
            anchor["quote"] = shown(annotation, Span(*anchor["span"]))
    return told
