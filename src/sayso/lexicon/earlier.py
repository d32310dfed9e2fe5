"""The words for "earlier": by which a text recalls a statement that was made before another."""

import json
import re
from functools import cache
from importlib import resources


@cache
def earlier(lang: str | None) -> re.Pattern[str]:
    """The pattern of the words of a language; of all languages where it is not known.

    >>> bool(earlier("en").search("the unit had earlier claimed")), bool(earlier("en").search("the unit claimed"))
    (True, False)
    """
    file = resources.files("sayso.lexicon.data").joinpath("incidents").joinpath("earlier.json")
    table = json.loads(file.read_text("utf-8"))["words"]
    words = sorted(word for key in ([lang] if lang in table else sorted(table)) for word in table[key])
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE)
