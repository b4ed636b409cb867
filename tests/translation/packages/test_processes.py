"""Several processes at once, and processes that are killed."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages import installed as module
from langdu.translation.packages.installed import Package, installed, load_current, read
from langdu.translation.packages.installing import add, install
from tests.conftest import ROOT
from tests.loading.web.server import Exchange
from tests.translation.packages.shelf import File, Shelf, pairs, tree, versioned

MODULE = "tests.translation.packages"


@contextmanager
def adding(folder: Path, shelf: Shelf, pair: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", f"{MODULE}.adding", str(folder), shelf.index, pair]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


class Held:
    """Answers for a file only when the test lets it, having sent some bytes of it."""

    def __init__(self, file: File, first: int) -> None:
        self.file, self.first = file, first
        self.asked, self.go_on = threading.Event(), threading.Event()

    def __call__(self, exchange: Exchange) -> None:
        self.asked.set()
        size = str(len(self.file.data))
        exchange.answer(self.file.data[: self.first], Content_Length=size, ETag=self.file.etag)
        if self.go_on.wait(60):
            exchange.send(self.file.data[self.first :])


def held(shelf: Shelf, pair: str, first: int = 0) -> Held:
    path = f"/translate-{pair.replace('-', '_')}-1.0.argosmodel"
    handler = Held(shelf.server.pages[path], first)  # type: ignore[arg-type]
    shelf.server.pages[path] = handler
    return handler


def read_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline()


def test_killed_at_each_step(tmp_path: Path, zh_en: Path) -> None:
    newer = versioned(zh_en, tmp_path / "newer.argosmodel", "2")
    command = [
        sys.executable,
        "-m",
        f"{MODULE}.killed",
        str(tmp_path / "kills"),
        str(zh_en),
        str(newer),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(int(steps) > 5 for steps in done.stdout.split())


def test_killed_while_it_downloads(folder: Path, shelf: Shelf, cache: Path) -> None:
    handler = held(shelf, "zh-en", first=100_000)
    with adding(folder, shelf, "zh-en") as process:
        part = wait_for_part(cache, 100_000)
        process.kill()
        process.wait()
    handler.go_on.set()
    assert installed(folder) == []
    shelf.server.pages["/translate-zh_en-1.0.argosmodel"] = handler.file
    add(["zh-en"], directory=folder, index=shelf.index)
    assert pairs(installed(folder)) == ["zh-en"]
    assert shelf.asked("zh_en-1.0.argosmodel")[-1].headers["range"] == "bytes=100000-"
    assert not part.exists()


def wait_for_part(cache: Path, size: int) -> Path:
    """The part of a download, when so many bytes have come to it."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for part in (cache / "langdu" / "models" / "downloads").glob("*.part"):
            if part.stat().st_size == size:
                return part
        time.sleep(0.01)
    pytest.fail("nothing is downloaded")


def test_two_processes_add_the_same_pair(folder: Path, shelf: Shelf) -> None:
    handler = held(shelf, "zh-en")
    with adding(folder, shelf, "zh-en") as first:
        assert handler.asked.wait(60)
        with adding(folder, shelf, "zh-en") as second:
            waits = "another langdu is busy with the download of translate-zh_en: waiting for it"
            assert read_line(second) == f"note: {waits}\n"
            handler.go_on.set()
            assert first.communicate(timeout=60)[0] == "added translate-zh_en\n"
            assert second.communicate(timeout=60)[0] == "kept translate-zh_en\n"
    assert (first.returncode, second.returncode) == (0, 0)
    assert len(shelf.asked("zh_en-1.0.argosmodel")) == 1
    assert pairs(installed(folder)) == ["zh-en"]


def test_the_one_that_waits_takes_over_from_one_that_is_killed(folder: Path, shelf: Shelf) -> None:
    handler = held(shelf, "zh-en")
    with adding(folder, shelf, "zh-en") as first:
        assert handler.asked.wait(60)
        with adding(folder, shelf, "zh-en") as second:
            assert "waiting" in read_line(second)
            handler.go_on.set()
            shelf.server.pages["/translate-zh_en-1.0.argosmodel"] = handler.file
            first.kill()
            assert second.communicate(timeout=60)[0] == "added translate-zh_en\n"
    assert pairs(installed(folder)) == ["zh-en"]


def test_two_processes_add_different_pairs(folder: Path, shelf: Shelf) -> None:
    handlers = [held(shelf, "zh-en"), held(shelf, "en-ja")]
    with adding(folder, shelf, "zh-en") as first, adding(folder, shelf, "en-ja") as second:
        for handler in handlers:  # both are downloading at once
            assert handler.asked.wait(60)
        for handler in handlers:
            handler.go_on.set()
        for process in (first, second):
            process.communicate(timeout=60)
            assert process.returncode == 0
    assert pairs(installed(folder)) == ["en-ja", "zh-en"]
    assert len({name.split("/")[0] for name in tree(folder)}) == 2


def test_threads_install_the_same_package(folder: Path, zh_en: Path) -> None:
    threads = [
        threading.Thread(target=install, args=(zh_en,), kwargs={"directory": folder})
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert pairs(installed(folder)) == ["zh-en"]
    assert len({name.split("/")[0] for name in tree(folder)}) == 1


def test_a_reader_while_a_package_is_replaced(folder: Path, zh_en: Path) -> None:
    install(zh_en, directory=folder)
    first = ArgosTranslator(folder).translate(["你好。"], "zh", "en")
    over = threading.Event()

    def replace() -> None:
        for _ in range(6):
            install(zh_en, directory=folder)
        over.set()

    thread = threading.Thread(target=replace)
    thread.start()
    reads = 0
    while not over.is_set():
        assert ArgosTranslator(folder).translate(["你好。"], "zh", "en") == first
        reads += 1
    thread.join()
    assert reads > 0


def test_a_package_replaced_while_packages_are_listed(
    folder: Path, zh_en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old one is gone when it is its turn, and the new one was not there yet: look again."""
    install(zh_en, directory=folder)

    def replaced_before(path: Path) -> Package | None:
        monkeypatch.setattr(module, "read", read)
        install(zh_en, directory=folder)
        return read(path)

    monkeypatch.setattr(module, "read", replaced_before)
    assert pairs(installed(folder)) == ["zh-en"]


def test_a_package_replaced_between_listing_and_loading(
    folder: Path, zh_en: Path, tmp_path: Path
) -> None:
    old = install(zh_en, directory=folder)
    engine = ArgosTranslator(folder)
    install(versioned(zh_en, tmp_path / "newer.argosmodel", "2"), directory=folder)
    assert engine.translate(["你好。"], "zh", "en")[0].text
    assert engine.model("zh", "en").version == "2"
    current, name = load_current(old, lambda path: path.resolve(strict=True).name)
    assert current.path.name == name == "translate-zh_en-2"


def test_a_package_that_does_not_load_is_not_tried_for_ever(folder: Path, zh_en: Path) -> None:
    package = install(zh_en, directory=folder)

    def fail(path: Path) -> None:
        raise ValueError(path.name)

    with pytest.raises(ValueError, match=package.path.name):
        load_current(package, fail)
