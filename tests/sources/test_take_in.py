"""Files, folders and archives: what is in them comes out, what is not is told."""

import gzip
import io
import json
import os
import time
import zipfile
from datetime import UTC, date, datetime

import pytest

from sayso.errors import InputError
from sayso.record.document import Document, Unread
from sayso.sources import files, take_in
from sayso.sources.lines import given
from sayso.sources.take_in import documents

RUSSIAN = "Губернатор Орлин сообщил, что над районом сбиты два беспилотника. Пострадавших нет, дома целы."
FRENCH = "Le préfet a déclaré que la brigade était arrivée près du pont détruit. Les blessés sont à l'hôpital."


def only(paths, **options):
    (found,) = documents([str(paths)], **options)
    return found


def written(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_taken_as_it_is(tmp_path):
    found = only(written(tmp_path, "a.txt", "\ufeffTwo dead.\r\nNo more.\r\n"))
    assert found.text == "Two dead.\r\nNo more.\r\n"
    assert (found.published, found.outlet) == (None, None)


def test_front_matter_gives_the_fields_and_is_no_text(tmp_path):
    head = '---\noutlet: "Harbour Gazette"\npublished: 2024-03-12T14:25:00+01:00\nurl: https://h.example/a:b\nlang: en\n---\n'
    found = only(written(tmp_path, "a.md", head + "# Bridge burned\n\nTwo dead."))
    assert found.text.startswith("# Bridge burned")
    assert (found.outlet, found.url, found.lang, found.title) == ("Harbour Gazette", "https://h.example/a:b", "en", "Bridge burned")
    assert found.published.isoformat() == "2024-03-12T14:25:00+01:00"


def test_two_rules_with_prose_between_are_no_front_matter(tmp_path):
    text = "---\nTwo dead in the port\n---\nMore."
    assert only(written(tmp_path, "a.md", text)).text == text


def test_what_the_caller_says_stands_in_where_the_document_does_not_tell(tmp_path):
    path = written(tmp_path, "a.txt", "---\nlang: uk\n---\nДвоє.")
    found = only(path, published="2024-03-12", outlet="@kordon", lang="ru")
    assert (found.published, found.outlet, found.lang) == (date(2024, 3, 12), "@kordon", "uk")
    assert found.id != only(path).id
    with pytest.raises(InputError, match="no date"):
        only(path, published="someday")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (FRENCH, "cp1252"), (RUSSIAN, "utf-16"), (RUSSIAN, "utf-8-sig"), (FRENCH, "utf-32")],
)
def test_encodings_are_told_or_inferred(tmp_path, text, encoding, caplog):
    found = only(written(tmp_path, "a.txt", text.encode(encoding)))
    assert found.text == text
    assert bool(caplog.records) == (not encoding.startswith("utf"))


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("a.bin", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"\xf0\x28\x8c\x28 \xaa\xbb\xcc x \xfe", "encoding"),
        ("a.docx", b"PK\x03\x04....", "office document"),
        ("a.json", b'{"a": [1, 2', "no JSON"),
        ("a.json", b'{"a": 1}', '"text" is missing'),
        ("a.json", b"[" * 100_000, "no JSON"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no words"),
        ("utf16.txt", b"\xff\xfe\x00\xd8\x00", "utf-16"),
        ("a.zip", b"PK\x03\x04broken", "ZIP"),
        ("a.gz", b"\x1f\x8bbroken", "unpacked"),
        ("a.jsonl", b"\n", "empty"),
    ],
)
def test_what_is_no_report_is_refused_with_a_reason(tmp_path, name, content, why):
    found = only(written(tmp_path, name, content))
    assert isinstance(found, Unread)
    assert why in found.why
    assert found.where.endswith(name) or name in found.where
    assert found.then


def test_a_text_with_a_nul_is_read_through(tmp_path):
    assert only(written(tmp_path, "a.txt", "Two\x00 dead in the port of Orlen, the prefect said.")).text[3] == "\x00"


def test_a_folder_is_read_in_order_and_one_bad_file_stops_nothing(tmp_path):
    written(tmp_path, "b.txt", "Second.")
    written(tmp_path, "a/z.txt", "First.")
    written(tmp_path, "c.txt", b"")
    written(tmp_path, ".hidden", "Not this.")
    os.symlink(tmp_path / "b.txt", tmp_path / "d.txt")
    os.symlink(tmp_path, tmp_path / "loop")
    os.symlink(tmp_path / "gone", tmp_path / "e.txt")
    found = list(documents([str(tmp_path)]))
    assert [f.text if isinstance(f, Document) else f.why for f in found] == [
        "First.",
        "Second.",
        "the file is empty",
        "it is a link",
        "it is a link",
        "it is a link",
    ]


def test_a_link_named_outright_is_followed_and_one_that_leads_nowhere_is_refused(tmp_path):
    os.symlink(written(tmp_path, "a.txt", "Two dead."), tmp_path / "b")
    os.symlink(tmp_path / "gone", tmp_path / "c")
    assert only(tmp_path / "b").text == "Two dead."
    assert "leads nowhere" in only(tmp_path / "c").why


def test_paths_that_are_no_files_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "nothing").mkdir()
    assert "no such file" in only(tmp_path / "gone").why
    assert "device" in only("/dev/null").why
    assert "pipe" in only(tmp_path / "pipe").why
    assert "empty" in only(tmp_path / "nothing").why
    assert "no path" in only("a\x00b").why
    assert isinstance(only("a" * 5000), Unread)


def test_a_file_without_permission_is_refused(tmp_path):
    path = written(tmp_path, "a.txt", "Two dead.")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "cannot be read" in only(path).why


def test_standard_input_is_read(monkeypatch):
    class Stream:
        buffer = io.BytesIO(b"Two dead.")

    monkeypatch.setattr(take_in.sys, "stdin", Stream)
    assert only("-").text == "Two dead."


def test_json_lines_need_no_id_in_a_file(tmp_path):
    lines = [json.dumps({"text": "One.", "outlet": "O"}), "broken", json.dumps({"id": 2, "text": "Two."})]
    found = list(documents([str(written(tmp_path, "a.jsonl", "\n".join(lines)))]))
    assert [getattr(f, "text", None) or f.line for f in found] == ["One.", 2, "Two."]
    assert found[0].name.endswith("a.jsonl:1")
    assert found[2].name == "2"


def test_a_list_of_records_is_read(tmp_path):
    found = list(documents([str(written(tmp_path, "a.json", json.dumps([{"text": "One."}, {"id": "x", "text": 2}])))]))
    assert found[0].text == "One."
    assert '"text" is a number' in found[1].why


def test_a_line_longer_than_a_record_is_refused_and_the_next_one_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_LINE", 1000)
    monkeypatch.setattr("sayso.sources.posts.MOST_BYTES", 1000)
    lines = [json.dumps({"id": 1, "text": "x" * 5000}), json.dumps({"id": 2, "text": "Two."})]
    found = list(documents([str(written(tmp_path, "a.jsonl", "\n".join(lines)))]))
    assert "may have" in found[0].why
    assert found[1].text == "Two."


def test_a_large_file_is_refused_unless_it_comes_in_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 1000)
    assert "split it" in only(written(tmp_path, "a.txt", "word " * 1000)).then
    lines = "\n".join(json.dumps({"id": i, "text": "Two dead."}) for i in range(100))
    assert len(list(documents([str(written(tmp_path, "b.jsonl", lines))]))) == 100


def test_packed_lines_are_read_and_bombs_are_not(tmp_path):
    line = json.dumps({"id": 1, "text": "Two dead."}) + "\n"
    assert only(written(tmp_path, "a.jsonl.gz", gzip.compress(line.encode()))).text == "Two dead."
    assert only(written(tmp_path, "a.txt.gz", gzip.compress(b"Two dead."))).text == "Two dead."
    bomb = gzip.compress(line.encode() * 20 + b" " * 40_000_000)
    found = list(documents([str(written(tmp_path, "b.jsonl.gz", bomb))]))
    assert [f.text for f in found if isinstance(f, Document)] == ["Two dead."] * 20
    assert "unpacks to more" in found[-1].why
    cut = gzip.compress(line.encode() * 1000)[:-30]
    assert any(isinstance(f, Unread) for f in documents([str(written(tmp_path, "c.jsonl.gz", cut))]))


def test_archives_are_read_member_by_member_and_bombs_are_not(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/two.txt", "Second.")
        archive.writestr("a/one.md", "First.")
        archive.writestr("z/bomb.txt", b" " * 15_000_000)
        archive.writestr("../../out.txt", "Outside.")
        archive.writestr("inner.zip", b"PK\x03\x04")
    found = {f.name if isinstance(f, Document) else f.where: f for f in documents([str(tmp_path / "a.zip")])}
    assert {name.removeprefix(f"{tmp_path}/a.zip/"): getattr(f, "text", None) for name, f in found.items()} == {
        "../../out.txt": "Outside.",
        "a/one.md": "First.",
        "b/two.txt": "Second.",
        "inner.zip": None,
        "z/bomb.txt": None,
    }
    assert not (tmp_path.parent / "out.txt").exists()


PAGE = """<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Pont | Le Quai</title>
<meta property="og:site_name" content="Le Quai &amp; Fils"><meta property="og:url" content="https://quai.example/pont">
<meta property="article:published_time" content="2024-03-12T14:25:00+01:00"></head>
<body><nav><ul><li><a href="/">Accueil</a></li></ul></nav><article><h1>Un pont brûle</h1>
<p>Le préfet a déclaré mardi que deux personnes étaient mortes dans l'incendie du pont de la ville haute, sans donner de noms.</p>
<p>Le maire a démenti que la garnison ait quitté la rive gauche et a promis une réunion publique dès mercredi matin.</p></article>
<footer>Tous droits réservés</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path):
    found = only(written(tmp_path, "a.html", PAGE))
    assert "Le préfet a déclaré" in found.text
    assert "Accueil" not in found.text
    assert "droits" not in found.text
    assert (found.outlet, found.url, found.lang) == ("Le Quai & Fils", "https://quai.example/pont", "fr")
    assert found.published.isoformat() == "2024-03-12T14:25:00+01:00"


@pytest.mark.parametrize("cut", [400, 700, 900])
def test_a_page_that_breaks_off_is_read_or_refused(tmp_path, cut):
    assert isinstance(only(written(tmp_path, "a.html", PAGE[:cut])), (Document, Unread))


def test_a_page_in_a_declared_encoding_is_decoded(tmp_path):
    page = PAGE.replace("utf-8", "iso-8859-1").encode("iso-8859-1")
    assert "préfet" in only(written(tmp_path, "a.html", page)).text


def test_a_short_page_is_read_whole(tmp_path):
    assert only(written(tmp_path, "a.html", "<p>Two dead.<br>Bridge &amp; port burn.")).text == "Two dead.\nBridge & port burn."


def post(number, text, **more):
    return {
        "id": number,
        "type": "message",
        "date": "2024-03-12T10:00:00",
        "date_unixtime": "1710230400",
        "from": "Кордон",
        "text": text,
        **more,
    }


def export(*messages):
    return json.dumps({"name": "Кордон", "type": "public_channel", "id": 1, "messages": list(messages)}, ensure_ascii=False, indent=1)


def test_posts_of_an_export_keep_their_words_times_and_forwards(tmp_path):
    service = {"id": 1, "type": "service", "action": "pin_message", "text": ""}
    parts = [{"type": "bold", "text": "Порт."}, " Двое ранены.\n", {"type": "mention", "text": "@kordon"}]
    text = export(
        service,
        post(2, parts, forwarded_from="Рубеж", edited_unixtime="1710234000"),
        post(3, ""),
        post(4, [{"type": "x"}]),
        post(5, "Тихо."),
    )
    written(tmp_path, "photos/photo_1.jpg", b"\xff\xd8\xff")
    written(tmp_path, "result.json", text)
    first, bad, last = documents([str(tmp_path)])
    assert first.text == "Порт. Двое ранены.\n@kordon"
    assert (first.name, first.outlet, first.forwarded_from) == ("Кордон/2", "Кордон", "Рубеж")
    assert first.published == datetime(2024, 3, 12, 8, tzinfo=UTC)
    assert first.edited == datetime(2024, 3, 12, 9, tzinfo=UTC)
    assert bad.where == "post 4 of Кордон"
    assert last.text == "Тихо."


def test_an_export_of_any_size_is_read_post_by_post(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 100_000)
    text = export(*(post(i, f"Пост {i}. " + "слово " * 50) for i in range(5000)))
    path = written(tmp_path, "result.json", text)
    assert len(text.encode()) > 2_000_000
    found = list(documents([str(path)]))
    assert [f.name for f in found] == [f"Кордон/{i}" for i in range(5000)]
    cut = list(documents([str(written(tmp_path, "cut.json", text.encode()[:1_500_000]))]))
    assert isinstance(cut[-1], Unread)
    assert len(cut) > 1000


def test_an_export_cut_within_a_letter_keeps_the_posts_before_it(tmp_path):
    data = export(post(1, "Тихо."), post(2, "Громко.")).encode()
    at = data.index("Громко".encode()) + 3
    whole, cut = documents([str(written(tmp_path, "result.json", data[:at]))])
    assert whole.text == "Тихо."
    assert "after 1 messages" in cut.why
    legacy = list(documents([str(written(tmp_path, "result.txt", "Вчера в порту было тихо и спокойно".encode("cp1251")))]))
    assert [f.text for f in legacy] == ["Вчера в порту было тихо и спокойно"]


def test_a_number_without_end_in_a_post_loses_no_other(tmp_path):
    text = export(post(1, "Тихо."), post(2, "Громко."), post(3, "Пусто.")).replace('"id": 2,', f'"id": {"9" * 5000},')
    assert [f.text for f in documents([str(written(tmp_path, "result.json", text))])] == ["Тихо.", "Громко.", "Пусто."]


@pytest.mark.parametrize("name", ["result.json", "result.json.gz", "export.txt"])
def test_an_export_of_any_size_in_one_line_is_read_post_by_post(tmp_path, monkeypatch, name):
    monkeypatch.setattr(files, "MOST_BYTES", 100_000)
    made = json.loads(export(*(post(i, f"Пост {i}. " + "слово " * 50) for i in range(1000))))
    text = json.dumps(made, ensure_ascii=False)
    assert len(text.splitlines()) == 1
    path = written(tmp_path, name, gzip.compress(text.encode()) if name.endswith(".gz") else text)
    assert [f.name for f in documents([str(path)])] == [f"Кордон/{i}" for i in range(1000)]


def test_what_is_taken_in_twice_is_the_same(tmp_path):
    written(tmp_path, "result.json", export(post(1, "Тихо."), post(2, "Громко.")))
    assert list(documents([str(tmp_path)])) == list(documents([str(tmp_path)]))


HARD_PAGES = {
    "openings": "<nav>" * 200_000,
    "comments": "<!--" * 200_000,
    "deep": "<div>" * 100_000 + "Two dead in the port.",
    "angles": "<" * 500_000,
    "one tag": "<a " + "b=c " * 200_000,
    "metas": "<meta name=x content=y>" * 50_000,
    "paragraphs": "<p>Two dead in the port of Orlen.</p>" * 20_000,
}


@pytest.mark.parametrize("label", HARD_PAGES)
def test_hard_pages_take_bounded_time(tmp_path, label):
    path = written(tmp_path, "a.html", "<html><body>" + HARD_PAGES[label])
    began = time.process_time()
    assert all(isinstance(found, (Document, Unread)) for found in documents([str(path)]))
    assert time.process_time() - began < 60


@pytest.mark.parametrize(
    ("told", "kept"), [("2999-01-01", False), ("2101-01-01T00:00:00Z", False), ("2100-12-31", True), ("2031-03-04", True)]
)
def test_a_document_of_a_year_that_is_not_ours_is_refused(told, kept, tmp_path):
    found = only(written(tmp_path, "a.md", f"---\npublished: {told}\n---\nTwo dead."))
    assert isinstance(found, Document) is kept
    assert kept or (told[:10] in found.why and "set the date right" in found.then)


@pytest.mark.parametrize(("told", "kept"), [("9999-12-31", False), ("2101-01-01T00:00:00+14:00", False), ("2100-12-31", True)])
def test_a_line_of_such_a_year_is_refused_and_the_others_are_read(told, kept):
    lines = [json.dumps({"id": name, "text": "Two dead.", "published": when}).encode() for name, when in (("a", told), ("b", "2031-03-04"))]
    first, second = given(lines)
    assert isinstance(first, Document) is kept
    assert kept or ("2100" in first.why and "set the date right" in first.then and first.name == "a")
    assert isinstance(second, Document)


def test_such_a_year_as_an_option_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(InputError, match="2100"):
        list(documents([str(written(tmp_path, "a.txt", "Two dead."))], published="2150-01-01"))
