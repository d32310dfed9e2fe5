"""The file of results: what stands between two marks of it, made anew."""

from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def put(text: str, start: str, end: str, path: Path = RESULTS, *, opens: bool = False) -> None:
    """Puts a text between its marks; where there are none, at the end, or with `opens` below the title."""
    held = path.read_text("utf-8")
    if start not in held:
        title, _, rest = held.partition("\n")
        held = f"{title}\n\n{start}\n{end}\n{rest}" if opens else f"{held.rstrip()}\n\n{start}\n{end}\n"
    head, _, rest = held.partition(start)
    _, _, tail = rest.partition(end)
    path.write_text(f"{head}{start}\n{text}\n{end}{tail}", "utf-8")
