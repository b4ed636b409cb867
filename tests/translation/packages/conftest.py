"""Every test has a cache of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from tests.translation.packages.shelf import Shelf, shelved, versioned


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """The only authority that clients trust here, and the file of its certificate."""
    made = trustme.CA()
    file = tmp_path_factory.mktemp("authority") / "ca.pem"
    made.cert_pem.write_to_path(str(file))
    return made, file


@pytest.fixture(autouse=True)
def cache(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    authority: tuple[trustme.CA, Path],
) -> Path:
    """The user's cache folder of this test."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("SSL_CERT_FILE", str(authority[1]))  # and quick to load
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where packages are to be installed; it is not there yet, but its parent is."""
    (tmp_path / "argos").mkdir()
    return tmp_path / "argos" / "packages"


@pytest.fixture(scope="session")
def zh_en(tmp_path_factory: pytest.TempPathFactory, demo_models: list[Path]) -> Path:
    """The package zh-en 1.0, as if it were a real one."""
    return _real("zh_en", tmp_path_factory, demo_models)


@pytest.fixture(scope="session")
def en_ja(tmp_path_factory: pytest.TempPathFactory, demo_models: list[Path]) -> Path:
    """The package en-ja 1.0, as if it were a real one."""
    return _real("en_ja", tmp_path_factory, demo_models)


def _real(pair: str, factory: pytest.TempPathFactory, models: list[Path]) -> Path:
    source = next(file for file in models if pair in file.name)
    return versioned(source, factory.mktemp("files") / source.name, "1.0")


@pytest.fixture
def shelf(zh_en: Path, en_ja: Path) -> Iterator[Shelf]:
    """A server with an index of zh-en and en-ja."""
    with shelved() as shelf:
        shelf.offer("zh-en", zh_en.read_bytes())
        shelf.offer("en-ja", en_ja.read_bytes())
        yield shelf


@pytest.fixture
def leave_free(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes believe that every disk has so many bytes free."""

    def leave(free: int) -> None:
        usage = shutil.disk_usage("/")._replace(free=free)
        monkeypatch.setattr("shutil.disk_usage", lambda _: usage)

    return leave
