"""Packages: installed whole or not at all, from files and from a real HTTP server."""

import json
import shutil
from pathlib import Path

import pytest

from langdu.errors import MissingModel, PackageError
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages.installed import found, installed
from langdu.translation.packages.installing import add, install, update
from langdu.translation.packages.placing import remove
from tests.translation.packages.shelf import Heard, Shelf, pairs, tree, versioned


def test_add_list_remove(folder: Path, shelf: Shelf) -> None:
    heard = Heard()
    added = add(["zh-en", "translate-en_ja"], directory=folder, index=shelf.index, watcher=heard)
    assert pairs(added) == ["zh-en", "en-ja"]
    assert heard.new == ["zh-en 1.0", "en-ja 1.0"]
    assert heard.steps[-1][1] == heard.steps[-1][2]
    assert heard.steps[-1][1] > 100_000
    assert [p.name for p in installed(folder)] == ["translate-en_ja", "translate-zh_en"]
    assert [p.path.name for p in remove(["zh-en"], directory=folder)] == ["translate-zh_en-1_0"]
    assert pairs(installed(folder)) == ["en-ja"]
    assert {name.split("/")[0] for name in tree(folder)} == {"translate-en_ja-1_0"}
    assert [path.name for path in folder.parent.iterdir()] == ["packages"]


def test_nothing_of_a_download_stays(folder: Path, shelf: Shelf, cache: Path) -> None:
    add(["zh-en"], directory=folder, index=shelf.index)
    kept = [path.name for path in (cache / "langdu" / "models" / "downloads").iterdir()]
    assert kept == ["translate-zh_en.lock"]


def test_what_is_up_to_date_is_left_and_what_is_older_gives_way(
    folder: Path, shelf: Shelf, zh_en: Path, tmp_path: Path
) -> None:
    def run(again: bool = False) -> Heard:
        heard = Heard()
        add(["zh-en"], directory=folder, index=shelf.index, again=again, watcher=heard)
        return heard

    assert run().new == ["zh-en 1.0"]
    assert run().old == ["zh-en 1.0"]
    assert len(shelf.asked("zh_en-1.0.argosmodel")) == 1
    assert run(again=True).new == ["zh-en 1.0"]
    for version in ("1.10", "1.9"):
        file = versioned(zh_en, tmp_path / f"{version}.argosmodel", version)
        shelf.offer("zh-en", file.read_bytes(), version)
    shelf.forget()
    assert run().new == ["zh-en 1.10"]
    assert run().old == ["zh-en 1.10"]
    assert [package.version for package in installed(folder)] == ["1.10"]


def test_update(folder: Path, shelf: Shelf, zh_en: Path, tmp_path: Path) -> None:
    assert update(directory=folder, index=shelf.index) == []
    add(["zh-en", "en-ja"], directory=folder, index=shelf.index)
    newer = versioned(zh_en, tmp_path / "newer.argosmodel", "2")
    shelf.offer("zh-en", newer.read_bytes(), "2")
    shelf.forget()
    update(directory=folder, index=shelf.index, watcher=(heard := Heard()))
    assert (heard.new, heard.old) == (["zh-en 2"], ["en-ja 1.0"])
    with pytest.raises(MissingModel, match="no package for en-ru is installed"):
        update(["en-ru"], directory=folder, index=shelf.index)


def test_an_index_that_is_wrong_about_a_version(folder: Path, shelf: Shelf, zh_en: Path) -> None:
    shelf.rows.clear()
    shelf.offer("zh-en", zh_en.read_bytes(), "7")
    add(["zh-en"], directory=folder, index=shelf.index, watcher=(heard := Heard()))
    assert heard.notes == ["translate-zh_en is version 1.0 by its own account, 7 by the index's"]


def test_what_no_index_offers_is_not_updated(folder: Path, shelf: Shelf, zh_en: Path) -> None:
    install(zh_en, directory=folder)
    shelf.rows.pop(0)
    update(directory=folder, index=shelf.index, watcher=(heard := Heard()))
    assert heard.notes == ["the index offers no package for zh-en"]


def test_an_installed_package_that_does_not_load_is_replaced(folder: Path, shelf: Shelf) -> None:
    package = add(["zh-en"], directory=folder, index=shelf.index)[0]
    model = package.path / "model" / "model.bin"
    whole = model.read_bytes()
    model.write_bytes(whole[:-1000])
    again = add(["zh-en"], directory=folder, index=shelf.index)[0]
    assert (again.path / "model" / "model.bin").read_bytes() == whole
    assert len(found(folder)) == 1


def test_a_package_that_lacks_a_part_is_not_listed_and_can_be_removed(
    folder: Path, zh_en: Path
) -> None:
    package = install(zh_en, directory=folder)
    (package.path / "sentencepiece.model").unlink()
    assert installed(folder) == []
    remove(["zh-en"], directory=folder)
    assert tree(folder) == {}


def test_adding_again_replaces(folder: Path, demo_models: list[Path]) -> None:
    for _ in range(2):
        add([str(demo_models[0])], directory=folder)
    assert len(found(folder)) == 1


def test_a_demo_gives_way_to_what_the_index_has(
    folder: Path, shelf: Shelf, demo_models: list[Path]
) -> None:
    add([str(file) for file in demo_models], directory=folder)
    add(["zh-en"], directory=folder, index=shelf.index)
    assert [package.demo for package in installed(folder) if package.pair == ("zh", "en")] == [
        False
    ]


def test_argostranslate_finds_what_langdu_installed(packages: Path) -> None:
    from argostranslate.package import get_installed_packages

    assert len(get_installed_packages([packages])) == 4


def test_what_argostranslate_installed_is_found_and_gives_way(
    folder: Path, zh_en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argostranslate import package, settings

    folder.mkdir()
    monkeypatch.setattr(settings, "package_data_dir", folder)
    package.install_from_path(zh_en)
    assert pairs(installed(folder)) == ["zh-en"]
    theirs = installed(folder)[0].path.name
    ours = install(zh_en, directory=folder).path.name
    assert ours != theirs
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [ours]
    listed = package.get_installed_packages([folder])
    assert [(one.from_code, one.to_code, one.package_version) for one in listed] == [
        ("zh", "en", "1.0")
    ]


def test_a_package_never_takes_the_name_of_another(folder: Path, zh_en: Path) -> None:
    """A reader of the old one must not find the new one's files in the middle of its reading."""
    first, second = install(zh_en, directory=folder), install(zh_en, directory=folder)
    assert first.path != second.path
    assert [package.path for package in found(folder)] == [second.path]
    assert ArgosTranslator(folder).pairs() == {("zh", "en")}


def test_packages_on_a_disk_of_their_own(
    folder: Path, zh_en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one cannot work beside the packages, one works among them, and nobody sees it."""
    from langdu.translation.packages import placing

    seen: list[list[str]] = []
    monkeypatch.setattr("os.access", lambda path, mode: path != folder.parent)
    put = placing.put

    def watched(package: object, root: Path, work: Path) -> object:
        assert work.parent == folder
        seen.append(pairs(installed(root)))
        return put(package, root, work)  # type: ignore[arg-type]

    monkeypatch.setattr("langdu.translation.packages.installing.put", watched)
    install(zh_en, directory=folder)
    assert seen == [[]]
    assert {name.split("/")[0] for name in tree(folder)} == {"translate-zh_en-1_0"}


def test_a_pair_that_the_index_lacks_stops_before_any_download(folder: Path, shelf: Shelf) -> None:
    with pytest.raises(MissingModel, match="no package for zh-fr"):
        add(["zh-en", "zh-fr"], directory=folder, index=shelf.index)
    assert installed(folder) == []
    assert shelf.asked(".argosmodel") == []


def test_what_was_added_before_a_failure_stays(folder: Path, shelf: Shelf) -> None:
    shelf.server.pages.pop("/translate-en_ja-1.0.argosmodel")
    heard = Heard()
    with pytest.raises(PackageError, match="translate-en_ja cannot be downloaded: 404 Not Found"):
        add(["zh-en", "en-ja"], directory=folder, index=shelf.index, watcher=heard)
    assert heard.new == ["zh-en 1.0"]
    assert pairs(installed(folder)) == ["zh-en"]


def test_what_is_no_package_is_passed_over(tmp_path: Path, folder: Path, zh_en: Path) -> None:
    good = install(zh_en, directory=folder)
    (folder / "stray").mkdir()
    (folder / "file").write_text("x")
    (folder / "odd").mkdir()
    (folder / "odd" / "metadata.json").write_text('["no"]')
    for number, changes in enumerate(
        ({"type": "sbd"}, {"from_code": "../x"}, {"to_code": 7}, {"from_code": "translate-zh"})
    ):
        shutil.copytree(good.path, folder / f"copy{number}")
        metadata = json.loads((good.path / "metadata.json").read_text()) | changes
        (folder / f"copy{number}" / "metadata.json").write_text(json.dumps(metadata))
    shutil.copytree(good.path, folder / ".hidden")
    assert installed(folder) == [good]


def test_a_file_that_is_not_there(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no such file"):
        install(tmp_path / "none.argosmodel", directory=folder)
    with pytest.raises(PackageError, match="no such file"):
        install(tmp_path, directory=folder)


def test_a_package_by_another_name(folder: Path, zh_en: Path, tmp_path: Path) -> None:
    shutil.copy(zh_en, tmp_path / "downloaded.zip")
    assert pairs(add([str(tmp_path / "downloaded.zip")], directory=folder)) == ["zh-en"]


def test_removing_what_is_not_there(tmp_path: Path, folder: Path, zh_en: Path) -> None:
    with pytest.raises(MissingModel, match="no package for zh-en is installed"):
        remove(["zh-en"], directory=folder)
    assert not folder.exists()
    install(zh_en, directory=folder)
    with pytest.raises(MissingModel, match="no package for en-ja is installed"):
        remove(["zh-en", "en-ja"], directory=folder)
    assert pairs(installed(folder)) == ["zh-en"]


def test_a_word_that_is_no_pair(folder: Path) -> None:
    with pytest.raises(PackageError, match="no language pair"):
        add(["chinese"], directory=folder)


def test_a_folder_that_cannot_be(tmp_path: Path, zh_en: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PackageError, match=r"cannot be installed in .*file") as caught:
        install(zh_en, directory=tmp_path / "file" / "packages")
    assert "\n" not in str(caught.value)
