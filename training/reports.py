"""Reports: whole short documents of our own with claims and names marked by hand, to fit on beside the Accounts Corpus.

`python -m training.reports [FILE ...]` checks the marks and prints counts. A file holds documents parted by lines of `---`; the marks
are those of `phrases/` (README.md): `{s1|source} {q1|cue} {c1|content}`, `[p|person] [o|organisation] [l|place] [f|facility]`. A claim's
stance stands in one of its marks (`{q1=denies|rejected}`); in a file that has such marks the claims without one assert.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from training.accounts import cut, layered
from training.examples import ROLES, STANCES, Tagged
from training.silver import LANGUAGES, OPEN, parsed

PART = re.compile(r"^---\n", re.M)
STANCED = re.compile(r"\{[sqc]\d{1,2}=")
PLAIN = "asserts"
MARKS = "[]{}|"


class MarkError(ValueError):
    """A document whose marks cannot be read; says which file, which line and what is wrong."""


def reports() -> list[Tagged]:
    """All reports of the four languages."""
    folder = resources.files("training").joinpath("reports")
    return [
        document
        for language in LANGUAGES
        for name in sorted(f.name for f in folder.iterdir() if f.name.startswith(f"{language}-"))
        for document in tagged(folder.joinpath(name).read_text("utf-8"), name)
    ]


def tagged(raw: str, file: str) -> Iterator[Tagged]:
    """The documents of one file. MarkError where a mark is wrong."""
    at = 0
    plain = PLAIN if STANCED.search(raw) else None
    for number, end in enumerate([*(m.start() for m in PART.finditer(raw)), len(raw)]):
        part = raw[at:end].removeprefix("---\n")
        line = 1 + raw.count("\n", 0, end - len(part))
        at = end
        if part.strip():
            yield _document(part.strip("\n"), f"{file}#{number}", file, line, plain)


def _document(part: str, key: str, file: str, line: int, plain: str | None) -> Tagged:
    text, claims, mentions = parsed(part)
    faults = list(_faults(part, text, claims, mentions))
    if faults:
        raise MarkError(f"{file}:{line}: {'; '.join(faults)}")
    said = [cut(claim) | ({"stance": stance} if (stance := claim.get("stance", plain)) else {}) for claim in claims]
    return Tagged(id=key, text=text, claims=layered(said), mentions=mentions)


def _faults(part: str, text: str, claims: list[dict[str, Any]], mentions: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the marks of one document."""
    for mark in sorted({c for c in text if c in MARKS}):
        at = text.index(mark)
        yield f"{mark!r} is left over near {text[max(0, at - 20) : at + 20]!r}"
    marks = [(number, stance) for role, number, stance, _ in OPEN.findall(part) if role]
    if any(not number for number, _ in marks):
        yield "a role without a number: {s1|...}"
    stanced = {(number, stance) for number, stance in marks if stance}
    for stance in sorted({stance for _, stance in stanced} - set(STANCES)):
        yield f"no stance: {stance!r} (one of {', '.join(STANCES)})"
    if len(stanced) > len({number for number, _ in stanced}):
        yield "two stances for one claim"
    if len(OPEN.findall(part)) != part.count("]") + part.count("}"):
        yield "marks that open and marks that close are not as many"
    for claim in claims:
        named = next((text[s:e] for role in ("cue", "content", "source") for s, e in claim[role]), "")[:40]
        if not claim["content"]:
            yield f"a claim without content: {named!r}"
        if claim["source"] and not claim["cue"]:
            yield f"a source without a cue: {named!r}"
    spans = [s for claim in claims for role in ROLES for s in claim[role]] + [m["span"] for m in mentions]
    for start, end in spans:
        words = text[start:end]
        if words != words.strip() or not words:
            yield f"blanks at the edge of {words[:40]!r}"
        elif len(words) > 1 and words[-1] in ",;:":  # a mark alone may be a cue
            yield f"ends in a comma or colon: {words[-40:]!r}"
    for first, second in _crossing(sorted(map(tuple, spans))):
        yield f"marks cross: {first!r} and {second!r}"


def _crossing(spans: list[tuple[int, ...]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    for i, (start, end) in enumerate(spans):
        for other in spans[i + 1 :]:
            if other[0] >= end:
                break
            if start < other[0] and other[1] > end:
                yield (start, end), other


def main() -> None:
    """Check files of reports and print what they hold."""
    parser = argparse.ArgumentParser(prog="python -m training.reports", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="by default all of training/reports")
    parser.add_argument("--claims", action="store_true", help="print each claim")
    options = parser.parse_args()
    files = options.files or sorted((Path(__file__).parent / "reports").glob("*.txt"))
    failed = False
    for path in files:
        raw = path.read_text("utf-8")
        try:
            documents = list(tagged(raw, path.name))
        except MarkError as error:
            print(error)
            failed = True
            continue
        claims = [(d, c) for d in documents for c in d.claims or ()]
        if options.claims:
            for d, c in claims:
                print(d.id, c["layer"], *(f"{role}={[d.text[s:e] for s, e in c[role]]}" for role in ROLES), sep="  ")
        cues = Counter(" ".join(d.text[s:e] for s, e in c["cue"]).lower() for d, c in claims)
        print(
            f"{path.name}: {len(documents)} documents, {sum(len(d.text.split()) for d in documents)} words, {len(claims)} claims, "
            f"{sum(not d.claims for d in documents)} without, {sum(not c['source'] for _, c in claims)} claims without source, "
            f"{len(cues)} different cues, {sum(len(d.mentions or ()) for d in documents)} names"
        )
        print("  most frequent cues:", ", ".join(f"{cue or '(none)'} {n}" for cue, n in cues.most_common(12)))
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
