"""The family: documents that are reprints or near-copies of each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso import ids
from sayso.incidents.passages import Passage, passages
from sayso.incidents.retellings import Kin, retellings
from sayso.incidents.when import ordinal
from sayso.incidents.words import cosine
from sayso.record.document import Document
from sayso.record.origin import Family, Reason

_SHORTEST = 6  # words: below this only the same words make a copy
_COPY = 0.5  # Jaccard of shingles
_CUT = 0.7  # of the shorter text's shingles in the longer one
_REWRITTEN = 0.82  # cosine of words, together with some shingles in common
_SOME = 0.2
_DAYS = 5.0
_CROWD = 60  # documents that share a shingle, beyond which each meets only the earliest ones
_EARLIEST = 12
_DENSE = 120  # shingles: of a longer text every fourth is looked up


def families(documents: Iterable[tuple[Document, str | None]], kin: Kin | None = None) -> tuple[Family, ...]:
    """The families, sorted by id; every document is in exactly one, most alone.

    `kin` knows rewritings and translations by what the documents tell. The order of the documents changes nothing. A digest that holds
    several texts joins none of them to another.
    """
    # One text of one outlet, received twice, is one document: the earlier of the two.
    received = sorted(documents, key=lambda pair: (*_earlier(pair[0]), pair[0].name, pair[1] or ""), reverse=True)
    given = sorted({document.id: (document, lang) for document, lang in received}.values(), key=lambda pair: _earlier(pair[0]))
    found = passages(given)
    order = [document.id for document, _ in given]
    links, cuts = [], defaultdict(list)
    for a, b in sorted(_candidates(order, found)):
        rule = _copied(found[a], found[b])
        if rule is None:
            continue
        if rule.rule == "cut":
            whole, part = (a, b) if len(found[a].shingles) > len(found[b].shingles) else (b, a)
            cuts[whole].append((part, rule))
        else:
            links.append((a, b, rule))
    links += [
        (a, b, r)
        for whole, parts in sorted(cuts.items())
        if not _digest(found, [p for p, _ in parts])
        for p, r in parts
        for a, b in [sorted((whole, p))]
    ]
    if kin is not None:
        links += [link for link in retellings(kin) if link[0] in found and link[1] in found]
    return _joined(order, links)


def _earlier(document: Document) -> tuple[bool, float, str]:
    return (document.published is None, ordinal(document.published) if document.published else 0.0, document.id)


def _candidates(order: list[str], found: Mapping[str, Passage]) -> set[tuple[str, str]]:
    """Pairs that share at least two of the shingles that are looked up (one of short texts), in the order of ids."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in order:
        shingles = found[name].shingles
        dense = len(shingles) > _DENSE
        for shingle in shingles:
            # The same quarter in every text: hashes that four divides; a short text offers all, a long one may ask for any of them.
            if not dense or shingle % 4 == 0:
                holders[shingle].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for i, b in enumerate(names):
            for a in names[:i] if i <= _CROWD else names[:_EARLIEST]:
                shared[a, b] += 1
    pairs = set()
    for (a, b), n in shared.items():
        fewest = min(len(found[a].shingles), len(found[b].shingles))
        if n >= 2 or fewest < 12:
            pairs.add((min(a, b), max(a, b)))
    return pairs


def _copied(a: Passage, b: Passage) -> Reason | None:
    """Why two documents are copies: copy, cut or rewritten; None where they are not."""
    both = len(a.shingles & b.shingles)
    if not both:
        return None
    between = (a.document.id, b.document.id)
    fewest, union = min(len(a.shingles), len(b.shingles)), len(a.shingles | b.shingles)
    if both == union:
        return Reason(rule="copy", detail="the same words", between=between)
    if min(a.words, b.words) < _SHORTEST or _numbers_differ(a, b):
        return None
    jaccard, part = both / union, both / fewest
    if jaccard >= _COPY:
        return Reason(rule="copy", detail=f"{jaccard:.0%} of the word sequences are the same", between=between)
    if _apart(a.document, b.document) > _DAYS:
        return None
    if part >= _CUT and fewest >= 8 and _leads(a, b):
        return Reason(rule="cut", detail=f"{part:.0%} of the shorter text stands in the longer one", between=between)
    alike = cosine(a.vector, b.vector)
    if part >= _SOME and alike >= _REWRITTEN and max(a.words, b.words) <= 2 * min(a.words, b.words):
        return Reason(
            rule="rewritten", detail=f"{part:.0%} of the word sequences and {alike:.2f} of the words are the same", between=between
        )
    return None


def _leads(a: Passage, b: Passage) -> bool:
    """Does the shorter text make up a third of the longer one, or its beginning? One item of a list of statements is no cut of the list."""
    part, whole = sorted((a, b), key=lambda p: len(p.shingles))
    both = part.shingles & whole.shingles
    share = len(both) / len(whole.shingles)
    return share >= 1 / 3 or (share >= 1 / 8 and len(both & whole.lead) >= len(both) / 2)


def _numbers_differ(a: Passage, b: Passage) -> bool:
    """Do the two tell other numbers in the same words? Two bulletins of one template are two bulletins.

    Numbers that only one of them has are a cut or an addition; numbers on both sides that the other lacks are another report. An outlet's
    own next bulletin must repeat every number to be a copy.
    """
    more_a, more_b = sum((a.numbers - b.numbers).values()), sum((b.numbers - a.numbers).values())
    if not more_a or not more_b:
        return False
    if a.document.outlet is not None and a.document.outlet == b.document.outlet:
        return True
    fewest = min(sum(a.numbers.values()), sum(b.numbers.values()))
    return min(more_a, more_b) / fewest >= 0.4


def _apart(a: Document, b: Document) -> float:
    """The days between the two publications, 0 where one is not known."""
    return abs(ordinal(a.published) - ordinal(b.published)) if a.published and b.published else 0.0


def _digest(found: Mapping[str, Passage], parts: Sequence[str]) -> bool:
    """Does a text hold parts that have nothing to do with each other?"""
    return any(not found[a].shingles & found[b].shingles for i, a in enumerate(parts) for b in parts[i + 1 :])


def _joined(order: list[str], links: list[tuple[str, str, Reason]]) -> tuple[Family, ...]:
    home = {name: name for name in order}

    def root(name: str) -> str:
        while home[name] != name:
            home[name] = home[home[name]]
            name = home[name]
        return name

    for a, b, _ in links:
        home[root(a)] = root(b)
    members: dict[str, list[str]] = defaultdict(list)
    for name in order:
        members[root(name)].append(name)
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for a, _, reason in sorted(links, key=lambda link: link[:2]):
        reasons[root(a)].append(reason)
    made = (
        Family(id=ids.make("fam", names[0]), documents=tuple(sorted(names)), first=names[0], reasons=tuple(reasons[key]))
        for key, names in members.items()
    )
    return tuple(sorted(made, key=lambda family: family.id))
