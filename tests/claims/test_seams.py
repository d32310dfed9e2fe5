"""The seams of the claims stage: voices, relays with risky names, an encoder's roles, judgements, long texts."""

import time
from dataclasses import replace
from datetime import date

import pytest

from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.record.claim import Attribution, Manner, Stance
from sayso.record.document import document
from sayso.record.judgement import Judgement
from sayso.record.mention import MentionKind
from sayso.record.reading import Link, RoleSpan, StanceScore
from sayso.text.span import Span


def explicit(claims):
    return [claim for claim in claims if claim.attribution is Attribution.EXPLICIT]


def test_an_official_channel_speaks_in_the_voice_of_its_actor(read):
    claims, _ = read("В Нижнем Доле сгорели два дома, погибли двое жителей.", lang="ru", outlet="@gradov_dell")
    assert [(c.attribution, c.speaker.id) for c in claims] == [(Attribution.NARRATION, "governor")]


def test_narration_of_an_unknown_outlet_has_the_outlet_as_speaker(read):
    claims, _ = read("Two soldiers were killed in Lower Dell on Monday.", lang="en", outlet="Dell Daily")
    assert [(c.attribution, c.speaker.name, c.speaker.id) for c in claims] == [(Attribution.NARRATION, "Dell Daily", None)]


def test_the_publishing_outlet_is_never_its_own_relay(read):
    claims, _ = read("Anna Poleva told Harbour Wire that the school was empty.", lang="en", outlet="Harbour Wire")
    assert [c.relays for c in explicit(claims)] == [()]


def test_a_common_word_is_a_relay_only_in_a_relay_construction(read):
    claims, _ = read("Roman Gradov said that the lantern of the tower was broken.", lang="en")
    assert [c.relays for c in explicit(claims)] == [()]


def test_also_read_lines_claim_nothing_and_narrate_nothing(read):
    text = "Two men were killed in Lower Dell.\n\nAlso read: Harbour Wire says two men were killed\n\nNobody else was hurt."
    claims, _ = read(text, lang="en")
    assert all(("Also read" not in text[s.start : s.end + 1] and s.end <= 34) or s.start > 80 for c in claims for s in c.content)


def test_a_forwarded_post_is_told_by_the_channel_it_comes_from(reader, pack):
    text = "В Нижнем Доле сгорели два дома, погибли двое жителей.\n\nАнна Полева заявила, что школа цела."
    post = document(text, lang="ru", outlet="Сводки края", forwarded_from="@gradov_dell")
    reading = reader.reading(post)
    book = lexicon("ru")
    told, said = attribute(reading, names(reading, book, pack), book, pack)
    assert (told.attribution, told.speaker.id) == (Attribution.NARRATION, "governor")
    assert (said.speaker.id, [r.id for r in said.relays]) == ("mayor", ["gradov-channel"])


def test_a_denial_keeps_the_claim_it_denies(read):
    text = "The Heron Legion claimed control of the village of Upper Dell.\n\nNorhaven denied losing control of the village."
    claims, _ = read(text, lang="en")
    claimed, denied = explicit(claims)
    assert (denied.stance, denied.denied) == (Stance.DENIES, claimed.id)


def test_quoted_words_inside_indirect_speech_are_mixed(read):
    claims, _ = read('Roman Gradov said that the attack on the bridge "was thwarted by our brave guards" at dawn.', lang="en")
    assert [c.manner for c in explicit(claims)] == [Manner.MIXED]


def test_a_joint_claim_has_members_with_their_sides(read):
    claims, _ = read("The Heron Legion and the Rook Battalion announced that they had crossed the river.", lang="en")
    (claim,) = explicit(claims)
    assert [(m.id, m.side) for m in claim.speaker.members] == [("heron", "South"), ("rook", "South")]
    assert claim.speaker.side == "South"


def test_roles_of_an_encoder_are_joined_with_speakers_and_relays_and_a_cue_no_lexicon_knows_asserts(reader, pack):
    text = "On Telegram Roman Gradov has it that two houses burned."
    reading = reader.reading(document(text, lang="en", published=date(2024, 3, 12)))
    spans = [Span(12, 24), Span(25, 31), Span(32, 54)]
    assert [s.of(text) for s in spans] == ["Roman Gradov", "has it", "that two houses burned"]
    roles = tuple(RoleSpan(role=r, span=s, score=0.9) for r, s in zip(("source", "cue", "content"), spans, strict=True))
    links = (Link(cue=1, other=0, score=0.9), Link(cue=1, other=2, score=0.9))
    reading = replace(reading, roles=roles, links=links, stances=(StanceScore(cue=1, stance="confirms", score=0.8),))
    book = lexicon("en")
    (claim,) = explicit(attribute(reading, names(reading, book, pack), book, pack))
    assert (claim.speaker.id, claim.stance, [r.name for r in claim.relays]) == ("governor", Stance.ASSERTS, ["Telegram"])
    assert (claim.source, claim.cue, claim.content) == ((spans[0],), (spans[1],), (spans[2],))


def test_a_judgement_takes_a_claim_out(reader, pack):
    text = "Roman Gradov said that two houses burned."
    reading = reader.reading(document(text, lang="en"))
    book = lexicon("en")
    mentions = names(reading, book, pack)
    (claim,) = explicit(attribute(reading, mentions, book, pack))
    refusal = Judgement(
        id="j", about="claim", verdict="none", by="a reader", at="2024-03-13T08:00:00+00:00", document=claim.document, span=claim.content[0]
    )
    assert explicit(attribute(reading, mentions, book, pack, (refusal,))) == []


def test_names_are_linked_to_the_pack(read):
    text = "Губернатор Роман Градов приехал на Северный НПЗ, сообщило Минобороны Норландии."
    _, mentions = read(text, lang="ru")
    found = {m.span.of(text): (m.kind, m.actor) for m in mentions}
    assert found["Роман Градов"] == (MentionKind.PERSON, "governor")
    assert found["Минобороны Норландии"] == (MentionKind.ORGANISATION, "n-mod")
    assert found["Северный НПЗ"][0] is MentionKind.FACILITY


@pytest.mark.parametrize("piece", ['"', "« сказал он. ", "he said, ", "Roman Gradov: ", "— сказал — ", '"A b c d," he said. '])
def test_long_odd_texts_are_answered_in_bounded_time(read, piece):
    began = time.process_time()
    read(piece * 2000)
    assert time.process_time() - began < 60


def encoded(reader, text, parts, score=0.9):
    """A reading whose roles are pieces of the text: {"cue": ..., "source": ..., "content": [...]} for each claim."""
    reading = reader.reading(document(text, lang="en", published=date(2024, 3, 12)))
    roles, links = [], []
    for part in parts:
        cue = len(roles)
        roles.append(RoleSpan(role="cue", span=Span(at := text.index(part["cue"]), at + len(part["cue"])), score=score))
        for role, words in [("source", part.get("source", [])), ("content", part["content"])]:
            for piece in words:
                links.append(Link(cue=cue, other=len(roles), score=score))
                roles.append(RoleSpan(role=role, span=Span(at := text.index(piece), at + len(piece)), score=score))
    return replace(reading, roles=tuple(roles), links=tuple(links))


def told_by(reading, pack):
    book = lexicon("en")
    return [
        (c.speaker and c.speaker.name, c.stance, [s.of(reading.text) for s in c.content])
        for c in explicit(attribute(reading, names(reading, book, pack), book, pack))
    ]


def test_the_rules_add_denials_and_counts_that_an_encoder_did_not_see_and_nothing_else(reader, pack):
    text = (
        "Roman Gradov hinted the road was open. Anna Poleva said that the school was empty. "
        "Anna Poleva denied that the school had burned. Anna Poleva said that 12 houses were empty."
    )
    part = {"cue": "hinted", "source": ["Roman Gradov"], "content": ["the road was open"]}
    assert told_by(encoded(reader, text, [part]), pack) == [
        ("Roman Gradov", Stance.ASSERTS, ["the road was open"]),
        ("Anna Poleva", Stance.DENIES, ["that the school had burned"]),
        ("Anna Poleva", Stance.ASSERTS, ["that 12 houses were empty"]),
    ]


def test_the_rules_do_not_repeat_what_an_encoder_saw(reader, pack):
    text = "Roman Gradov said that the road was open."
    part = {"cue": "said", "source": ["Roman Gradov"], "content": ["the road was open"]}
    assert told_by(encoded(reader, text, [part]), pack) == [("Roman Gradov", Stance.ASSERTS, ["the road was open"])]


def test_the_rule_on_an_encoders_cue_gives_stance_and_source(reader, pack):
    text = "Roman Gradov denied that the road was open."
    part = {"cue": "denied", "content": ["that the road was open"]}
    assert told_by(encoded(reader, text, [part]), pack) == [("Roman Gradov", Stance.DENIES, ["that the road was open"])]


@pytest.mark.parametrize(("score", "count"), [(0.6, 0), (0.95, 1)])
def test_an_encoders_claim_without_cue_word_source_or_quotation_needs_a_high_score(reader, pack, score, count):
    text = "The road near the mill was an open road for all of them."
    part = {"cue": "was", "content": ["an open road for all"]}
    assert len(told_by(encoded(reader, text, [part], score), pack)) == count


def test_a_hole_in_an_encoders_content_is_filled(reader, pack):
    text = "Roman Gradov hinted the old road was open."
    part = {"cue": "hinted", "source": ["Roman Gradov"], "content": ["the old", "was open"]}
    assert told_by(encoded(reader, text, [part]), pack) == [("Roman Gradov", Stance.ASSERTS, ["the old road was open"])]


def test_a_denial_of_entry_denies_the_entry_and_not_the_control(read):
    text = (
        "The Heron Legion claimed control of a village near the border.\n\nThe Rook Battalion said that its men had crossed the border."
        "\n\nNorhaven denied any border violation."
    )
    claims, _ = read(text, lang="en")
    denial = next(c for c in explicit(claims) if c.stance is Stance.DENIES)
    assert next(c for c in claims if c.id == denial.denied).speaker.id == "rook"


@pytest.mark.parametrize(
    "text", ["He fought in the First World War.", "They shot at Enemy Soldiers.", "They took another village, Lozina Rudka, at dawn."]
)
def test_capitals_alone_make_no_person(read, text):
    _, mentions = read(text, lang="en")
    assert [m.name for m in mentions if m.kind is MentionKind.PERSON] == []


@pytest.mark.parametrize(
    "text", ["Mayor Sten Ibsel left.", "Odo Ranke, 54, was there.", "Sten Ibsel was killed.", "Odile Vrann said it burned."]
)
def test_a_title_an_age_a_death_or_a_saying_verb_makes_a_person(read, text):
    _, mentions = read(text, lang="en")
    assert [m.score >= 0.75 for m in mentions if m.kind is MentionKind.PERSON] == [True]


def test_ten_thousand_claims_are_attributed_in_bounded_time(reader, pack):
    text = "Roman Gradov said that two houses in Lower Dell had burned down. " * 10_000
    reading = reader.reading(document(text, lang="en"))
    book = lexicon("en")
    began = time.process_time()
    claims = attribute(reading, names(reading, book, pack), book, pack)
    assert len(claims) == 10_000
    assert time.process_time() - began < 60


def test_where_words_are_glued_the_rules_go_before_an_encoder(reader, pack):
    text = "“The mill of Lower Dell is held by our own forcesThe Heron Legion said on Telegram."
    part = {"cue": "said", "source": [], "content": ["mill of Lower Dell is held by our own forcesThe Heron"]}
    ((speaker, _, content),) = told_by(encoded(reader, text, [part]), pack)
    assert speaker == "Heron Legion"
    assert content[0].endswith("our own forces")
