"""The command: a content of Russian or Ukrainian that tells somebody to do something or to leave it."""

import re

from sayso.claims.view import END, View
from sayso.text.span import Span

_POLITE = re.compile(r"(вибач|пробач|даруй|повір|уяв|скаж|зрозум|извин|прост|повер|представ|скажи|пойм|питай|спрос|спрашив)")
"""Commands that ask for nothing but a hearing."""


def commands(view: View, span: Span) -> bool:
    """Does a sentence of the content begin with a command?"""
    first, last = view.tokens_in(span)
    opening = next((k for k in range(first, last) if not view.mark(k)), last)
    return any(_command(view, k, last) for k in range(first, last) if k <= opening or k in view.sentence_starts)


def _command(view: View, k: int, last: int) -> bool:
    """Does a command stand at a token, past marks, a "not" and an adverb?"""
    at = next((j for j in range(k, min(last, k + 3)) if not view.mark(j) and view.words[j] != "не"), None)
    if at is None:
        return False
    if view.pos(at) == "ADV" and at + 1 < last:
        at += 1
    tags = view.tags[at].split(",")
    return tags[0] == "VERB" and "imp" in tags and "pl" in tags and not _POLITE.match(view.words[at])


def forbids(view: View, span: Span) -> bool:
    """Is the content that something be not done («не чіпати нічого схожого на бочку»)?"""
    first, last = view.tokens_in(span)
    if last - first < 2 or view.words[first] != "не" or "inf" not in view.tags[first + 1].split(","):
        return False
    rest = range(first + 2, next((k for k in range(first + 2, last) if view.words[k] in END or view.words[k] == ","), last))
    return not any(view.finite(k) or view.pos(k) == "ADV" for k in rest if "inf" not in view.tags[k].split(","))
