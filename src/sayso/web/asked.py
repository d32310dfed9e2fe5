"""The asked: what pages and JSON take from an address, and the desk behind them."""

import re
from typing import Annotated

from fastapi import Depends, Query, Request

from sayso.errors import InputError
from sayso.run.desk import Desk
from sayso.web.access import FIELD, Access, cookie
from sayso.web.paging import LAST, MOST, Wanted

_DAY = r"^(\d{4}-\d{2}-\d{2})?$"
_ID = re.compile(r"[a-z]-[0-9a-f]{16}")
_PAIR = re.compile(r"[ei]-[0-9a-f]{16}:[ei]-[0-9a-f]{16}")

Number = Annotated[int, Query(alias="page", ge=1, le=LAST)]
Per = Annotated[int, Query(ge=1, le=MOST)]
Day = Annotated[str, Query(pattern=_DAY, max_length=10)]
Short = Annotated[str, Query(max_length=100)]
Sentence = Annotated[str, Query(max_length=1000)]


def desk_of(request: Request) -> Desk:
    """The desk that is served."""
    found: Desk = request.app.state.desk
    return found


def access_of(request: Request) -> Access:
    """Who may read and write."""
    found: Access = request.app.state.access
    return found


def wanted_of(since: Day = "", until: Day = "", kind: Short = "", place: Short = "", speaker: Short = "") -> Wanted:
    """Which incidents are asked for."""
    return Wanted(since=since, until=until, kind=kind, place=place.strip(), speaker=speaker.strip())


def _known(key: str, *patterns: re.Pattern[str]) -> str:
    if not any(pattern.fullmatch(key) for pattern in patterns):
        raise InputError(f"{key[:40]!r} is no id", then="ids are a letter, a hyphen and 16 hexadecimal digits; lists link to what there is")
    return key


def id_of(key: str) -> str:
    """The id in an address; InputError for anything else."""
    return _known(key, _ID)


def question_id_of(key: str) -> str:
    """The id of a question, claim, place or of two incidents or events in an address; InputError for anything else."""
    return _known(key, _ID, _PAIR)


def form_token(request: Request) -> str:
    """What stands for the token in a form of ours, for one who has entered; "" for others, who must write it."""
    access = access_of(request)
    return access.derived(FIELD) if access.knows(cookie(request.headers, "sayso_token"), "cookie") else ""


TheDesk = Annotated[Desk, Depends(desk_of)]
TheAccess = Annotated[Access, Depends(access_of)]
Wishes = Annotated[Wanted, Depends(wanted_of)]
Id = Annotated[str, Depends(id_of)]
QuestionId = Annotated[str, Depends(question_id_of)]
FormToken = Annotated[str, Depends(form_token)]
