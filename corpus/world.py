"""The world of the corpus: the pack's names, the places, and the closed lists."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.lexicon.loading import built_in
from sayso.lexicon.pack import Pack
from sayso.record.claim import SpeakerKind
from sayso.record.event import Actuality, Kind
from sayso.record.figure import FigureStatus, Scope, Unit, Who

PACK = "talvenia-kestria"
ROOT = Path(__file__).resolve().parent.parent / "data" / "accounts"
LANGS = ("en", "ru", "uk", "fr")
STANCES = ("asserts", "confirms", "denies", "accuses", "estimates", "expects", "threatens", "orders", "doubts")
QUOTATIONS = ("direct", "indirect", "mixed")
CONTESTS = ("figure", "occurrence", "control", "responsibility", "place", "time")
NOT_CONTESTS = (
    "superseded",
    "different scope",
    "running total",
    "part of whole",
    "rounding",
    "unstated scope",
    "other incident",
    "same figure",
)
USES = ("location", "actor", "modifier")
PLACE_KINDS = ("settlement", "region", "country", "facility", "other")
KINDS = tuple(kind.value for kind in Kind)
ACTUALITIES = tuple(a.value for a in Actuality)
UNITS = tuple(u.value for u in Unit)
STATUSES = tuple(s.value for s in FigureStatus)
WHOS = tuple(w.value for w in Who)
SCOPES = tuple(s.value for s in Scope)
SPEAKER_KINDS = tuple(k.value for k in SpeakerKind)
SPLITS = ("train", "dev", "test")
GENRES = (
    "flash", "wire", "reprint", "translation", "bulletin", "governor", "blogger", "local channel", "forward", "live blog", "broadcast",
    "rights note", "machine translation", "article", "statement",
)  # fmt: skip
# Rule 8 of ANNOTATION.md: bodies by the kind that the pack gives them.
OF_ACTOR = {
    "military": "military",
    "armed group": "armed group",
    "international": "international",
    "monitor": "international",
    "company": "unknown",
    "political": "unknown",
    "religious": "unknown",
    "health": "unknown",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The pack and the places by id."""

    pack: Pack
    places: dict[str, dict[str, Any]]

    def knows(self, key: str) -> bool:
        """Whether an actor or outlet has this id."""
        return key in self.pack.actors or key in self.pack.outlets


@cache
def world() -> World:
    """The invented world as it is packaged."""
    lines = resources.files("sayso").joinpath("lexicon", "packs", "talvenia_kestria", "places.jsonl").read_text("utf-8").splitlines()
    return World(pack=built_in(PACK), places={row["id"]: row for row in map(json.loads, lines)})


def speaker_kind(key: str) -> str:
    """The kind of speaker that an actor or outlet of the pack is."""
    pack = world().pack
    if key in pack.outlets:
        return "agency" if pack.outlets[key].kind == "agency" else "outlet"
    actor = pack.actors[key]
    if actor.person:
        return "person"
    return OF_ACTOR.get(actor.kind, "government")
