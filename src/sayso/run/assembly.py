"""The assembly: the edges put together into a pipeline, as the configuration says."""

from functools import cache
from pathlib import Path

from sayso.gazetteer.index import Gazetteer
from sayso.gazetteer.listing import Listing
from sayso.lexicon.loading import BUILT_IN, built_in
from sayso.lexicon.pack import Pack
from sayso.readers.encoded import EncodedReader, packaged
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.judgement import Judgement
from sayso.run.config import Config
from sayso.run.pipeline import Pipeline
from sayso.run.ports import Gazetteer as Places
from sayso.run.ports import Reader
from sayso.sources.packs import pack_from


def pipeline(config: Config, judgements: tuple[Judgement, ...] = ()) -> Pipeline:
    """The stages with the edges that the configuration names; nothing heavy is loaded before the first document."""
    chosen = pack(config.pack)
    return Pipeline(reader=reader(config.weights), gazetteer=gazetteer_of(chosen), pack=chosen, judgements=judgements)


def gazetteer_of(pack: Pack) -> Places:
    """The place index, with the pack's own places before it."""
    world = gazetteer()
    return Listing(pack.places, world.look_up) if pack.places else world


def pack(name: str) -> Pack:
    """A built-in pack, or the pack in a folder of the user's."""
    return built_in(name) if name in BUILT_IN else pack_from(Path(name))


@cache
def reader(weights: str | None = None) -> Reader:
    """The reader: with the encoder of a folder of weights, else with the one that comes with the program, where it is installed."""
    plain, folder = PlainReader(Morphology()), Path(weights) if weights else packaged()
    return plain if folder is None else EncodedReader(plain, folder)


@cache
def gazetteer() -> Gazetteer:
    """The place index that comes with the program."""
    return Gazetteer()
