"""The printable: a text without the characters that steer a terminal or hide in it."""

import re

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; newlines and tabs stay
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks that turn the direction of writing
    "\u2028\u2029"  # line breaks that are none elsewhere
    "\ud800-\udfff\ufff9-\ufffb\U000e0001-\U000e007f"  # half characters, comments inside of a line, letters that nobody sees
    "]"
)


def printable(text: str) -> str:
    """The text with what steers a terminal, or hides, replaced by a middle dot, one for one.

    Blanks that do not break, soft hyphens and joiners stay: French, page makers and emoji need them.

    >>> printable("a\\x1b[2Jb"), printable("« oui\\u202f»")
    ('a·[2Jb', '« oui\\u202f»')
    """
    return _HIDDEN.sub("·", text)


def hidden(text: str) -> tuple[str, ...]:
    """The code points that `printable` replaces, each once, in the order of their first occurrence.

    >>> hidden("a\\x1b[2J\\x1b")
    ('U+001B',)
    """
    return tuple(dict.fromkeys(f"U+{ord(ch):04X}" for ch in _HIDDEN.findall(text)))
