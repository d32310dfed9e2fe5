"""The command: a content of Russian or Ukrainian that tells somebody to do something or to leave it."""

import re

from sayso.claims.view import END, View
from sayso.text.span import Span

_POLITE = re.compile(r"(вибач|пробач|даруй|повір|уяв|скаж|зрозум|извин|прост|повер|представ|скажи|пойм|питай|спрос|спрашив)")
"""Commands that ask for nothing but a hearing."""


def commands(view: View, span: Span) -> bool:
    """Does a sentence of the content begin with a command?"""
    first, last = view.tokens_in(span)
    for k in range(first, last):
        opens = all(view.mark(j) for j in range(first, k)) or k in view.sentence_starts
        if opens and (at := next((j for j in range(k, min(last, k + 3)) if not view.mark(j) and view.words[j] != "не"), None)) is not None:
            if view.pos(at) in ("ADV",) and at + 1 < last:
                at += 1
            tags = view.tags[at].split(",")
            if tags[0] == "VERB" and "imp" in tags and "pl" in tags and not _POLITE.match(view.words[at]):
                return True
    return False


def forbids(view: View, span: Span) -> bool:
    """Is the content that something be not done («не чіпати нічого схожого на бочку»)?"""
    first, last = view.tokens_in(span)
    if last - first < 2 or view.words[first] != "не" or "inf" not in view.tags[first + 1].split(","):
        return False
    rest = range(first + 2, next((k for k in range(first + 2, last) if view.words[k] in END or view.words[k] == ","), last))
    return not any(view.finite(k) or view.pos(k) == "ADV" for k in rest if "inf" not in view.tags[k].split(","))
