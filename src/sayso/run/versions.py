"""The versions behind an edition: program, pack, models and data, by digest."""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from sayso import ids
from sayso.record.annotation import Annotation
from sayso.run.assembly import gazetteer, pack
from sayso.run.config import Config
from sayso.version import __version__


def versions(config: Config, read: Iterable[Annotation]) -> tuple[tuple[str, str], ...]:
    """(name, version or digest) of what made the annotations, sorted."""
    chosen = pack(config.pack)
    found = {"sayso": __version__, f"pack {chosen.name}": chosen.version, "lexicon": lexicon_digest(), "places": gazetteer().digest[:12]}
    for annotation in read:
        for method in annotation.methods:
            found[method.name] = " ".join(filter(None, (method.version, method.digest[:12])))
    return tuple(sorted(found.items()))


@cache
def lexicon_digest() -> str:
    """The first 12 digits of a hash over all data files of the lexicon and its packs."""
    root = resources.files("sayso").joinpath("lexicon")
    return ids.digest(b"".join(part for folder in ("data", "packs") for part in _contents(root.joinpath(folder))))[:12]


def _contents(folder: Traversable) -> list[bytes]:
    found = []
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        if item.is_dir():
            found += _contents(item)
        elif item.name.endswith((".jsonl", ".json", ".toml")):
            found += [item.name.encode(), item.read_bytes()]
    return found
