"""The account: one speaker's version of one incident."""

from dataclasses import dataclass

from sayso.record.claim import Speaker, Stance
from sayso.record.event import Actuality
from sayso.record.figure import Figure
from sayso.record.report import Evidence, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One speaker's reports of one incident in time order: the latest stands, earlier ones are superseded, never deleted.

    `figures` are those that stand; `superseded_figures` those that a later report of the same speaker replaced.
    `replaced` are passages of earlier texts of revised posts that stand no more, `replaced_claims` all claims of such texts.
    `holds` says, for control of a place, who is said to hold it (None: nothing said).
    """

    id: str
    incident: str
    speaker: Speaker | None
    outlet: str | None
    reports: tuple[Report, ...]
    latest: Report
    stance: Stance
    actuality: Actuality
    figures: tuple[Figure, ...]
    superseded_figures: tuple[Figure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    holds: str | None = None
    replaced: tuple[Evidence, ...] = ()
    replaced_claims: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The speaker's name, or the outlet's where the document speaks in its own voice, or a plain statement that it is not known."""
        if self.speaker:
            return self.speaker.name
        return self.outlet or "speaker not named"
