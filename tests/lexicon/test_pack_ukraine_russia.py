"""The conflict pack ukraine-russia as data: its fields, closed lists, references and names."""

import json
import re
import tomllib
import zoneinfo
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "src/sayso/lexicon/packs/ukraine_russia"
LANGUAGES = ("en", "ru", "uk", "fr")
ACTOR_KINDS = {
    "military", "government", "armed group", "police", "emergency service", "health", "local authority", "political", "international",
    "monitor", "company", "religious", "media", "person-other",
}  # fmt: skip
OUTLET_KINDS = {"agency", "outlet", "platform", "channel"}
ACTOR_FIELDS = ("id", "kind", "names", "aliases", "person", "office", "in_office", "body", "sides", "country", "area", "source")
ACTOR_EXTRAS = {"surname", "surname_aliases", "office_aliases", "other_offices", "descriptions", "metonyms", "risky_aliases", "ambiguous"}
OUTLET_FIELDS = (
    "id", "names", "aliases", "kind", "lang", "zone", "country", "controlled_by", "side", "voice_of", "domains", "handles", "source",
)  # fmt: skip
OUTLET_EXTRAS = {"risky_aliases", "context"}

# Words of everyday speech that are titles too, and role words that only a context resolves. None may be a plain name.
COMMON = {
    "en": """
        the ministry | ministry | the army | army | the unit | unit | the governor | governor | the mayor | mayor |
        president | the president | the agency | agency | world | the world | mirror | the mirror | sun | the sun | time
        | times | the times | independent | telegraph | guardian | news | truth | country | the country | star | rain |
        view | public | censor | base | shot | mash | ash | signal | max | x | sky | fox | mail | bell | project |
        layout | legion | the legion | corps | battalion | regiment | official | officials | authorities | spokesman |
        media | channel | world service | who | liberation | freedom | focus | insider | express | the point | the cross
        | threads | amnesty | memorial | concord | francis | deep state
    """,
    "ru": """
        министерство | армия | подразделение | губернатор | мэр | президент | агентство | правда | известия | страна |
        звезда | дождь | база | взгляд | лента | газета | зеркало | вести | время | мир | правительство | власти |
        военные | легион | полк | бригада | батальон | спутник | пепел | медуза | проект | вёрстка | верстка | фокус |
        лига | цензор | новое время | настоящее время | вот так | шот | макс | х | служба | штаб | полиция | сообщество
        | единство | фонарь | блокнот | схемы | общественное | два майора | важные истории
    """,
    "uk": """
        міністерство | армія | підрозділ | губернатор | мер | президент | агентство | правда | країна | база | дзеркало
        | час | світ | уряд | влада | військові | легіон | полк | бригада | батальйон | суспільне | громадське | ліга |
        фокус | заборона | схеми | ґрати | попіл | пепел | х | служба | штаб | поліція | мілітарний | спротив | думська
    """,
    "fr": """
        ministère | le ministère | armée | l’armée | unité | gouverneur | maire | président | agence | monde | le monde
        entier | miroir | soleil | temps | étoile | pluie | vérité | pays | légion | la légion | corps | bataillon |
        régiment | autorités | porte-parole | chaîne | libération | point | croix | le temps | signal | max | x |
        insider | express | guardian | times
    """,
}
COMMON_WORDS = {lang: {" ".join(word.split()) for word in words.split("|")} for lang, words in COMMON.items()}
Row = dict[str, Any]


def rows(file: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / file).read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def head() -> Row:
    return tomllib.loads((FOLDER / "pack.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def actors() -> list[Row]:
    return rows("actors.jsonl")


@pytest.fixture(scope="module")
def outlets() -> list[Row]:
    return rows("outlets.jsonl")


def plain_names(row: Row, lang: str) -> list[str]:
    return [row["names"][lang], *row["aliases"].get(lang, ())]


def test_the_pack_is_as_large_as_promised(actors: list[Row], outlets: list[Row]) -> None:
    assert len(actors) >= 250
    assert len(outlets) >= 150


@pytest.mark.parametrize("file", ["actors.jsonl", "outlets.jsonl"])
def test_the_lines_are_plain_utf8_json_sorted_by_an_id_given_once(file: str) -> None:
    text = (FOLDER / file).read_text("utf-8")
    assert text.endswith("\n")
    assert not [bad for bad in ("\\u", "\ufffd") if bad in text]
    ids = [row["id"] for row in rows(file)]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in ids)


def test_no_id_is_both_an_actor_and_an_outlet(actors: list[Row], outlets: list[Row]) -> None:
    assert not {a["id"] for a in actors} & {o["id"] for o in outlets}


def test_every_actor_has_the_fields_and_no_unknown_ones(actors: list[Row]) -> None:
    for actor in actors:
        assert set(ACTOR_FIELDS) <= actor.keys() <= set(ACTOR_FIELDS) | ACTOR_EXTRAS, actor["id"]
        assert actor["kind"] in ACTOR_KINDS, actor["id"]
        assert isinstance(actor["person"], bool)


def test_every_outlet_has_the_fields_and_no_unknown_ones(outlets: list[Row]) -> None:
    for outlet in outlets:
        assert set(OUTLET_FIELDS) <= outlet.keys() <= set(OUTLET_FIELDS) | OUTLET_EXTRAS, outlet["id"]
        assert outlet["kind"] in OUTLET_KINDS, outlet["id"]


def test_every_row_is_marked_unverified_until_somebody_has_checked_it(actors: list[Row], outlets: list[Row]) -> None:
    assert {row["source"] for row in [*actors, *outlets]} == {"unverified"}


def test_everybody_is_named_in_all_four_languages(actors: list[Row], outlets: list[Row]) -> None:
    for row in [*actors, *outlets]:
        assert {lang for lang, name in row["names"].items() if name} == set(LANGUAGES), row["id"]
        assert set(row["aliases"]) == set(LANGUAGES), row["id"]


def test_russian_and_ukrainian_names_of_state_bodies_are_in_cyrillic_and_the_others_in_latin(actors: list[Row]) -> None:
    for actor in actors:
        if actor["country"] in ("RU", "UA") and actor["kind"] not in ("company", "monitor", "armed group"):
            assert all(re.search("[а-яіїєґё]", actor["names"][lang], re.I) for lang in ("ru", "uk")), actor["id"]
            assert not any(re.search("[а-яіїєґё]", actor["names"][lang], re.I) for lang in ("en", "fr")), actor["id"]


def test_no_word_mixes_latin_and_cyrillic_letters(actors: list[Row], outlets: list[Row]) -> None:
    told = {"АрміяInform", "АрмияInform", "FREEДОМ"}  # they write themselves so
    for row in [*actors, *outlets]:
        for lang in LANGUAGES:
            for word in re.findall(r"\w+", " ".join(plain_names(row, lang))):
                assert word in told or not (re.search("[a-z]", word, re.I) and re.search("[а-яіїєґё]", word, re.I)), (row["id"], word)


def test_ukrainian_names_have_no_letter_that_only_russian_has(actors: list[Row]) -> None:
    for actor in actors:
        assert not re.search("[ыэъё]", actor["names"]["uk"], re.I), actor["id"]
        assert not re.search("[іїєґ]", actor["names"]["ru"], re.I) or actor["id"] == "by-hajun", actor["id"]


def test_the_sides_are_the_four_of_the_header(head: Row, actors: list[Row], outlets: list[Row]) -> None:
    sides = {side["id"] for side in head["sides"]}
    assert sides == {"Russia", "Ukraine", "anti-Kremlin Russian units", "other"}
    for actor in actors:
        assert actor["sides"], actor["id"]
        for tenure in actor["sides"]:
            assert set(tenure) == {"side", "from", "to"}, actor["id"]
            assert tenure["side"] in sides, actor["id"]
    assert {outlet["side"] for outlet in outlets} <= sides | {None}
    assert {t["side"] for a in actors for t in a["sides"]} == sides


def test_each_side_is_labelled_in_four_languages_and_defined_by_what_it_states(head: Row) -> None:
    flags = {"#0057b7", "#005bbb", "#ffd700", "#ffd500", "#0039a6", "#d52b1e", "#ff0000", "#ffffff"}
    for side in head["sides"]:
        assert set(side["labels"]) == set(LANGUAGES)
        assert side["id"] == "other" or "from stated affiliation" in side["definition"]
        assert not {side["colour"].lower(), side["colour_dark"].lower()} & flags
    for key in ("colour", "colour_dark", "marker"):
        assert len({side[key] for side in head["sides"]}) == len(head["sides"])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_colours_of_sides_can_be_read_on_white_and_on_dark(head: Row) -> None:
    for side in head["sides"]:
        assert 1.05 / (luminance(side["colour"]) + 0.05) >= 4.5, side["id"]
        assert (luminance(side["colour_dark"]) + 0.05) / (luminance("#14181c") + 0.05) >= 4.5, side["id"]


def test_the_header_says_what_it_covers_and_from_which_viewpoint(head: Row) -> None:
    assert (head["name"], head["licence"]) == ("ukraine-russia", "CC0-1.0")
    assert head["version"]
    assert set(head["title"]) == set(head["languages"]) == set(LANGUAGES)
    assert head["viewpoint"]["name"] == "internationally recognised borders"
    assert set(LANGUAGES) <= head["viewpoint"].keys()
    assert head["theatre"]["countries"] == ["UA", "RU", "BY", "MD"]
    for region in head["theatre"]["regions"]:
        assert region["iso"].startswith(region["country"] + "-"), region
        assert region["country"] in head["theatre"]["countries"], region
    crimea = [r["country"] for r in head["theatre"]["regions"] if r["name"] in ("Crimea", "Sevastopol")]
    assert crimea == ["UA", "UA"]


def test_bodies_and_voices_are_actors_of_the_pack(actors: list[Row], outlets: list[Row]) -> None:
    ids = {actor["id"] for actor in actors}
    for actor in actors:
        assert actor["body"] is None or actor["body"] in ids - {actor["id"]}, actor["id"]
        assert all(office["body"] in ids for office in actor.get("other_offices", ())), actor["id"]
    assert all(outlet["voice_of"] in ids for outlet in outlets if outlet["voice_of"])


def test_no_body_belongs_to_itself_through_others(actors: list[Row]) -> None:
    body = {actor["id"]: actor["body"] for actor in actors}
    for start in body:
        seen, at = set(), start
        while body[at]:
            assert at not in seen, start
            seen.add(at)
            at = body[at]


def test_persons_are_office_holders_or_public_politicians(actors: list[Row]) -> None:
    bodies = {actor["id"]: actor for actor in actors if not actor["person"]}
    for actor in actors:
        if actor["person"]:
            assert actor["body"] in bodies, actor["id"]
            assert actor["office"] or actor.get("descriptions"), actor["id"]
            assert actor["kind"] == bodies[actor["body"]]["kind"] or actor["kind"] == "political", actor["id"]
        else:
            assert (actor["office"], actor["in_office"], actor.get("surname")) == (None, None, None), actor["id"]


def test_an_office_is_named_in_all_four_languages(actors: list[Row]) -> None:
    for actor in actors:
        for office in [actor["office"], *(o["office"] for o in actor.get("other_offices", ()))]:
            assert office is None or (set(office) == set(LANGUAGES) and all(office.values())), actor["id"]


def test_dates_are_days_in_order_within_one_lifetime(actors: list[Row]) -> None:
    for actor in actors:
        spans = [
            actor["in_office"],
            *(o["in_office"] for o in actor.get("other_offices", ())),
            *([t["from"], t["to"]] for t in actor["sides"]),
        ]
        for span in filter(None, spans):
            start, end = (date.fromisoformat(day) if day else None for day in span)
            assert not (start and end) or start < end, actor["id"]
            assert all(day is None or 1990 <= day.year <= 2026 for day in (start, end)), actor["id"]


def test_no_two_holders_of_one_regional_office_overlap(actors: list[Row]) -> None:
    held = defaultdict(list)
    for actor in actors:
        if actor["person"] and actor["kind"] == "local authority" and actor["office"] and actor["in_office"]:
            start, end = actor["in_office"]
            if start and end:
                held[actor["office"]["en"]].append((start, end, actor["id"]))
    for terms in held.values():
        for (_, end, _), (start, _, who) in zip(sorted(terms), sorted(terms)[1:], strict=False):
            assert end <= start, who


def test_a_name_shared_by_two_actors_is_declared_ambiguous_by_both(actors: list[Row]) -> None:
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        surnames = {lang: [actor.get("surname", {}).get(lang), *actor.get("surname_aliases", {}).get(lang, ())] for lang in LANGUAGES}
        for lang in LANGUAGES:
            for name in filter(None, [*plain_names(actor, lang), *surnames[lang], *actor.get("metonyms", {}).get(lang, ())]):
                holders[lang, name.casefold()].add(actor["id"])
    declared = {actor["id"]: {name.casefold() for name in actor.get("ambiguous", ())} for actor in actors}
    for (lang, name), ids in holders.items():
        if len(ids) > 1:
            assert all(name in declared[key] for key in ids), (lang, name, sorted(ids))


def test_no_outlet_shares_a_name_with_an_actor_or_another_outlet(actors: list[Row], outlets: list[Row]) -> None:
    names_of_actors = {name.casefold() for actor in actors for lang in LANGUAGES for name in plain_names(actor, lang)}
    holders: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets:
        for lang in LANGUAGES:
            for name in plain_names(outlet, lang):
                holders[name.casefold()].add(outlet["id"])
    assert not [name for name, ids in holders.items() if len(ids) > 1]
    assert not holders.keys() & names_of_actors


def test_no_risky_name_stands_among_the_plain_names_of_any_language(actors: list[Row], outlets: list[Row]) -> None:
    plain = {name for row in [*actors, *outlets] for lang in LANGUAGES for name in plain_names(row, lang)}
    plain |= {name for actor in actors for name in actor.get("surname", {}).values()}
    risky = {name for row in [*actors, *outlets] for names in row.get("risky_aliases", {}).values() for name in names}
    assert len(risky) > 50
    assert not risky & plain


def test_no_plain_name_is_a_common_word_or_a_role_that_only_context_resolves(actors: list[Row], outlets: list[Row]) -> None:
    for row in [*actors, *outlets]:
        for lang in LANGUAGES:
            for name in plain_names(row, lang):
                assert name.casefold() not in COMMON_WORDS[lang], (row["id"], name)
                assert len(name) > 1, (row["id"], name)
                assert name == " ".join(name.split()), (row["id"], name)


def test_no_name_of_one_word_is_in_small_letters_unless_the_bearer_writes_it_so(actors: list[Row], outlets: list[Row]) -> None:
    told = {"hromadske", "вагнеровцы", "вагнерівці", "тероборона", "азовцы", "азовці", "телеграм-канал", "бундесвер", "n-tv", "7x7", "7х7"}
    for row in [*actors, *outlets]:
        for lang in LANGUAGES:
            for name in plain_names(row, lang):
                several_words = " " in name or "." in name
                assert several_words or name != name.lower() or name in told, (row["id"], name)


def test_machine_translated_titles_are_taken_in_relay_constructions_only(outlets: list[Row]) -> None:
    risky = {outlet["id"]: outlet.get("risky_aliases", {}) for outlet in outlets}
    told = [
        ("le-monde", "en", "world"),
        ("die-welt", "en", "the world"),
        ("die-zeit", "en", "the time"),
        ("novaya-gazeta", "en", "New Newspaper"),
    ]
    for outlet, lang, title in [*told, ("strana-ua", "ru", "Страна"), ("x-twitter", "en", "X")]:
        assert title in risky[outlet][lang], outlet


def test_no_alias_is_given_twice_or_repeats_the_name(actors: list[Row], outlets: list[Row]) -> None:
    for row in [*actors, *outlets]:
        for lang in LANGUAGES:
            names = plain_names(row, lang)
            assert len(names) == len(set(names)), (row["id"], lang)


def test_zones_are_known_and_a_voice_has_the_side_of_its_actor(actors: list[Row], outlets: list[Row]) -> None:
    known = zoneinfo.available_timezones()
    side_of = {actor["id"]: actor["sides"][-1]["side"] for actor in actors}
    for outlet in outlets:
        assert outlet["zone"] is None or outlet["zone"] in known, outlet["id"]
        if outlet["voice_of"]:
            expected = side_of[outlet["voice_of"]]
            assert outlet["side"] == (None if expected == "other" else expected), outlet["id"]


def test_domains_and_handles_lead_to_one_outlet(outlets: list[Row]) -> None:
    for field, form in (("domains", r"[\w-]+(\.[\w-]+)+"), ("handles", r"@\w+")):
        found = [value.casefold() for outlet in outlets for value in outlet[field]]
        assert len(found) == len(set(found)), field
        assert all(re.fullmatch(form, value) for value in found), field


def test_both_sides_states_have_their_main_voices_named_alike(actors: list[Row]) -> None:
    ids = {actor["id"] for actor in actors}
    bodies = "gov presidency mod armed-forces general-staff mfa navy border-service prosecutor-general air-defence"
    for body in bodies.split():
        assert {f"ru-{body}", f"ua-{body}"} <= ids, body


def test_wording_takes_no_side(actors: list[Row], outlets: list[Row]) -> None:
    loaded = re.compile(
        r"terroris|\bregime\b|puppet|nazi|bandit|liberat(?:ed|ors)\b|террор|режим|нацист|боевик|карател|марионет|каратель|окупант|оккупант|рашист|\bорк[иі]?\b"
        r"|гауляйтер|колаборант|бойовик|ватажок|путчист|néonazi|\brégime\b",
        re.I,
    )
    for row in [*actors, *outlets]:
        worded = ("names", "aliases", "office", "office_aliases", "descriptions", "controlled_by")
        text = json.dumps([row.get(field) for field in worded], ensure_ascii=False)
        assert not loaded.search(text), (row["id"], loaded.search(text))


def test_names_shown_for_occupied_territory_say_who_appointed(actors: list[Row]) -> None:
    said = {"en": "Russian-installed", "ru": "азначенн", "uk": "ризначен", "fr": "installée par la Russie"}
    for actor in actors:
        if actor["id"].startswith("ru-occ-") and actor["id"] != "ru-occ-znpp":
            assert actor["country"] == "UA"
            assert all(mark in actor["names"][lang] for lang, mark in said.items() if lang != "en"), actor["id"]
            assert "Russian-installed" in actor["names"]["en"], actor["id"]
