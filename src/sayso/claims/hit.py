"""The hit: a cue met in a text, with its source and the side on which it stands."""

from dataclasses import dataclass

from sayso.claims.view import Range
from sayso.lexicon.cues import CueRule


@dataclass(slots=True, kw_only=True)
class Hit:
    """Tokens `first` up to but not including `last` are the cue; `head` is its main word.

    `side`: left (source before the cue), right (after it), by ("according to"), own (inside), inherit (that of the cue before), none.
    """

    rule: CueRule
    first: int
    last: int
    head: int
    low: int
    high: int
    source: Range | None = None
    side: str = "none"
    negated: bool = False
    passive: bool = False
    as_clause: bool = False
    participle: bool = False
    object: Range | None = None

    @property
    def frame_first(self) -> int:
        """The first token of source and cue together."""
        return min(self.first, self.source[0]) if self.source else self.first

    @property
    def frame_last(self) -> int:
        """The index after the last token of source and cue together."""
        return max(self.last, self.source[1]) if self.source else self.last
