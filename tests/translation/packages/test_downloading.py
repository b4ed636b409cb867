"""Downloads: broken off, gone on with, begun anew; sizes and checksums; ways over the net."""

import hashlib
import os
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from langdu.downloading.space import MARGIN
from langdu.errors import PackageError
from langdu.translation.packages import downloading
from langdu.translation.packages.installed import installed
from langdu.translation.packages.installing import add
from tests.loading.web.server import Exchange, serving
from tests.translation.packages.shelf import MODIFIED, File, Heard, Shelf, pairs, shelved, tree


@pytest.fixture
def bare() -> Iterator[Shelf]:
    """A server with an index that offers nothing yet."""
    with shelved() as shelf:
        yield shelf


def parts(cache: Path) -> dict[str, int]:
    kept = tree(cache / "langdu" / "models" / "downloads")
    return {name: size for name, size in kept.items() if not name.endswith(".lock")}


def ranges(shelf: Shelf) -> list[str | None]:
    return [request.headers.get("range") for request in shelf.asked(".argosmodel")]


def install(shelf: Shelf, folder: Path, heard: Heard | None = None) -> None:
    add(["zh-en"], directory=folder, index=shelf.index, watcher=heard or Heard())
    assert pairs(installed(folder)) == ["zh-en"]


def test_a_break_is_gone_on_with_at_once(bare: Shelf, folder: Path, zh_en: Path) -> None:
    data = zh_en.read_bytes()
    bare.offer("zh-en", data).breaks = [1000, 5000, 0x4000]
    install(bare, folder)
    assert ranges(bare) == [None, "bytes=1000-", "bytes=6000-", f"bytes={6000 + 0x4000}-"]
    assert {request.headers.get("if-range") for request in bare.asked(".argosmodel")[1:]} == {
        '"one"'
    }
    assert bare.asked(".argosmodel")[0].headers["accept-encoding"] == "identity"


def broken(bare: Shelf, file: File, folder: Path, at: int = 1000) -> None:
    """A run that ends with a part of the file."""
    file.breaks = [at, 0]
    with pytest.raises(PackageError, match="translate-zh_en cannot be downloaded"):
        install(bare, folder)
    assert installed(folder) == []
    bare.server.requests.clear()


def test_the_next_run_goes_on(bare: Shelf, folder: Path, zh_en: Path, cache: Path) -> None:
    broken(bare, bare.offer("zh-en", zh_en.read_bytes()), folder)
    assert [size for name, size in parts(cache).items() if name.endswith(".part")] == [1000]
    install(bare, folder)
    assert ranges(bare) == ["bytes=1000-"]
    assert parts(cache) == {}


def test_by_the_date_where_there_is_no_strong_etag(bare: Shelf, folder: Path, zh_en: Path) -> None:
    file = bare.offer("zh-en", zh_en.read_bytes())
    file.etag, file.modified = 'W/"weak"', MODIFIED
    broken(bare, file, folder)
    install(bare, folder)
    assert bare.asked(".argosmodel")[0].headers["if-range"] == MODIFIED


def test_nothing_to_go_on_by(bare: Shelf, folder: Path, zh_en: Path, cache: Path) -> None:
    file = bare.offer("zh-en", zh_en.read_bytes())
    file.etag = ""
    broken(bare, file, folder)
    assert parts(cache) == {}
    file.breaks = []
    install(bare, folder)
    assert ranges(bare) == [None]


def test_a_server_without_ranges(bare: Shelf, folder: Path, zh_en: Path) -> None:
    file = bare.offer("zh-en", zh_en.read_bytes())
    file.ranges, file.breaks = False, [1000, 500]
    with pytest.raises(PackageError, match="cannot be downloaded"):
        install(bare, folder)
    install(bare, folder)
    assert ranges(bare) == [None, "bytes=1000-", "bytes=500-"]


def test_another_file_by_now(bare: Shelf, folder: Path, zh_en: Path) -> None:
    file = bare.offer("zh-en", b"x" * 2_000_000)
    broken(bare, file, folder)
    file.data, file.etag = zh_en.read_bytes(), '"two"'
    install(bare, folder)
    assert ranges(bare) == ["bytes=1000-"]


@pytest.mark.parametrize("change", ["etag", "size", "nothing that shows"])
def test_another_file_by_now_and_a_server_that_heeds_no_if_range(
    bare: Shelf, folder: Path, zh_en: Path, change: str
) -> None:
    data = zh_en.read_bytes()
    file = bare.offer("zh-en", b"x" * (len(data) + (change == "size")))
    file.heeds_if_range = False
    broken(bare, file, folder)
    file.data = data
    file.etag = '"two"' if change == "etag" else file.etag
    install(bare, folder, heard := Heard())
    assert ranges(bare) == ["bytes=1000-", None]
    assert [note.split(":")[0] for note in heard.notes] == (
        ["translate-zh_en is damaged after a broken download"] if "nothing" in change else []
    )


def test_all_was_there_already(
    bare: Shelf, folder: Path, zh_en: Path, leave_free: Callable[[int], None], cache: Path
) -> None:
    """Killed, or out of room, between the download and the installing."""
    data = zh_en.read_bytes()
    bare.offer("zh-en", data)
    leave_free(MARGIN + len(data))
    with pytest.raises(PackageError, match="only 68 MB are free"):
        install(bare, folder)
    assert len(data) in parts(cache).values()
    leave_free(2 * MARGIN)
    install(bare, folder)
    assert ranges(bare) == [None, f"bytes={len(data)}-"]


@pytest.mark.parametrize("notes", [b"", b"{", b'{"link": 1}', b"[" * 100_000])
def test_a_part_of_nobody_knows_what(
    bare: Shelf, folder: Path, zh_en: Path, cache: Path, notes: bytes
) -> None:
    broken(bare, bare.offer("zh-en", zh_en.read_bytes()), folder)
    for file in (cache / "langdu" / "models" / "downloads").glob("*.json"):
        file.write_bytes(notes)
    install(bare, folder)
    assert ranges(bare) == [None]


def test_a_part_that_was_changed(bare: Shelf, folder: Path, zh_en: Path, cache: Path) -> None:
    """It is never trusted: the whole is checked, and got anew where it is not sound."""
    broken(bare, bare.offer("zh-en", zh_en.read_bytes()), folder, at=100_000)
    for file in (cache / "langdu" / "models" / "downloads").glob("*.part"):
        data = bytearray(file.read_bytes())
        data[50_000] ^= 1
        file.write_bytes(data)
    install(bare, folder)
    assert ranges(bare) == ["bytes=100000-", None]
    assert parts(cache) == {}


def test_a_server_that_breaks_off_for_ever(bare: Shelf, folder: Path, zh_en: Path) -> None:
    bare.offer("zh-en", zh_en.read_bytes()).breaks = [100] * 50
    with pytest.raises(PackageError, match="breaks off again and again"):
        install(bare, folder)
    assert len(bare.asked(".argosmodel")) == 20


def test_the_second_link(bare: Shelf, folder: Path, zh_en: Path) -> None:
    gone = f"{bare.server.url}/gone.argosmodel"
    good = f"{bare.server.url}/translate-zh_en-1.0.argosmodel"
    links = ["http://127.0.0.1:9/x", gone, good]
    bare.offer("zh-en", zh_en.read_bytes(), links=links)
    install(bare, folder)
    assert len(bare.asked("gone.argosmodel")) == 1


def digest(kind: str, data: bytes) -> str:
    return hashlib.new(kind, data).hexdigest()


def test_what_the_index_says_is_checked(bare: Shelf, folder: Path, zh_en: Path) -> None:
    data = zh_en.read_bytes()
    bare.offer("zh-en", data, size=len(data), sha256=digest("sha256", data).upper())
    install(bare, folder)
    bare.offer("zh-en", data, "1.1", checksum=digest("sha512", data))
    bare.forget()
    add(["zh-en"], directory=folder, index=bare.index)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"size": 12345}, r"would have \d+ bytes, and not the 12345 that it should"),
        ({"sha256": "0" * 64}, "not the checksum"),
        ({"checksum": "0" * 128}, "not the checksum"),
        ({"checksum": "0" * 32}, "neither SHA-256 nor SHA-512"),
    ],
)
def test_what_is_not_what_the_index_says(
    bare: Shelf, folder: Path, zh_en: Path, cache: Path, row: dict[str, Any], message: str
) -> None:
    bare.offer("zh-en", zh_en.read_bytes(), **row)
    with pytest.raises(PackageError, match=message):
        install(bare, folder)
    assert installed(folder) == []
    assert parts(cache) == {}


def test_a_size_is_checked_where_the_server_says_none(
    bare: Shelf, folder: Path, zh_en: Path
) -> None:
    data = zh_en.read_bytes()
    bare.offer("zh-en", data, size=len(data) + 1)
    bare.server.pages["/translate-zh_en-1.0.argosmodel"] = lambda exchange: exchange.answer(
        data, Content_Length=""
    )
    with pytest.raises(PackageError, match=r"has \d+ bytes, but \d+ in the index"):
        install(bare, folder)


def test_a_download_that_ends_early_without_a_word(
    bare: Shelf, folder: Path, zh_en: Path, cache: Path
) -> None:
    data = zh_en.read_bytes()
    bare.offer("zh-en", data)
    bare.server.pages["/translate-zh_en-1.0.argosmodel"] = lambda exchange: exchange.answer(
        data[:-1000], Content_Length=""
    )
    with pytest.raises(PackageError, match="translate-zh_en is no Argos package or damaged"):
        install(bare, folder)
    assert parts(cache) == {}


@pytest.mark.parametrize("says", [True, False])
def test_a_download_that_is_too_large(
    bare: Shelf,
    folder: Path,
    zh_en: Path,
    monkeypatch: pytest.MonkeyPatch,
    cache: Path,
    says: bool,
) -> None:
    monkeypatch.setattr(downloading, "MAX_DOWNLOAD", 10_000)
    data = zh_en.read_bytes()
    bare.offer("zh-en", data)
    length = str(len(data)) if says else ""
    bare.server.pages["/translate-zh_en-1.0.argosmodel"] = lambda exchange: exchange.answer(
        data, Content_Length=length
    )
    with pytest.raises(PackageError, match="is larger than 10000 bytes"):
        install(bare, folder)
    assert parts(cache) == {}


def test_no_room_for_a_download(
    bare: Shelf, folder: Path, zh_en: Path, leave_free: Callable[[int], None], cache: Path
) -> None:
    bare.offer("zh-en", zh_en.read_bytes())
    leave_free(MARGIN)
    with pytest.raises(PackageError, match=r"translate-zh_en needs 68 MB in .*only 67 MB are free"):
        install(bare, folder)
    assert parts(cache) == {}


def test_a_package_for_other_languages(bare: Shelf, folder: Path, en_ja: Path, cache: Path) -> None:
    bare.offer("zh-en", en_ja.read_bytes())
    with pytest.raises(PackageError, match="should be for zh-en but is for en-ja: refused"):
        install(bare, folder)
    assert len(bare.asked(".argosmodel")) == 1
    assert (tree(folder), parts(cache)) == ({}, {})


def test_redirects_are_few(bare: Shelf, folder: Path, zh_en: Path) -> None:
    path = "/translate-zh_en-1.0.argosmodel"
    file = bare.offer("zh-en", zh_en.read_bytes())
    bare.server.pages["/real.argosmodel"] = file
    bare.server.pages[path] = lambda exchange: exchange.redirect("/real.argosmodel")
    install(bare, folder)
    bare.server.pages[path] = lambda exchange: exchange.redirect(path)
    with pytest.raises(PackageError, match="cannot be downloaded: Exceeded maximum"):
        add(["zh-en"], directory=folder, index=bare.index, again=True)


def test_https_does_not_lead_to_http(
    bare: Shelf, folder: Path, zh_en: Path, authority: tuple[trustme.CA, Path]
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority[0].issue_cert("127.0.0.1").configure_cert(context)
    file = File(zh_en.read_bytes())
    bare.server.pages["/plain"] = file

    def away(exchange: Exchange) -> None:
        exchange.redirect(f"{bare.server.url}/plain")

    with serving({"/good": file, "/away": away}, tls=context) as secure:
        bare.offer("zh-en", b"", links=[f"{secure.url}/away"])
        with pytest.raises(PackageError, match="leads from https to http: refused"):
            install(bare, folder)
        bare.rows[0]["links"] = [f"{secure.url}/good"]
        bare.forget()
        install(bare, folder)


def test_plain_http_is_warned_of(
    bare: Shelf, folder: Path, zh_en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is on this machine, which is not warned of: so it is given another name."""
    data = zh_en.read_bytes()
    monkeypatch.setattr("langdu.downloading.web._is_this_machine", lambda _: False)
    bare.offer("zh-en", data)
    install(bare, folder, heard := Heard())
    assert [note.split(" is plain http")[0] for note in heard.notes] == [
        bare.index,
        f"{bare.server.url}/translate-zh_en-1.0.argosmodel",
    ]
    bare.offer("zh-en", data, "1.1", sha256=digest("sha256", data))
    bare.forget()
    add(["zh-en"], directory=folder, index=bare.index, watcher=(heard := Heard()))
    plain = [note for note in heard.notes if "is plain http" in note]
    assert [note.split(" is")[0] for note in plain] == [bare.index]


def test_old_parts_go(bare: Shelf, folder: Path, zh_en: Path, cache: Path) -> None:
    broken(bare, bare.offer("zh-en", zh_en.read_bytes()), folder)
    kept = cache / "langdu" / "models" / "downloads"
    for file in kept.iterdir():
        os.utime(file, (0, 0))
    install(bare, folder)
    assert ranges(bare) == [None]
