"""The printable: a text without the characters that steer a terminal."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with control characters and direction overrides replaced by a middle dot, one for one; newlines and tabs stay.

    >>> printable("a\\x1b[2Jb")
    'a·[2Jb'
    """
    return _CONTROL.sub("·", text)
