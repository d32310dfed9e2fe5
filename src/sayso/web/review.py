"""The review: open questions, and forms by which people answer them."""

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import InputError
from sayso.record.judgement import WITHDRAWN, Question
from sayso.run.desk import Desk
from sayso.run.showing import around, shown
from sayso.text.span import Span
from sayso.web.access import COOKIE, FIELD, cookie
from sayso.web.asked import FormToken, Number, QuestionId, Short, TheAccess, TheDesk
from sayso.web.drawing import drawn, page
from sayso.web.paging import page_of

router = APIRouter()
_PER = 20
_MOST = 240  # characters of a claim in a list
_NAME = "sayso_by"
_NAMED = "named"  # the choice of a name that is written beside it
_STAYS = 60 * 60 * 12  # seconds that a browser is known
Words = Annotated[str, Form(max_length=4000)]


@router.get("/review")
def queue(desk: TheDesk, kind: Short = "", number: Number = 1) -> Response:
    """Open questions, those first that move published numbers most."""
    held = desk.queue()
    found = page_of([q for q in held.questions if not kind or q.kind == kind], number, _PER)
    words = {q.id: in_short(desk, q) for q in found.items}
    lost = [(j, desk.annotation(j.document)) for j in held.orphans[:100]]
    told = {j.id: _short(desk, j.document, j.span, 0) for j in held.judgements[-50:]}
    return page(
        "review.html.j2", desk, found=found, kind=kind, words=words, judgements=list(reversed(held.judgements[-50:])), told=told, lost=lost
    )


@router.get("/review/{key}")
def question(request: Request, desk: TheDesk, key: QuestionId, token: FormToken) -> Response:
    """One question with its passage in context, and the form."""
    by = unquote(cookie(request.headers, _NAME) or "")[:80]
    return _asked(desk, key, token, {"by": by})


@router.post("/review/{key}")
def judge(
    request: Request,
    desk: TheDesk,
    access: TheAccess,
    key: QuestionId,
    entered: FormToken,
    answer: Words = "",
    name: Words = "",
    by: Words = "",
    note: Words = "",
    token: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keeps a judgement, and shows the question with it."""
    given = {"answer": answer, "name": name, "by": by, "note": note}
    if not access.knows(token, FIELD):
        return _asked(
            desk, key, entered, given, fault="The token is missing or wrong. It was printed where `sayso serve` was started.", status=403
        )
    desk.question(key)
    try:
        made = desk.judge(key, name if answer == _NAMED or (name.strip() and not answer) else answer, by, note)
    except InputError as why:
        return _asked(desk, key, entered, given, fault=f"{why.what[:1].upper()}{why.what[1:]}. Next: {why.then}.", status=422)
    found = RedirectResponse(f"/review/{quote(key, safe=':')}?done={made.id}", status_code=303)
    found.set_cookie(_NAME, quote(made.by), httponly=True, samesite="strict", max_age=_STAYS)
    return found


@router.get("/enter")
def door(token: FormToken) -> Response:
    """Where the token is given once."""
    return _door(bool(token))


@router.post("/enter")
def enter(access: TheAccess, token: Annotated[str, Form(max_length=500)] = "") -> Response:
    """Lets a browser in that has the token."""
    if not access.knows(token):
        return _door(False, fault="This is not the token. It was printed where `sayso serve` was started.")
    found = RedirectResponse("/", status_code=303)
    found.set_cookie(COOKIE, access.derived("cookie"), httponly=True, samesite="strict", max_age=_STAYS)
    return found


def _door(known: bool, fault: str = "") -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(drawn("enter.html.j2", open_questions=None, known=known, fault=fault), status_code=403 if fault else 200)


def _asked(desk: Desk, key: str, token: str, given: dict[str, str], *, fault: str = "", status: int = 200) -> Response:
    asked, standing = desk.question(key)
    passages = []
    for document, span, _ in _anchors(asked):
        annotation = desk.annotation(document)
        if annotation is not None and span is not None:
            passages.append((annotation, span, around(annotation, span)))
    following = next((q for q in desk.queue().questions if q.about != asked.about), None)
    told = {"answer": "", "name": "", "by": "", "note": ""} | given
    speakers = [heard.name for heard in desk.speakers()[:300]] if asked.free else []
    return page(
        "question.html.j2",
        desk,
        status,
        question=asked,
        standing=standing,
        passages=passages,
        token=token,
        given=told,
        fault=fault,
        following=following,
        speakers=speakers,
        withdrawn=WITHDRAWN,
    )


def _anchors(asked: Question) -> list[tuple[str | None, Span | None, int]]:
    """(document, span, characters to show around it) of a question's passages: a name or a trigger alone tells nothing."""
    first = (asked.document, asked.span, 70 if asked.other or asked.kind == "place" else 0)
    return [first, (asked.other.document, asked.other.span, 70)] if asked.other else [first]


def in_short(desk: Desk, asked: Question, reach: int = 70) -> list[tuple[str, str, str]]:
    """The passages of a question: words before, in and after each, of a pair with some words around."""
    return [_short(desk, document, span, min(reach, most)) for document, span, most in _anchors(asked)]


def _short(desk: Desk, document: str | None, span: Span | None, reach: int) -> tuple[str, str, str]:
    annotation = desk.annotation(document)
    if annotation is None or span is None:
        return "", "(the document is not in the ledger)", ""
    before, words, after = around(annotation, span, reach) if reach else ("", shown(annotation, span), "")
    return before, words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…", after
