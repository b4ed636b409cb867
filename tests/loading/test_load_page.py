import io
from pathlib import Path

import pytest

from langdu.errors import FetchError, LoadError
from langdu.loading import MAX_BYTES, load_page

HTML = "<html><body><p>新しい図書館</p></body></html>"


def test_path(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(HTML, "utf-8")
    for source in (file, str(file)):
        page = load_page(source)
        assert (page.text, page.kind, page.url) == (HTML, "html", None)
        assert page.base == file.as_uri()


def test_a_colon_in_a_file_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes:1").write_text("some words", "utf-8")
    assert load_page("notes:1").text == "some words"


def test_bytes_and_file_objects(tmp_path: Path) -> None:
    assert load_page(HTML.encode("gb18030", "ignore")).kind == "html"
    assert load_page(io.BytesIO(HTML.encode())).base is None
    assert load_page(io.StringIO(HTML)).text == HTML
    file = tmp_path / "page.html"
    file.write_text(HTML, "utf-8")
    with file.open("rb") as stream:
        assert load_page(stream).base == file.as_uri()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(HTML.encode())))
    assert load_page("-").text == HTML


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("words\n<div class='a'>x</div>", "html"),
        ("a < b and b > c", "text"),
        ("标题\n\n正文。", "text"),
        ('{"schema": "langdu/article/1", "blocks": []}', "json"),
        ('{"a": 1', "text"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert load_page(text.encode()).kind == kind


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 20, "not text"),
        (b"\x00" * 500, "not text"),
    ],
)
def test_what_is_no_text(data: bytes, word: str) -> None:
    with pytest.raises(LoadError, match=word):
        load_page(data)


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("ftp://host/a.html", "ftp:"),
        ("file:///etc/hosts", "path itself"),
        ("javascript:alert(1)", "javascript:"),
        ("no/such/file.html", "no file"),
        ("", "empty"),
        ("a\x00b", "cannot be read"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_refused_sources(source: str, word: str) -> None:
    with pytest.raises(LoadError, match=word) as caught:
        load_page(source)
    assert "\n" not in str(caught.value)


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="folder"):
        load_page(tmp_path)


def test_empty_file(tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.touch()
    with pytest.raises(LoadError, match="empty"):
        load_page(file)


def test_too_large() -> None:
    with pytest.raises(LoadError, match="32 MiB"):
        load_page(io.BytesIO(b"a" * (MAX_BYTES + 1)))


def test_closed_file_and_wrong_type() -> None:
    stream = io.StringIO("x")
    stream.close()
    with pytest.raises(LoadError):
        load_page(stream)
    with pytest.raises(LoadError, match="int"):
        load_page(3)  # type: ignore[arg-type]


def test_an_address_without_a_host() -> None:
    with pytest.raises(FetchError):
        load_page("http://")
