"""The gold: what annotators say is in a document, and of an incident over its documents."""

from dataclasses import dataclass

from sayso.record.annotation import Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document with its annotation by a reader, and what the corpus says of it as a whole.

    Claims have the annotator's ids (1, 2, n1 in narration); `Claim.denied` may name one of another document (a03-02:1). `corefers` pairs
    a claim with the one that names its speaker, `control` says (claim, place, holder); `published` is written as the file has it.
    """

    annotation: Annotation
    published: str | None = None
    genre: str | None = None
    family: str | None = None
    origin: str | None = None
    incidents: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    corefers: tuple[tuple[str, str], ...] = ()
    control: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAccount:
    """One speaker's claims of one incident, as references (a03-01:n1), and the pairs (older, newer) of what was replaced."""

    speaker: str
    claims: tuple[str, ...]
    supersedes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldContest:
    """A contradiction between pairs (speaker, value); or what is none: then `kind` is the reason for which it is none."""

    kind: str
    about: str
    between: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldIncident:
    """One happening: who gives which account of it, and where these contradict. `alike` names incidents that could be taken for it."""

    id: str
    title: str
    kind: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    split: str = ""
    alike: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    accounts: tuple[GoldAccount, ...] = ()
    contests: tuple[GoldContest, ...] = ()
    not_contests: tuple[GoldContest, ...] = ()
