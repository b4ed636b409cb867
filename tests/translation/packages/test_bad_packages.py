"""Packages that are damaged, unsafe or lie: refused with one line, and nothing changes."""

import io
import json
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.downloading.space import MARGIN
from langdu.errors import PackageError
from langdu.translation.packages.installed import installed
from langdu.translation.packages.installing import install
from tests.translation.packages.shelf import repack, tree

META = {"from_code": "zh", "to_code": "en", "package_version": "1"}
CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def meta(**changes: object) -> bytes:
    return json.dumps({**META, **changes}).encode()


def refused(file: Path, folder: Path, message: str, **options: tuple[str, str]) -> None:
    """Installing fails with one line, and everything is as it was."""
    before = tree(folder.parent)
    with pytest.raises(PackageError, match=message) as caught:
        install(file, directory=folder, **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    folder.mkdir(exist_ok=True)
    assert {**before, folder.name: -1} == tree(folder.parent)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"metadata.json": None}, "no Argos translation package"),
        ({"metadata.json": b"{"}, "no Argos translation package"),
        ({"metadata.json": b"[" * 100_000}, "no Argos translation package"),
        ({"metadata.json": b'"zh-en"'}, "no Argos translation package"),
        ({"metadata.json": meta(from_code=None)}, "no Argos translation package"),
        ({"metadata.json": meta(from_code="../x")}, "no Argos translation package"),
        ({"metadata.json": meta(from_code="translate-zh")}, "no Argos translation package"),
        ({"metadata.json": meta(type="sbd")}, "no Argos translation package"),
        ({"sentencepiece.model": None}, "no Argos translation package"),
        ({"sentencepiece.model": b"rubbish"}, "is damaged"),
        ({"model/model.bin": None}, "no Argos translation package"),
        ({"model/model.bin": b"rubbish"}, "is damaged"),
        ({"model/model.bin": b""}, "is damaged"),
        ({"model/shared_vocabulary.json": None}, "is damaged"),
        ({"model/shared_vocabulary.json": b"{"}, "is damaged"),
        ({"../evil": b"x"}, "leads out of it"),
        ({"/evil": b"x"}, "leads out of it"),
        ({"a/../../../evil": b"x"}, "leads out of it"),
        ({"a\\..\\..\\evil": b"x"}, "leads out of it"),
        ({"C:evil": b"x"}, "leads out of it"),
        ({"a//evil": b"x"}, "leads out of it"),
        ({"./evil": b"x"}, "leads out of it"),
        ({"a/..．/evil": b"x"}, "leads out of it"),
        ({"a\u2215evil": b"x"}, "leads out of it"),
        ({"evil\u202efdp": b"x"}, "leads out of it"),
        ({"e\u0301vil": b"x"}, "leads out of it"),
        ({"a/evil. ": b"x"}, "leads out of it"),
        ({"a/evil...": b"x"}, "leads out of it"),
        ({"a/NUL": b"x"}, "leads out of it"),
        ({"a/com1.txt": b"x"}, "leads out of it"),
        ({"evil\nline": b"x"}, "leads out of it"),
        ({"a" * 200: b"x"}, "leads out of it"),
        ({"README": b"x", "readme": b"y"}, "two files of one name"),
        ({"a": b"x", "A/b": b"y"}, "a folder as well"),
        ({"bomb": b"\0" * 150_000_000}, "would unpack to"),
        ({f"file{number}": b"" for number in range(2001)}, "must hold one folder"),
    ],
)
def test_one_bad_entry(
    folder: Path, tmp_path: Path, zh_en: Path, changes: dict[str, bytes | None], message: str
) -> None:
    refused(repack(zh_en, tmp_path / "bad.argosmodel", changes), folder, message)


def with_entry(entry: zipfile.ZipInfo, data: bytes) -> Callable[[bytes], bytes]:
    def change(package: bytes) -> bytes:
        file = io.BytesIO(package)
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr(entry, data)
        return file.getvalue()

    return change


def special(kind: int) -> Callable[[bytes], bytes]:
    entry = zipfile.ZipInfo("demo-zh_en/model/extra")
    entry.external_attr = (kind | 0o777) << 16
    return with_entry(entry, b"/etc/hostname")


def squeezed(method: int) -> Callable[[bytes], bytes]:
    entry = zipfile.ZipInfo("demo-zh_en/extra")
    entry.compress_type = method
    return with_entry(entry, b"x" * 100)


def patched(
    at: int, form: str, change: Callable[[int], int], *, both: int = 0
) -> Callable[[bytes], bytes]:
    """Change a number in the last entry of the table of contents, and ``both`` in its header."""

    def one(data: bytearray, start: int, field: int) -> None:
        value = struct.unpack_from(form, data, start + field)[0]
        struct.pack_into(form, data, start + field, change(value))

    def patch(package: bytes) -> bytes:
        data = bytearray(package)
        one(data, data.rfind(CENTRAL), at)
        if both:
            one(data, data.rfind(LOCAL), both)
        return bytes(data)

    return patch


def many_contents(package: bytes) -> bytes:
    data = bytearray(package)
    struct.pack_into("<L", data, data.rfind(END) + 12, 50_000_000)
    return bytes(data)


def zip64(package: bytes) -> bytes:
    at = package.rfind(END)
    return package[:at] + b"PK\x06\x07" + bytes(16) + package[at:]


def named_with_nul(package: bytes) -> bytes:
    """zipfile itself would cut the name at the NUL."""
    with_name = with_entry(zipfile.ZipInfo("demo-zh_en/extraZ.txt"), b"x")(package)
    return with_name.replace(b"extraZ.txt", b"extra\0.txt")


def two_tops(package: bytes) -> bytes:
    return with_entry(zipfile.ZipInfo("other/file"), b"x")(package)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (special(stat.S_IFLNK), "a link or a device"),
        (special(stat.S_IFIFO), "a link or a device"),
        (special(stat.S_IFCHR), "a link or a device"),
        (squeezed(zipfile.ZIP_LZMA), "packed in a way"),
        (squeezed(zipfile.ZIP_BZIP2), "packed in a way"),
        (patched(8, "<H", lambda flags: flags | 1), "is encrypted"),
        (patched(24, "<L", lambda size: size + 5, both=22), "not of the size it says"),
        (patched(24, "<L", lambda size: size - 5, both=22), "damaged: Bad CRC"),
        (patched(16, "<L", lambda crc: crc ^ 1, both=14), "damaged: Bad CRC"),
        (patched(42, "<L", lambda _: 0), "overlap"),
        (patched(20, "<L", lambda size: size + 500), "overlap"),
        (patched(42, "<L", lambda _: 0xFFFFFF00), "overlap"),
        (named_with_nul, "leads out of it"),
        (two_tops, "must hold one folder"),
        (many_contents, "more files than"),
        (zip64, "more files than"),
        (lambda package: package[:-5000], "no Argos package or damaged"),
        (lambda package: package[: len(package) // 2], "no Argos package or damaged"),
        (lambda package: b"", "no Argos package or damaged"),
        (lambda package: b"PK\x03\x04 broken", "no Argos package or damaged"),
        (lambda package: b"no zip at all" * 100, "no Argos package or damaged"),
        (lambda package: END + bytes(18), "must hold one folder"),
    ],
)
def test_a_bad_archive(
    folder: Path,
    tmp_path: Path,
    zh_en: Path,
    change: Callable[[bytes], bytes],
    message: str,
) -> None:
    (tmp_path / "bad.argosmodel").write_bytes(change(zh_en.read_bytes()))
    refused(tmp_path / "bad.argosmodel", folder, message)


def test_a_model_that_ends_early(folder: Path, tmp_path: Path, zh_en: Path) -> None:
    with zipfile.ZipFile(zh_en) as archive:
        model = archive.read("demo-zh_en/model/model.bin")
    for size in (10, 1000, len(model) - 1):
        bad = repack(zh_en, tmp_path / "bad.argosmodel", {"model/model.bin": model[:size]})
        refused(bad, folder, "is damaged")


def test_a_bad_package_does_not_replace_a_good_one(
    folder: Path, tmp_path: Path, zh_en: Path
) -> None:
    good = install(zh_en, directory=folder)
    bad = repack(zh_en, tmp_path / "bad.argosmodel", {"model/model.bin": b"rubbish"})
    refused(bad, folder, "is damaged")
    assert installed(folder) == [good]


def test_a_package_that_lies_about_its_languages(folder: Path, zh_en: Path) -> None:
    refused(zh_en, folder, "should be for en-ja but is for zh-en", expected=("en", "ja"))


def test_no_room_to_unpack(folder: Path, zh_en: Path, leave_free: Callable[[int], None]) -> None:
    leave_free(MARGIN)
    refused(zh_en, folder, r"needs 68 MB in .*, and only 67 MB are free")


@settings(max_examples=60, deadline=None)
@given(
    at=st.floats(0, 1, exclude_max=True),
    what=st.binary(min_size=1, max_size=8),
    in_contents=st.booleans(),
)
def test_bytes_changed_anywhere(
    tmp_path_factory: pytest.TempPathFactory,
    zh_en: Path,
    at: float,
    what: bytes,
    in_contents: bool,
) -> None:
    """Either it is refused and nothing is there, or the package is what it was."""
    place = tmp_path_factory.mktemp("changed")
    data = bytearray(zh_en.read_bytes())
    start = data.find(CENTRAL) if in_contents else 0
    position = start + int((len(data) - start) * at)
    data[position : position + len(what)] = what
    (place / "changed.argosmodel").write_bytes(data)
    folder = place / "packages"
    try:
        package = install(place / "changed.argosmodel", directory=folder)
    except PackageError:
        assert tree(place).keys() <= {"changed.argosmodel", "packages"}
    else:
        with zipfile.ZipFile(zh_en) as archive:
            model = archive.read("demo-zh_en/model/model.bin")
        assert (package.path / "model" / "model.bin").read_bytes() == model
