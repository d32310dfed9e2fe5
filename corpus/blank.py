"""The blank: plain texts of whole incidents, without gold, for a second annotator."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus import corpora
from corpus import world as w

KEPT = ("id", "lang", "outlet", "published", "genre", "forwarded_from", "incidents")


def written(incidents: Iterable[str], to: Path, root: Path = w.ROOT) -> list[Path]:
    """The files written under `to`: one a document, to be marked in place, and an empty incident.toml."""
    corpus = corpora.compiled(root)
    wanted, made = set(incidents), []
    for d in corpus.documents:
        if d["incidents"][0] not in wanted:
            continue
        folder = to / "source" / d["incidents"][0]
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{d['id']}-{d['lang']}-second.txt"
        path.write_text(f"{_header(d)}---\n{d['text']}\n---\n", "utf-8")
        made.append(path)
    for i in corpus.incidents:
        if i["id"] in wanted:
            path = to / "source" / i["id"] / "incident.toml"
            path.write_text("".join(f"{k} = {_toml(i[k])}\n" for k in ("id", "title", "kind", "place", "start", "end")), "utf-8")
            made.append(path)
    splits = corpora.splits(root)
    (to / "splits.toml").write_text("".join(f'{i} = "{splits.get(i, "")}"\n' for i in sorted(wanted)), "utf-8")
    return made


def _header(d: dict[str, Any]) -> str:
    values = {"id": d["id"], "lang": d["lang"], "outlet": d["outlet_id"], "published": d["published"][:16], "genre": _told(d["genre"])}
    values |= {"forwarded_from": d["forwarded_from"], "origin": "", "incidents": d["incidents"][0]}
    return "".join(f"{k}: {v}\n" for k, v in values.items() if v is not None)


def _told(genre: str) -> str:
    """The genre without what would give the family away."""
    return "article" if genre in ("reprint", "translation") else genre


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).replace(" ", "T")
