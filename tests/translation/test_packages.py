"""Packages: installed whole or not at all, from files and from a real HTTP server."""

import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from langdu.errors import MissingModel, PackageError
from langdu.translation.packages.index import fetch_index
from langdu.translation.packages.installed import installed, remove
from langdu.translation.packages.installing import add, install


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def index(tmp_path: Path, demo_models: list[Path]) -> Iterator[str]:
    """An index of the demo packages, served on loopback."""
    root = tmp_path / "served"
    root.mkdir()
    handler = partial(Quiet, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        rows = []
        for file in demo_models:
            (root / file.name).write_bytes(file.read_bytes())
            source, target = file.stem.removeprefix("translate-").split("_")
            row = {"from_code": source, "to_code": target, "package_version": "1.0"}
            rows.append({**row, "links": ["ipfs://none", f"{address}/{file.name}"]})
        (root / "index.json").write_text(json.dumps(rows))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{address}/index.json"
        server.shutdown()


def left_behind(folder: Path) -> list[str]:
    """Everything beside and in the packages folder that should not be there."""
    beside = [path.name for path in folder.parent.iterdir() if path != folder]
    inside = [path.name for path in folder.iterdir()] if folder.exists() else []
    return [name for name in beside + inside if "langdu" in name or "evil" in name]


def test_add_list_remove(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "argos" / "packages"
    steps: list[int] = []
    added = add(
        ["zh-en", "translate-en_ja"],
        directory=folder,
        index=index,
        progress=lambda name, done, total: steps.append(done),
    )
    assert [(p.source, p.target, p.demo) for p in added] == [
        ("zh", "en", True),
        ("en", "ja", True),
    ]
    assert steps[-1] > 100_000
    assert [p.name for p in installed(folder)] == ["translate-en_ja", "translate-zh_en"]
    assert [p.name for p in remove(["zh-en"], directory=folder)] == ["translate-zh_en"]
    assert [p.name for p in installed(folder)] == ["translate-en_ja"]
    assert left_behind(folder) == []


def test_adding_again_replaces(tmp_path: Path, demo_models: list[Path]) -> None:
    folder = tmp_path / "packages"
    for _ in range(2):
        add([str(demo_models[0])], directory=folder)
    assert len(installed(folder)) == 1


def test_argostranslate_finds_what_langdu_installed(packages: Path) -> None:
    from argostranslate.package import get_installed_packages

    assert len(get_installed_packages([packages])) == 4


def test_a_pair_that_the_index_lacks_stops_before_any_download(tmp_path: Path, index: str) -> None:
    with pytest.raises(MissingModel, match="no package for zh-fr"):
        add(["zh-en", "zh-fr"], directory=tmp_path / "packages", index=index)
    assert installed(tmp_path / "packages") == []


def test_an_index_that_cannot_be_reached(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=r"cannot be had.*--index URL") as caught:
        fetch_index("http://127.0.0.1:9/index.json")
    assert "\n" not in str(caught.value)


def test_an_index_that_is_none(tmp_path: Path, index: str) -> None:
    with pytest.raises(PackageError, match="no index of Argos packages"):
        fetch_index(index.replace("index.json", "translate-zh_en.argosmodel"))
    with pytest.raises(PackageError, match="404"):
        fetch_index(index.replace("index.json", "none.json"))


def test_a_stray_folder_and_a_stray_file_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "stray").mkdir()
    (tmp_path / "file").write_text("x")
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "metadata.json").write_text('["no"]')
    assert installed(tmp_path) == []


def repack(source: Path, target: Path, changes: dict[str, bytes | None]) -> Path:
    """A copy of a package with entries changed (or left out: ``None``) or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        top = old.namelist()[0].split("/")[0]
        for entry in old.infolist():
            name = entry.filename.removeprefix(f"{top}/")
            if name not in changes:
                new.writestr(entry.filename, old.read(entry))
        for name, data in changes.items():
            if data is not None:
                new.writestr(name if name.startswith(("/", "..")) else f"{top}/{name}", data)
    return target


META = {"from_code": "zh", "to_code": "en", "package_version": "1"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"metadata.json": None}, "no Argos translation package"),
        ({"metadata.json": b"{"}, "no Argos translation package"),
        ({"sentencepiece.model": None}, "no Argos translation package"),
        ({"sentencepiece.model": b"rubbish"}, "is damaged"),
        ({"model/model.bin": None}, "no Argos translation package"),
        ({"model/model.bin": b"rubbish"}, "is damaged"),
        ({"../evil": b"x"}, "leads out of it"),
        ({"/evil": b"x"}, "leads out of it"),
        ({"a/../../../evil": b"x"}, "leads out of it"),
        ({"bomb": b"\0" * 300_000_000}, "would unpack to"),
        (
            {"metadata.json": json.dumps({**META, "from_code": "../x"}).encode()},
            "names no language pair",
        ),
    ],
)
def test_a_bad_package_is_refused_and_leaves_nothing(
    tmp_path: Path, demo_models: list[Path], changes: dict[str, bytes | None], message: str
) -> None:
    bad = repack(demo_models[0], tmp_path / "bad.argosmodel", changes)
    folder = tmp_path / "argos" / "packages"
    with pytest.raises(PackageError, match=message):
        install(bad, directory=folder)
    assert installed(folder) == []
    assert left_behind(folder) == []


def test_a_bad_package_does_not_replace_a_good_one(tmp_path: Path, demo_models: list[Path]) -> None:
    folder = tmp_path / "argos" / "packages"
    good = install(demo_models[0], directory=folder)
    bad = repack(demo_models[0], tmp_path / "bad.argosmodel", {"model/model.bin": b"rubbish"})
    with pytest.raises(PackageError):
        install(bad, directory=folder)
    assert installed(folder) == [good]


def test_a_package_that_lies_about_its_languages(tmp_path: Path, demo_models: list[Path]) -> None:
    with pytest.raises(PackageError, match="should be for ru-ko but is for"):
        install(demo_models[0], directory=tmp_path / "p", expected=("ru", "ko"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"no zip at all"])
def test_what_is_no_zip(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.argosmodel"
    file.write_bytes(content)
    with pytest.raises(PackageError, match="no Argos package or damaged"):
        install(file, directory=tmp_path / "p")


def test_a_truncated_package(tmp_path: Path, demo_models: list[Path]) -> None:
    file = tmp_path / "x.argosmodel"
    file.write_bytes(demo_models[0].read_bytes()[:-5000])
    with pytest.raises(PackageError):
        install(file, directory=tmp_path / "p")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no such file"):
        install(tmp_path / "none.argosmodel", directory=tmp_path / "p")


def test_removing_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="no package for zh-en is installed"):
        remove(["zh-en"], directory=tmp_path)


def test_a_word_that_is_no_pair(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no language pair"):
        add(["chinese"], directory=tmp_path)
