"""The index: asked for by HTTP, kept, and used from the copy where the network is not."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.errors import MissingModel, PackageError
from langdu.translation.packages import index_cache
from langdu.translation.packages.index import Offer, newest, read_offers
from langdu.translation.packages.index_cache import fetch_index
from tests.loading.web.server import Exchange, serving
from tests.translation.packages.shelf import Heard, Shelf, age_copies, shelved

ROW: dict[str, object] = {
    "from_code": "zh",
    "to_code": "en",
    "package_version": "1.9",
    "links": ["https://a/b"],
}


def test_a_row(shelf: Shelf) -> None:
    digest = "AB" * 32
    assert read_offers([{**ROW, "sha256": digest, "size": 9}]) == [
        Offer("zh", "en", "1.9", ("https://a/b",), 9, digest.lower())
    ]
    assert read_offers([{**ROW, "checksum": f"sha256:{digest}"}])[0].checksum == digest.lower()


@pytest.mark.parametrize(
    "changes",
    [
        {"links": []},
        {"links": "https://a/b"},
        {"links": ["ftp://a/b", "file:///etc/passwd", "ipfs://x", 7]},
        {"from_code": "../x"},
        {"to_code": None},
        {"to_code": "en\n"},
        {"type": "sbd"},
    ],
)
def test_rows_that_offer_no_package_are_passed_over(changes: dict[str, object]) -> None:
    other = {**ROW, "to_code": "ru"}
    assert [offer.pair for offer in read_offers([{**ROW, **changes}, 7, other])] == [("zh", "ru")]


def test_only_links_of_the_web_are_used() -> None:
    links = ["ipfs://x", "https://a/b", "file:///x", "http://c/d"]
    assert read_offers([{**ROW, "links": links}])[0].links == ("https://a/b", "http://c/d")


def test_the_newest() -> None:
    offers = read_offers([{**ROW, "package_version": version} for version in ("1.9", "1.10", "x")])
    assert newest(offers, ("zh", "en")).version == "1.10"
    with pytest.raises(MissingModel, match="no package for en-zh"):
        newest(offers, ("en", "zh"))


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*ROW, "size"]), inner),
)


@settings(max_examples=50, deadline=None)
@given(rows=json_values)
def test_any_json_is_an_index_or_none(rows: object) -> None:
    try:
        offers = read_offers(rows)
    except ValueError:
        return
    assert all(link.startswith("http") for offer in offers for link in offer.links)


def test_a_copy_is_used_then_asked_for_by_its_etag(shelf: Shelf) -> None:
    first = fetch_index(shelf.index)
    assert [offer.pair for offer in first] == [("zh", "en"), ("en", "ja")]
    assert fetch_index(shelf.index) == first
    assert len(shelf.server.requests) == 1
    age_copies(index_cache.FRESH)
    assert fetch_index(shelf.index) == first
    assert shelf.server.requests[1].headers["if-none-match"] == '"edition 1"'
    assert fetch_index(shelf.index) == first
    assert len(shelf.server.requests) == 2
    shelf.rows.pop()
    shelf.forget()
    assert len(fetch_index(shelf.index)) == 1


def test_a_copy_is_asked_for_by_its_date() -> None:
    date = "Tue, 14 Nov 2023 22:13:20 GMT"

    def serve(exchange: Exchange) -> None:
        if exchange.headers.get("if-modified-since") == date:
            exchange.answer(status="304 Not Modified", Content_Length="")
        else:
            exchange.answer(json.dumps([ROW]).encode(), Last_Modified=date)

    with serving({"/i/index.json": serve}) as server:
        address = f"{server.url}/i/"
        assert len(fetch_index(address)) == 1
        age_copies(3600)
        assert len(fetch_index(address)) == 1
        assert "if-modified-since" in server.requests[1].headers


@pytest.mark.parametrize(
    ("seconds", "age"), [(7300, "2 hours"), (3 * 86400.0, "3 days"), (660, "11 minutes")]
)
def test_without_network_the_copy_serves(seconds: float, age: str) -> None:
    with shelved() as shelf:
        shelf.rows.append(ROW)
        offers = fetch_index(shelf.index)
    age_copies(seconds)
    assert fetch_index(shelf.index, heard := Heard()) == offers
    assert len(heard.notes) == 1
    assert f": using the copy of {age} ago" in heard.notes[0]
    assert f"cannot be had from {shelf.index} (" in heard.notes[0]


@pytest.mark.parametrize(
    "answer",
    [
        lambda exchange: exchange.answer(b"<html>log in to this hotel's network</html>"),
        lambda exchange: exchange.answer(status="503 Busy"),
        lambda exchange: exchange.answer(b"[" * 100_000),
        lambda exchange: exchange.answer(b"[]", Content_Encoding="gzip"),
        lambda exchange: exchange.redirect("/index.json"),
        lambda exchange: exchange.redirect("ftp://127.0.0.1/index.json"),
        lambda exchange: exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n["),
        lambda exchange: exchange.send(b"rubbish\r\n\r\n"),
    ],
)
def test_a_server_that_misbehaves(answer: object) -> None:
    with shelved() as shelf:
        shelf.rows.append(ROW)
        good = shelf.server.pages["/index.json"]
        shelf.server.pages["/index.json"] = answer  # type: ignore[assignment]
        with pytest.raises(PackageError) as caught:
            fetch_index(shelf.index)
        assert "\n" not in str(caught.value)
        assert shelf.index in str(caught.value)
        shelf.server.pages["/index.json"] = good
        offers = fetch_index(shelf.index)
        shelf.server.pages["/index.json"] = answer  # type: ignore[assignment]
        age_copies(7200)
        assert fetch_index(shelf.index, heard := Heard()) == offers
        assert heard.notes[0].endswith(": using the copy of 2 hours ago")


def test_an_index_without_end(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    monkeypatch.setattr(index_cache, "MAX_INDEX", 100)
    with pytest.raises(PackageError, match="is no index of Argos packages"):
        fetch_index(shelf.index)


def test_an_index_that_cannot_be_reached_and_no_copy() -> None:
    with pytest.raises(PackageError, match=r"cannot be had.*--index URL") as caught:
        fetch_index("http://127.0.0.1:9/index.json")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["nonsense", "ftp://a/", "http://", "http://[", "file:///x", "http://é\udcff/"]
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(PackageError, match="cannot be had from"):
        fetch_index(address)


def test_a_password_is_not_shown() -> None:
    for address in ("http://me:secret@127.0.0.1:9/index.json", "http://me:secret@[/"):
        with pytest.raises(PackageError, match="cannot be had") as caught:
            fetch_index(address)
        assert "secret" not in str(caught.value)


def test_an_etag_that_cannot_be_sent_back(shelf: Shelf) -> None:
    body = json.dumps([ROW]).encode()
    answer = b'HTTP/1.1 200 OK\r\nETag: "\xe9"\r\nConnection: close\r\n\r\n' + body
    shelf.server.pages["/index.json"] = lambda exchange: exchange.send(answer)
    fetch_index(shelf.index)
    age_copies(3600)
    fetch_index(shelf.index, heard := Heard())
    assert (len(shelf.server.requests), heard.notes) == (2, [])


def test_an_index_that_has_its_etag_no_more(shelf: Shelf) -> None:
    """The etag of an older index must not be kept for a newer one."""
    fetch_index(shelf.index)
    age_copies(3600)
    body = json.dumps([ROW]).encode()
    shelf.server.pages["/index.json"] = lambda exchange: exchange.answer(body)
    assert len(fetch_index(shelf.index)) == 1
    age_copies(3600)
    fetch_index(shelf.index)
    assert "if-none-match" not in shelf.server.requests[-1].headers


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"[]",
        b"{}",
        b'{"asked": NaN, "etag": "", "modified": "", "rows": []}',
        b'{"asked": 1e300, "etag": "", "modified": "", "rows": []}',
        b'{"asked": "now", "etag": "", "modified": "", "rows": []}',
        b'{"asked": 9, "etag": 2, "modified": 3, "rows": []}',
        b'{"asked": 9, "etag": "", "modified": "", "rows": 4}',
    ],
)
def test_a_damaged_copy_is_no_copy(shelf: Shelf, cache: Path, damage: bytes) -> None:
    fetch_index(shelf.index)
    for copy in (cache / "langdu" / "models" / "indexes").iterdir():
        copy.write_bytes(damage)
    assert len(fetch_index(shelf.index)) == 2
    assert len(shelf.server.requests) == 2


def test_a_copy_from_the_future_is_asked_for_again(shelf: Shelf) -> None:
    fetch_index(shelf.index)
    age_copies(-9_000)
    fetch_index(shelf.index)
    assert len(shelf.server.requests) == 2


def test_a_cache_that_cannot_be(cache: Path, shelf: Shelf) -> None:
    (cache / "langdu").write_text("in the way")
    with pytest.raises(PackageError, match="the cache of indexes cannot be used"):
        fetch_index(shelf.index)
