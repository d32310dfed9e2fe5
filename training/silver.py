"""Silver: war-report sentences put together from phrases of our own, with claims and names marked.

Nothing here was copied from a text; persons and most villages are invented. It teaches what the gold data lacks: claims in
Russian, Ukrainian and French, claims inside claims, cues that deny, relays, facilities, and the same facts with nobody behind them.
"""

import random
import re
from importlib import resources
from typing import Any

from training.examples import ROLES, Tagged

LANGUAGES = ("en", "ru", "uk", "fr")
ROLE = {"s": "source", "q": "cue", "c": "content"}
KIND = {"p": "person", "o": "organisation", "l": "place", "f": "facility"}
GENDERS = "mfnp"
OPEN = re.compile(r"\{([sqc])(\d{0,2})(?:=([a-z]+))?\||\[([polf])\|")
ELISION = re.compile(r"\b([Qq])ue (?=(?:\[\w\||\{\w\d?\|)*[aeiouhéèêâîAEIOUHÉ])")  # in phrases of ours no h is aspirated
SLOT = re.compile(r"\$(\^?)([SQDGOC])(2?)(?:\.([mfnp]))?")


class Phrases:
    """The phrases of one language by section."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.sections: dict[str, list[str]] = {}
        section = ""
        for line in resources.files("training").joinpath(f"phrases/{language}.txt").read_text("utf-8").splitlines():
            if line.startswith("[") and line.endswith("]") and "|" not in line:
                section = line[1:-1]
            elif line.strip() and not line.startswith("#"):
                self.sections.setdefault(section, []).append(line)

    def draw(self, section: str, dice: random.Random) -> str:
        """A line of the section."""
        return dice.choice(self.sections[section])


def capital(marked: str) -> str:
    """The same phrase with its first letter, past any mark-up and quotation mark, as a capital."""
    at = 0
    while at < len(marked):
        if found := OPEN.match(marked, at):
            at = found.end()
        elif marked[at].isalpha():
            return marked[:at] + marked[at].upper() + marked[at + 1 :]
        elif marked[at].isalnum():
            return marked
        else:
            at += 1
    return marked


def sentence(phrases: Phrases, dice: random.Random) -> str:
    """One marked sentence of the language."""
    template = phrases.draw("templates", dice)
    drawn: dict[str, list[str]] = {}

    def speaker(number: str, gender: str | None) -> list[str]:
        if number not in drawn:
            options = [line.split("|", 1) for line in phrases.sections["speakers"]]
            lines = [f"{g}|{rest}" for g, rest in options if not gender or g == gender]
            drawn[number] = split(dice.choice(lines))
        return drawn[number]

    for number in ("", "2"):  # the speaker whose gender the sentence wants, before its cues
        if found := re.search(rf"\$S{number}\.([mfnp])", template):
            speaker(number, found.group(1))

    def fill(match: re.Match[str]) -> str:
        high, slot, number, gender = match.groups()
        if slot in "SG":
            parts = speaker(number, gender)
            out = parts[2] if slot == "G" and len(parts) > 2 else parts[1]
            others = phrases.sections.get({"m": "men", "f": "women"}.get(parts[0], ""))
            if slot == "S" and others:  # a nominative: another name fits as it is
                out = swapped(out, "p", others, dice)
        elif slot in "QD":
            forms = split(phrases.draw("cues" if slot == "Q" else "denials", dice))
            out = forms[GENDERS.index(speaker(number, None)[0])] if len(forms) == 4 else forms[0]
        else:
            out = phrases.draw("outlets" if slot == "O" else "facts", dice)
        return capital(out) if high else out

    marked = SLOT.sub(fill, template)
    if phrases.language == "fr":
        marked = ELISION.sub(r"\1u'", marked)
    return capital(marked)


def split(line: str) -> list[str]:
    """Columns of a line; a bar inside a mark is no border."""
    out, depth = [""], 0
    for character in line:
        depth += (character in "[{") - (character in "]}")
        if character == "|" and not depth:
            out.append("")
        else:
            out[-1] += character
    return out


def parsed(marked: str) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]]]:
    """The bare text, its claims and its mentions; a claim has a stance where one of its marks names it."""
    text = ""
    stack: list[tuple[str, str, int]] = []
    spans: dict[tuple[str, str], list[list[int]]] = {}
    mentions: list[dict[str, Any]] = []
    stances: dict[str, str] = {}
    at = 0
    while at < len(marked):
        found = OPEN.match(marked, at)
        if found:
            role, number, stance, kind = found.groups()
            if stance:
                stances[number] = stance
            stack.append((ROLE[role], number, len(text)) if role else (KIND[kind], "mention", len(text)))
            at = found.end()
        elif marked[at] in "]}" and stack:
            name, number, start = stack.pop()
            if number == "mention":
                mentions.append({"span": [start, len(text)], "kind": name})
            else:
                spans.setdefault((number, name), []).append([start, len(text)])
            at += 1
        else:
            text += marked[at]
            at += 1
    claims = [
        {role: spans.get((number, role), []) for role in ROLES} | {"layer": 0} | ({"stance": stances[number]} if number in stances else {})
        for number in sorted({n for n, _ in spans})
    ]
    for a in claims:
        own = [x for role in ROLES for x in a[role]]
        for b in claims:
            if a is not b and any(all(s <= x and y <= e for x, y in own) for s, e in b["content"]):
                a["layer"] = 1
    return text, claims, mentions


def swapped(marked: str, kind: str, names: list[str], dice: random.Random) -> str:
    """The sentence with most names of a kind changed for others, where names are not inflected."""

    def other(match: re.Match[str]) -> str:
        return f"[{kind}|{dice.choice(names)}]" if dice.random() < 0.6 else match[0]

    return re.sub(rf"\[{kind}\|[^\]]+\]", other, marked)


def document(phrases: Phrases, dice: random.Random, number: int) -> Tagged:
    """A short report of several sentences."""
    text = ""
    claims: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    parts = [sentence(phrases, dice) for _ in range(dice.randint(2, 8))]
    if dice.random() < 0.3:
        parts[0] = phrases.draw("heads", dice) + parts[0]
    swaps = {kind: phrases.sections.get(section) for kind, section in (("l", "places"), ("p", "people"), ("o", "orgs"))}
    gap = dice.choice([" ", " ", "\n", "\n\n"])
    for part in parts:
        for kind, names in swaps.items():
            if names:
                part = swapped(part, kind, names, dice)
        if dice.random() < 0.15:
            part = part.replace("«", "“").replace("»", "”") if dice.random() < 0.5 else part.replace("“", '"').replace("”", '"')
        if dice.random() < 0.05:
            part = part.rstrip(".")
        bare, own, names_here = parsed(part)
        if any(mark in bare for mark in "[]{}|$"):
            raise ValueError(f"{phrases.language}: a phrase is marked up wrongly: {part}")
        shift = len(text)
        for a in own:
            claims.append({r: [[s + shift, e + shift] for s, e in a[r]] for r in ROLES} | {"layer": a["layer"]})
        mentions += [{"span": [m["span"][0] + shift, m["span"][1] + shift], "kind": m["kind"]} for m in names_here]
        text += bare + (gap if dice.random() < 0.97 else " ")
    return Tagged(id=f"silver-{phrases.language}-{number}", text=text, claims=claims, mentions=mentions)


def silver(count: int, seed: int) -> list[Tagged]:
    """`count` short reports in each language."""
    dice = random.Random(seed)
    books = [Phrases(language) for language in LANGUAGES]
    return [document(phrases, dice, number) for phrases in books for number in range(count)]
