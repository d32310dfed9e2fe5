"""The locating: candidates to places, each with the belief in it, or without coordinates where no belief is strong enough."""

from collections.abc import Mapping, Sequence

from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Pack
from sayso.places.belief import Belief, Surroundings, is_area, kilometres, region_key, shares, weight
from sayso.places.containers import lies_in, stated
from sayso.places.naming import Scene, chosen, scene
from sayso.places.placing import LEAST_SHARE, place
from sayso.places.spot import Spot
from sayso.places.spots import looked
from sayso.record.document import Document
from sayso.record.mention import Mention
from sayso.record.place import Candidate, Place, PlaceKind, PlaceQuery
from sayso.record.reading import Reading
from sayso.text.folding import fold
from sayso.text.span import Span

_VARIANT_TRUST = 0.6  # of a name met only by a neighbouring language's form, with no region beside it
_SAME_KM = 25.0  # candidates nearer than this are one place twice in the index
_POINTS = 60  # sure places that nearness is measured from
_WEIGHED = 12  # candidates that are compared with each other
_TOP_DOMAINS = {"uk": "GB", "su": "RU", "рф": "RU", "укр": "UA"}
_GLOBAL_DOMAINS = frozenset({"com", "org", "net", "info", "tv", "me", "io", "co", "int", "eu", "ai", "fm", "news"})


def locate(
    reading: Reading,
    queries: Sequence[PlaceQuery],
    found: Mapping[Span, Sequence[Candidate]],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    pack: Pack,
) -> tuple[Place, ...]:
    """Every toponym of a text, in text order, with the place it names; without coordinates where too little speaks for any.

    `queries` are those of `ask`, `found` what a gazetteer answered. One name means one place throughout a text.
    """
    words, stretches = looked(reading, lexicon, pack)
    candidates = {q.span: found[q.span] for q in queries if q.span in found}
    candidates = {s.span: _fitting(s, candidates[s.span], reading) for s in stretches if s.span in candidates}
    candidates = {span: some for span, some in candidates.items() if some}
    theatre = _theatre(reading, stretches, candidates, pack)
    at = scene(reading, words, mentions, lexicon.toponyms, theatre, stretches, candidates)
    toponyms = chosen(stretches, candidates, at)
    around = _surroundings(reading, toponyms, candidates, pack, theatre)
    beliefs = _beliefs(toponyms, candidates, around, at)
    main = _main_settlement(toponyms, beliefs, at)
    return tuple(place(spot, beliefs.get(spot.span, ()), at, main) for spot in toponyms)


_DIVISIONS = ("Oblast", "Krai", "Okrug", "Region")
_SLAVIC_ADJECTIVES = tuple(root + end for root in ("ск", "цк", "ськ", "цьк", "зьк") for end in ("ий", "ой", "ая", "ое", "а", "е", "ого"))


def _fitting(spot: Spot, candidates: Sequence[Candidate], reading: Reading) -> tuple[Candidate, ...]:
    """Without the regions whose adjective alone was met: "Ивановское" is a village, "Ивановская область" a region."""
    if spot.how != "name" or reading.lang not in ("ru", "uk"):
        return tuple(candidates)
    lemma = reading.tokens.lemmas[spot.last - 1]
    adjectival = lemma.endswith(_SLAVIC_ADJECTIVES)
    return tuple(c for c in candidates if not (adjectival and c.feature == "ADM1" and c.name.endswith(_DIVISIONS)))


def _theatre(reading: Reading, stretches: Sequence[Spot], found: Mapping[Span, Sequence[Candidate]], pack: Pack) -> dict[str, float]:
    """The pack's countries with how much the text is about them: wholly in their languages, else by what it names of them.

    A place that the pack lists itself tells that a text is about its land, unless a well-known one has the name too.
    """
    telling = [found[s.span] for s in stretches if s.how in ("name", "region", "demonym", "listed") and found.get(s.span)]
    named, own, shared = set[str](), set[str](), set[str]()
    for first, *others in telling:
        rival = next((c for c in others if not c.listed and _well_known(c)), None)
        if not first.listed:
            named |= {first.country} if _well_known(first) else set()
        elif rival is None:
            own |= {first.country} if first.match == "exact" else set()
        elif first.country in pack.places.countries:  # a land that no gazetteer has, with a town of a known name
            shared.add(first.country)
        else:
            named.add(rival.country)
    inside = (
        bool(own)
        or bool(shared and not named)
        or reading.lang in ("ru", "uk")
        or len(named & set(pack.countries)) > 1
        or (named and named <= set(pack.countries))
    )
    return dict.fromkeys(pack.countries, 1.0 if inside else 0.8 if not named else 0.3)


def _well_known(candidate: Candidate) -> bool:
    """Would a text far from it name it too?"""
    large = candidate.feature in ("PCLI", "ADM1") or candidate.population > 50_000
    return large and candidate.match == "exact"


def _surroundings(
    reading: Reading, toponyms: Sequence[Spot], found: Mapping[Span, Sequence[Candidate]], pack: Pack, theatre: Mapping[str, float]
) -> Surroundings:
    """What the text names without doubt: countries, peoples, regions."""
    outlet = pack.outlet_of(reading.document.outlet, reading.document.url)
    around = Surroundings(
        theatre=theatre,
        front=frozenset(fold(name) for name in pack.regions),
        outlet=(outlet.country if outlet else None) or _country_of(reading.document),
        foreign=reading.lang in ("ru", "uk"),
    )
    for spot in toponyms:
        first = next(iter(found.get(spot.span, ())), None)
        if first is None or first.match == "variant":
            continue
        if first.feature == "PCLI":
            around.countries[first.country] = around.countries.get(first.country, 0.0) + 0.5
        elif first.feature == "ADM1" and first.match == "exact" and (spot.how != "name" or not _town_too(found[spot.span])):
            key = region_key(first)
            around.regions[key] = around.regions.get(key, 0.0) + 0.7
            around.countries[first.country] = around.countries.get(first.country, 0.0) + 0.3
    return around


def _town_too(candidates: Sequence[Candidate]) -> bool:
    """Is there a larger town of the name? "Washington" alone speaks for no state."""
    return any(c.match == "exact" and c.feature.startswith("PPL") and c.population > 50_000 for c in candidates)


def _country_of(document: Document) -> str | None:
    """The country of a web address's last part; None for those of no country."""
    host = (document.url or "").split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    last = host.rpartition(".")[2].casefold() if "." in host else ""
    if not last or last in _GLOBAL_DOMAINS:
        return None
    return _TOP_DOMAINS.get(last) or (last.upper() if len(last) == 2 else None)


def _beliefs(toponyms: Sequence[Spot], found: Mapping[Span, Sequence[Candidate]], around: Surroundings, at: Scene) -> dict[Span, Belief]:
    """The belief in each toponym's candidates; a second pass knows where the sure ones of the first lie."""
    groups: dict[str, list[int]] = {}
    for i, spot in enumerate(toponyms):
        groups.setdefault(_group(spot, found), []).append(i)
    beliefs: dict[Span, Belief] = {}
    answers: dict[Sequence[Candidate], int] = {}
    ids = {span: answers.setdefault(some, len(answers)) for span, some in found.items()}
    for last_pass in (False, True):
        known: dict[tuple[int, PlaceKind | None, tuple[str, str] | None], Belief] = {}  # names of one answer share it
        for members in groups.values():
            tellings = [stated(toponyms, i, found, at) for i in members]
            told = next((s for s in tellings if s), None)
            for i in members:
                spot = toponyms[i]
                if spot.how != "facility" and spot.span in found:
                    key = (ids[spot.span], spot.kind, told)
                    if key not in known:
                        known[key] = _believed(spot, _considered(found[spot.span], told), around, told)
                    beliefs[spot.span] = known[key]
        if not last_pass:
            sure = [(b[0][0].lat, b[0][0].lon) for b in beliefs.values() if b[0][1] > 0.75 and not is_area(b[0][0])]
            around.points = list(dict.fromkeys(sure))[:_POINTS]
            for belief in beliefs.values():
                if belief[0][1] > 0.75 and not is_area(belief[0][0]):
                    region = region_key(belief[0][0])
                    around.regions[region] = around.regions.get(region, 0.0) + 0.25
                    around.countries[region[0]] = around.countries.get(region[0], 0.0) + 0.15
    return beliefs


def _group(spot: Spot, found: Mapping[Span, Sequence[Candidate]]) -> str:
    """One sense a document: names with the same likeliest candidate and the same kind go together."""
    first = next(iter(found.get(spot.span, ())), None)
    return f"{first.geonames_id} {first.name} {spot.kind}" if first else f"{spot.span}"


def _believed(spot: Spot, candidates: Sequence[Candidate], around: Surroundings, told: tuple[str, str] | None) -> Belief:
    """Shares of the candidates; `told` is the country and region that the text says they lie in."""
    weights = []
    for order, candidate in enumerate(candidates):
        value = weight(candidate, around, spot.kind) - 0.04 * order
        weights.append(value + (3.0 if told and lies_in(candidate, told) else -2.0 if told else 0.0))
    # Where the text says in which region the place lies and the index has none there, the place is one that the index lacks.
    elsewhere = told is not None and not any(lies_in(c, told) for c in candidates)
    ordered = sorted(zip(candidates, shares(weights), strict=True), key=lambda pair: -pair[1])
    best = ordered[0][0]
    trust = 1.0
    if elsewhere and not is_area(best):
        trust = 0.2
    elif best.match == "variant" and told is None:
        trust = _VARIANT_TRUST
    elif best.match != "exact" and told is None and not is_area(best) and not around.theatre.get(best.country):
        trust = 0.25  # folding joins names of other alphabets; here it joined two names
    return tuple((c, share * trust) for c, share in _merged(ordered))


def _considered(candidates: Sequence[Candidate], told: tuple[str, str] | None) -> Sequence[Candidate]:
    """Without forms of neighbouring languages where the very name is known, unless only they lie where the text says."""
    plain = [c for c in candidates if c.match != "variant"]
    if not plain or (told and not any(lies_in(c, told) for c in plain) and any(lies_in(c, told) for c in candidates)):
        return candidates
    return plain


def _city_region(candidate: Candidate) -> bool:
    """Is it a city that is a region of its own, as "Kyiv City"? Beside the city it is no other place."""
    return candidate.feature == "ADM1" and candidate.name.endswith(" City")


def _merged(ordered: Sequence[tuple[Candidate, float]]) -> Belief:
    """Candidates of one kind beside each other are one place: its belief is theirs together."""
    kept: list[tuple[Candidate, float]] = []
    for candidate, share in ordered[:_WEIGHED]:
        for i, (other, sum_of) in enumerate(kept):
            alike = is_area(other) == is_area(candidate) or _city_region(candidate)
            if alike and kilometres((other.lat, other.lon), (candidate.lat, candidate.lon)) < _SAME_KM:
                kept[i] = (other, sum_of + share)
                break
        else:
            kept.append((candidate, share))
    return tuple(sorted(kept, key=lambda pair: -pair[1]))


def _main_settlement(toponyms: Sequence[Spot], beliefs: Mapping[Span, Belief], at: Scene) -> dict[int, Candidate]:
    """For each facility (by its first token) the settlement named nearest before it, else the one that the text names most."""
    counts: dict[tuple[float, float], tuple[float, Candidate]] = {}
    located = []
    for n, spot in enumerate(toponyms):
        belief = beliefs.get(spot.span, ())
        if belief and belief[0][1] >= LEAST_SHARE and not is_area(belief[0][0]) and spot.how == "name":
            here = belief[0][0]
            located.append((spot, here))
            count = counts.get((here.lat, here.lon), (0.0, here))[0]
            counts[here.lat, here.lon] = (count + 1 + (0.5 if n < 3 else 0.0), here)
    if not counts:
        return {}
    common = max(counts.values(), key=lambda pair: pair[0])[1]
    beside = {at.words.sentences[other.first]: here for other, here in located}  # the last of a sentence
    return {spot.first: beside.get(at.words.sentences[spot.first], common) for spot in toponyms if spot.how == "facility"}
