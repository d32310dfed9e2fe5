"""Origins: who said it first."""

from telling import read_report

from sayso.incidents.origins import document_origins, family_origins, origins
from sayso.record.origin import Family


def test_thirty_reprints_of_one_statement_are_one_origin():
    reports = [
        read_report({"speaker": "Ministry of Defence", "document": f"d{n}", "outlet": f"paper {n}", "relays": [f"agency {n % 3}"]}, n)
        for n in range(30)
    ]
    (origin,) = origins(reports)
    assert len(origin.documents) == 30
    assert origin.name == "Ministry of Defence"
    assert origin.reasons


def test_copies_that_quote_nobody_are_one_origin():
    reports = [read_report({"document": f"d{n}", "outlet": f"paper {n}"}, n) for n in range(30)]
    assert len(origins(reports)) == 30
    family = Family(id="fam-1", documents=tuple(f"d{n}" for n in range(30)), first="d0")
    assert len(origins(reports, [family])) == 1


def test_posts_that_forward_a_channel_share_its_origin():
    reports = [read_report({"document": name, "outlet": name}, n) for n, name in enumerate(("channel", "first", "second"))]
    forwards = {"first": "channel", "second": "channel"}
    assert len(origins(reports, forwards=forwards)) == 1


def test_a_relayed_agency_is_the_origin_where_no_speaker_is_known():
    own = read_report({"document": "a", "outlet": "Meridian Wire"}, 1)
    relayed = [read_report({"document": n, "outlet": n, "relays": ["Meridian Wire"], "narrated": False}, i) for i, n in enumerate("bc", 2)]
    assert len(origins([own, *relayed])) == 1


def test_two_speakers_in_one_document_are_two_origins():
    reports = [read_report({"document": "d", "speaker": name}, n) for n, name in enumerate(("Ministry", "Legion"))]
    assert len(origins(reports)) == 2


def test_joint_speakers_are_one_origin_in_whatever_order_they_are_named():
    reports = [read_report({"document": str(n), "speaker": {"members": names}}, n) for n, names in enumerate((["A", "B"], ["B", "A"]))]
    assert len(origins(reports)) == 1


def test_documents_with_one_speaker_on_one_incident_have_one_origin_and_on_two_have_two():
    reports = [read_report({"document": str(n), "speaker": "Governor"}, n) for n in range(3)]
    where = {reports[0].id: "i-1", reports[1].id: "i-1", reports[2].id: "i-2"}
    found = document_origins(reports, incident_of=where)
    assert found["0"] == found["1"] != found["2"]


def test_a_document_without_reports_has_the_origin_of_its_family():
    family = Family(id="fam-1", documents=("a", "b"), first="a")
    assert family_origins([family], {"a": "o-1"}) == {"a": "o-1", "b": "o-1"}
    assert len(set(family_origins([family]).values())) == 1


def test_a_document_that_relays_one_wire_goes_back_to_whom_the_wire_does():
    wire = read_report({"document": "w", "outlet": "Meridian Wire", "published": "2031-05-04", "speaker": "Legion"}, 1)
    story = read_report(
        {"document": "s", "outlet": "Desk", "published": "2031-05-04", "speaker": "the unit", "relays": ["Meridian Wire"]}, 2
    )
    digest = read_report({"document": "g", "outlet": "Sum", "published": "2031-05-04", "relays": ["Meridian Wire", "Harbour News"]}, 3)
    same = dict.fromkeys([wire.id, story.id, digest.id], "i-1")
    found = document_origins([wire, story, digest], incident_of=same)
    assert found["w"] == found["s"] != found["g"]
    other = same | {story.id: "i-2"}
    assert document_origins([wire, story], incident_of=other)["s"] != found["w"]


def test_two_outlets_that_relay_each_other_do_not_go_round_in_circles():
    reports = [
        read_report({"document": d, "outlet": d, "published": "2031-05-04", "relays": [r]}, n)
        for n, (d, r) in enumerate((("aaaa", "bbbb"), ("bbbb", "aaaa")))
    ]
    assert set(document_origins(reports, incident_of=dict.fromkeys([r.id for r in reports], "i"))) == {"aaaa", "bbbb"}


def test_a_rewrite_that_credits_a_wire_and_tells_what_its_speakers_said_goes_back_to_it():
    row = {"published": "2031-05-04", "lang": "en"}
    cast = [{"name": "Free Legion", "id": "legion"}, {"name": "Governor", "id": "governor"}]
    wire = [read_report(row | {"document": "w", "outlet": "Meridian Wire", "speaker": who}, n) for n, who in enumerate(cast)]
    story = [read_report(row | {"document": "s", "outlet": "Quai", "lang": "fr", "speaker": who}, n) for n, who in enumerate(cast, 5)]
    other = [read_report(row | {"document": "o", "outlet": "Desk", "speaker": {"name": n, "id": n}}, i) for i, n in enumerate("xy", 10)]
    told = [*wire, *story, *other]
    same = dict.fromkeys([report.id for report in told], "i-1")
    credited = {"s": ("Meridian Wire",), "o": ("Meridian Wire",)}
    found = document_origins(told, incident_of=same, credits=credited)
    assert found["s"] == found["w"] != found["o"]
    assert document_origins(story, incident_of=same, credits=credited)["s"]


def test_the_earliest_copy_names_the_origin_whatever_zones_times_are_told_in():
    rows = [("early", "2031-05-04T13:10:00+03:00"), ("late", "2031-05-04T12:30:00+00:00")]
    reports = [read_report({"document": name, "outlet": name, "published": at}, n) for n, (name, at) in enumerate(rows)]
    (origin,) = origins(reports, [Family(id="fam-1", documents=("early", "late"), first="early")])
    assert origin.name == "early"


def test_a_document_rests_on_the_earlier_dispatch_whatever_zones_times_are_told_in():
    told = {"incident_of": {}, "credits": {}}
    rows = [("a", "Meridian Wire", "2031-05-04T13:10:00+03:00", "Mayor"), ("b", "Meridian Wire", "2031-05-04T12:30:00+00:00", "Governor")]
    wires = [read_report({"document": d, "outlet": o, "published": at, "speaker": who}, n) for n, (d, o, at, who) in enumerate(rows)]
    row = {"document": "c", "outlet": "Post", "published": "2031-05-04T20:00:00+00:00", "speaker": "Mayor", "relays": ["Meridian Wire"]}
    relayed = read_report(row | {"speaker": "Miller"}, 3)
    told["incident_of"] = {report.id: "i-1" for report in (*wires, relayed)}
    found = document_origins([*wires, relayed], **told)
    assert found["c"] == found["a"] != found["b"]
