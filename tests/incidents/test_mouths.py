"""Mouths: whose news a document is."""

from sayso.incidents.mouths import mouth
from sayso.incidents.origins import document_origins
from sayso.lexicon.loading import built_in
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Speaker, Stance
from sayso.record.document import document
from sayso.record.origin import Family
from sayso.text.span import Span

PACK = built_in("talvenia-kestria")
LAND = next(actor for actor in PACK.actors.values() if actor.metonyms)
BODY = next(actor for actor in PACK.actors.values() if not actor.metonyms and actor.id != LAND.id)
TEXT = "Nobody was hurt when the mill burned at Brod, two people said on the quay, and later a third one too."


def spoken(*speakers, outlet="The Quay Post", starts=0, **fields):
    """An annotation in which these speak one after another: (id or None, name), from a place in the text on."""
    made = document(TEXT, outlet=outlet, **fields)
    claims = tuple(
        Claim(
            id=f"c-{n}",
            document=made.id,
            source=(),
            cue=(),
            content=(Span(starts + n, starts + n + 1),),
            speaker=Speaker(id=key, name=name),
            relays=(),
            stance=Stance.ASSERTS,
            manner=Manner.INDIRECT,
            attribution=Attribution.EXPLICIT,
            confidence=1.0,
        )
        for n, (key, name) in enumerate(speakers)
    )
    return Annotation(document=made, lang="en", claims=claims)


def test_the_first_who_is_quoted_is_whose_news_it_is():
    found = mouth(spoken((None, "the miller"), (None, "the ferryman")))
    assert (found.key, found.rule) == ("the miller", "speaker")


def test_an_outlet_that_collects_listed_voices_after_a_passer_by_tells_its_own_news():
    assert mouth(spoken((None, "a passer-by"), (BODY.id, BODY.name())), PACK).rule == "outlet"


def test_a_wire_hands_on_the_first_listed_voice_after_a_passer_by():
    wire = next(outlet for outlet in PACK.outlets.values() if outlet.kind == "agency")
    assert mouth(spoken((None, "a passer-by"), (BODY.id, BODY.name()), outlet=wire.name()), PACK).key == BODY.id


def test_a_land_as_a_whole_gives_way_to_a_listed_speaker_after_it():
    assert mouth(spoken((LAND.id, LAND.name()), (BODY.id, BODY.name())), PACK).key == BODY.id
    assert mouth(spoken((LAND.id, LAND.name())), PACK).key == LAND.id


def test_where_somebody_is_quoted_only_late_the_outlet_tells_the_news():
    assert mouth(spoken((None, "the miller"), starts=70)).rule == "outlet"


def test_a_forward_is_the_news_of_the_channel_that_it_comes_from():
    assert mouth(spoken((None, "the miller"), forwarded_from="Brod Today")).key == "brod today"


def test_a_bodys_own_channel_speaks_for_the_body():
    channel = next(outlet for outlet in PACK.outlets.values() if outlet.voice_of)
    assert mouth(spoken(outlet=channel.name()), PACK).key == channel.voice_of


def test_two_papers_with_one_mouth_on_one_story_have_one_origin_and_copies_that_of_the_first():
    papers = {name: spoken((None, "the miller"), outlet=name) for name in ("A", "B", "C")}
    documents = {name: paper.document.id for name, paper in papers.items()}
    mouths = {paper.document.id: mouth(paper) for paper in papers.values()} | {"copy": mouth(spoken((None, "nobody in particular")))}
    stories = dict.fromkeys([documents["A"], documents["B"], "copy"], "i-1") | {documents["C"]: "i-2"}
    copies = [Family(id="fam-1", documents=(documents["A"], "copy"), first=documents["A"])]
    found = document_origins((), copies, mouths=mouths, story_of=stories)
    assert found[documents["A"]] == found[documents["B"]] == found["copy"]
    assert found[documents["C"]] != found[documents["A"]]
