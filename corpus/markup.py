"""The inline markup of a document's body: `{head|text}`, nested freely."""

from dataclasses import dataclass

from corpus.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tagged span of the plain text; `head` is what stands before the bar, `line` where it opened."""

    head: str
    start: int
    end: int
    line: int
    depth: int


def parse(body: str, *, file: str, first_line: int = 1) -> tuple[str, tuple[Tag, ...], list[Fault]]:
    """(plain text, tags in order of their start, faults) of a marked body.

    >>> text, tags, _ = parse("{s1|The mayor} {q1|said} {c1|{f killed 3|three} died}.", file="x")
    >>> text, [(t.head, text[t.start:t.end]) for t in tags][:2]
    ('The mayor said three died.', [('s1', 'The mayor'), ('q1', 'said')])
    """
    out: list[str] = []
    size, line, i = 0, first_line, 0
    open_tags: list[tuple[str, int, int]] = []
    tags: list[Tag] = []
    faults: list[Fault] = []
    while i < len(body):
        ch = body[i]
        if ch == "{":
            bar, stop = body.find("|", i), min((k for k in (body.find(c, i + 1) for c in "{}\n") if k >= 0), default=len(body))
            if bar < 0 or bar > stop:
                faults.append(Fault(file=file, line=line, what=f"no bar after {body[i : i + 25]!r}: a tag is {{head|text}}"))
                i += 1
                continue
            open_tags.append((body[i + 1 : bar].strip(), size, line))
            i = bar + 1
            continue
        if ch == "}":
            if not open_tags:
                faults.append(Fault(file=file, line=line, what=f"a brace closes nothing, after {body[max(0, i - 25) : i]!r}"))
            else:
                head, start, at = open_tags.pop()
                if start == size:
                    faults.append(Fault(file=file, line=at, what=f"the tag {{{head}|}} is empty"))
                tags.append(Tag(head=head, start=start, end=size, line=at, depth=len(open_tags)))
            i += 1
            continue
        line += ch == "\n"
        out.append(ch)
        size += 1
        i += 1
    faults += [Fault(file=file, line=at, what=f"the tag {{{head}|... is never closed") for head, _, at in open_tags]
    text = "".join(out)
    for tag in tags:
        words = text[tag.start : tag.end]
        if words != words.strip():
            faults.append(Fault(file=file, line=tag.line, what=f"blanks at the edge of {{{tag.head}|{words[:30]}}}"))
    return text, tuple(sorted(tags, key=lambda t: (t.start, -t.end, t.depth))), faults
