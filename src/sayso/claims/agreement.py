"""The agreement of a Russian or Ukrainian verb with its subject: case and number say who speaks."""

from sayso.claims import sources
from sayso.claims.hit import Hit
from sayso.claims.inheritance import inherit
from sayso.claims.view import DASHES, Range, View

_THAT = frozenset("это этого этому эту це цього цьому то того".split())
_THERE = frozenset({"там", "there", "là"})
_SPEAKING = (
    "person",
    "spokes",
    "sources",
    "witness",
    "government",
    "military",
    "agency",
    "outlet",
    "armed group",
    "organisation",
    "he",
    "she",
    "they",
)


def subject_by_case(
    view: View, hit: Hit, start: int, left: Range | None, right: Range | None, right_at: int, *, inverted: bool, earlier: list[Hit]
) -> None:
    """Case decides between subject and object; a plural verb after "в ведомстве" speaks for the body."""
    tag = view.tags[hit.head]
    if "ger" in tag.split(",") and hit.last - hit.head == 1:
        hit.participle = True
        inherit(view, hit, earlier, start)
        return
    if "pass" in tag.split(","):
        hit.side = "drop"  # "был признан": nobody is named who says so
        return
    if (start > hit.low and view.word_in("conjunction", start - 1)) or (
        left is not None and left[1] - left[0] == 1 and view.among("relative", left[0])
    ):
        left = None
    left_ok = left is not None and left[1] == start and _can_be_subject(view, left, hit.head)
    right_ok = right is not None and _can_be_subject(view, right, hit.head) and animate(view, right)
    if inverted and right_ok and (not left_ok or view.words[start - 1] in (",",) or view.words[start - 1] in DASHES):
        hit.source, hit.side = right, "right"
        return
    if left_ok and left is not None:
        hit.source, hit.side = _without_object(view, left), "left"
        hit.object = (hit.source[1], left[1]) if hit.source[1] < left[1] else None
        return
    body = _in_body(view, start, hit.low) or _in_body_after(view, hit, right_at)
    if body and hit.rule.weak and not _animate_body(view, body):
        body = None
    if body:
        hit.source = body
        hit.side = "left" if body[0] < hit.first else "right"
        return
    if right_ok:
        hit.source, hit.side = right, "right"
        return
    if left is not None and left[1] != start and _can_be_subject(view, left, hit.head):
        hit.source, hit.side = left, "left"
        return
    if start > hit.low and (view.word_in("conjunction", start - 1) or view.words[start - 1] == ",") and not hit.rule.weak:
        inherit(view, hit, earlier, start)
        if hit.source is not None and (earlier or _can_be_subject(view, hit.source, hit.head)):
            return
        hit.source = None
    # "Сообщили, что", "говорят, что": somebody; a negated one tells of a silence
    anyone = "pl" in tag.split(",") and (start == hit.low or inverted)
    hit.side = "none" if anyone and not hit.rule.weak and not hit.negated else "drop"


def animate(view: View, phrase: Range) -> bool:
    """A name, a body, people or a pronoun: what can speak after its verb."""
    return any(view.capital(k) or view.pos(k) == "PRON" or view.any_of(_SPEAKING, k) for k in range(*phrase))


def _without_object(view: View, phrase: Range) -> Range:
    """ "Губернатор Роман Старов прорыв отрицает": a small noun after the name is the object."""
    first, last = phrase
    if view.words[last - 1] in _THAT and last - first > 1:
        return (first, last - 1)
    names = [k for k in range(first, last) if view.capital(k) and k > first]
    if not names or names[-1] + 1 >= last:
        return phrase
    rest = range(names[-1] + 1, last)
    if (
        view.pos(names[-1]) != "ADJ"
        and not any(view.among("organisation", k) for k in rest)
        and all(
            view.pos(k) in ("NOUN", "ADJ") and "gen" not in view.tags[k].split(",") and ("acc" in view.tags[k] or "nom" in view.tags[k])
            for k in rest
        )
    ):
        return (first, names[-1] + 1)
    return phrase


def _can_be_subject(view: View, phrase: Range, head: int) -> bool:
    """Nominative, and not a phrase after a preposition; words without analysis may be anything."""
    first, last = phrase
    if first > 0 and view.word_in("preposition", first - 1) and view.words[first - 1] not in ("как", "як"):
        return False
    if (
        view.pos(first) == "PRON"
        and not any(c in view.tags[first].split(",") for c in ("nom",))
        and any(c in view.tags[first] for c in ("dat", "gen", "acc", "ins", "loc"))
    ):
        return False
    if all(view.capital(k) for k in range(first, last)) and last - first <= 3:
        return True  # names are often read as genitives of common nouns
    for k in range(first, last):
        pos = view.pos(k)
        if view.word_in("government", k) or view.word_in("military", k) or view.word_in("witness", k) or view.word_in("sources", k):
            return True  # "власти" may be a genitive by its form
        if pos in ("NOUN", "PROPN", "PRON", "NUM") or (pos == "ADJ" and k == last - 1):
            tag = view.tags[k]
            cases = [c for c in ("nom", "gen", "dat", "acc", "ins", "loc") if c in tag.split(",")]
            plural_verb = "pl" in view.tags[head].split(",")
            if (
                "sg" in tag.split(",")
                and plural_verb
                and not any(view.words[j] in ("и", "і", "та", "й") or view.words[j] == "," for j in range(first, last))
                and pos not in ("NUM",)
                and view.words[k] not in ("ряд", "большинство", "більшість")
            ):
                return False
            return (
                not cases
                or view.words[k] == view.lemmas[k]
                or "nom" in cases
                or ("acc" in cases and "sg" not in tag)
                or view.surface(k).isupper()
            )
        if pos == "X" or view.surface(k).isupper() or (view.starts[k] and view.text[view.starts[k] - 1] in '«"“'):
            return True
    return any(view.capital(k) for k in range(first, last))


def _in_body(view: View, start: int, low: int) -> Range | None:
    """ "В ведомстве сообщили", "там уточнили": the body as source, without its preposition."""
    if start > low and view.words[start - 1] in _THERE | {"тут"}:
        return (start - 1, start)
    if start - 1 >= low and view.words[start - 1] == ",":
        return None
    for k in range(start - 1, max(low, start - 14) - 1, -1):
        if view.pos(k) == "VERB" or view.in_quote[k] >= 0 or view.words[k] in (",", ";", ":") or view.words[k] in DASHES:
            return None
        if view.words[k] in ("в", "во", "у", "на") and k + 1 < start:
            return (k + 1, start) if not view.word_in("adjunct", k + 1) else None
    return None


def _animate_body(view: View, phrase: Range) -> bool:
    return any(view.any_of(_SPEAKING, k) for k in range(*phrase))


def _in_body_after(view: View, hit: Hit, right_at: int) -> Range | None:
    """ "сообщили в ведомстве" (after the content or before it)."""
    if "pl" not in view.tags[hit.head].split(",") and not view.words[hit.head].endswith(("ли", "ют", "ять", "уть", "ат", "ят")):
        return None
    at = max(hit.last, right_at)
    while at < hit.high and (view.word_in("adverb", at) or view.pos(at) == "ADV"):
        at += 1
    if at < hit.high and view.words[at] in _THERE:
        return (at, at + 1)
    if (
        at + 1 < hit.high
        and view.words[at] in ("в", "во", "у", "на")
        and not view.word_in("adjunct", at + 1)
        and not view.word_in("platform", at + 1)
    ):
        return sources.after(view, at + 1, hit.high, apposition=False)
    return None
