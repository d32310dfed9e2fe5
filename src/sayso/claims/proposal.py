"""The proposal: a cue with the words that may be its source and content, before the speaker is known."""

from dataclasses import dataclass

from sayso.lexicon.cues import CueRule
from sayso.record.claim import Stance
from sayso.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Spans of the three roles and what is known of the cue.

    `frame` is the stretch in which relays are looked for beside the content; `follows` marks a quotation that goes on alone
    (its speaker is that of the proposal before). `named` is the part of the source that names the speaker, where an outlet
    that cites it is the other part.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    frame: Span
    score: float
    rule: CueRule | None = None
    negated: bool = False
    follows: bool = False
    impersonal: bool = False
    named: Span | None = None
    confidence: float | None = None  # that all of it is right, by an encoder; None for a proposal of rules

    @property
    def at(self) -> int:
        """Where the proposal begins, for the order of the document."""
        return min((*self.content, *self.cue, *self.source)).start
