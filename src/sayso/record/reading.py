"""The reading: what the readers saw in a document, before any stage decides."""

from dataclasses import dataclass

from sayso.record.document import Document
from sayso.record.method import Method
from sayso.text.quotes import Quotation
from sayso.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a text as parallel tuples of one length: offsets, lemma (lower case), stem key and tag.

    `tags` are coarse parts of speech, with case and number where the language marks them, joined by commas:
    NOUN PROPN ADJ VERB AUX PART (participle) ADV NUM PRON DET ADP CONJ PTCL PUNCT X,
    then nom gen dat acc ins loc, sg pl, past pres fut imp inf pass.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    stems: tuple[str, ...]
    tags: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` up to but not including `last`."""
        return Span(self.starts[first], self.ends[last - 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSpan:
    """A proposal: these characters are a source, a cue or a content, with a score from 0 to 1."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A proposal: the role span `other` belongs to the cue `cue`; both are indices into `Reading.roles`."""

    cue: int
    other: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A proposal: these characters name a person, organisation, place or facility.

    A place also has the use that the heads see (location, actor or modifier) with its score; other names have None.
    """

    kind: str
    span: Span
    score: float
    use: str | None = None
    use_score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceScore:
    """A proposal: the claim of the cue at index `cue` of `Reading.roles` has this stance."""

    cue: int
    stance: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerSpan:
    """A proposal: these characters name an event, with a score from 0 to 1: the share of all kinds together.

    `kind` is the likeliest of them, which says little where many are open; `actuality` has a score of its own.
    """

    kind: str
    span: Span
    score: float
    actuality: str
    actuality_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the text that the encoder saw at once, with its vector (unit length; None without an encoder)."""

    span: Span
    vector: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with its language, sentences, tokens, quotations, and the scored proposals of every head.

    Sentences and tokens are in text order; every token lies in one sentence. Without an encoder the proposals are empty
    and the stages work from tokens and lexicon alone.
    """

    document: Document
    lang: str | None
    lang_score: float
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    tokens: Tokens
    quotations: tuple[Quotation, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
    links: tuple[Link, ...] = ()
    stances: tuple[StanceScore, ...] = ()
    names: tuple[NameSpan, ...] = ()
    triggers: tuple[TriggerSpan, ...] = ()
    passages: tuple[Passage, ...] = ()
    methods: tuple[Method, ...] = ()

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text
