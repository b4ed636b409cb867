"""Fixtures that several suites share."""

import os
import signal
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent

# Hypothesis fails an example of over 0.2 s by the clock; on a busy machine any may take that.
hypothesis.settings.register_profile("no clock", deadline=None)
hypothesis.settings.load_profile("no clock")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Libraries that make folders when they are imported make them in a folder of the tests."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(home)


@pytest.fixture(scope="session", autouse=True)
def _signals_are_heard() -> None:
    """Ctrl-C ends what it should, also where a shell began the tests in its background.

    Such a shell has them ignore SIGINT and SIGQUIT, and every process that they start inherits it.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGQUIT"):
        signal.signal(signal.SIGQUIT, signal.SIG_DFL)


@pytest.fixture(scope="session")
def demo_models() -> list[Path]:
    """The four demo packages of the repository."""
    return sorted((ROOT / "examples" / "models").glob("*.argosmodel"))


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory, demo_models: list[Path]) -> Path:
    """A folder in which the demo packages are installed; do not change it."""
    from langdu.translation.packages.installing import install

    folder = tmp_path_factory.mktemp("argos") / "packages"
    for file in demo_models:
        install(file, directory=folder)
    return folder


@pytest.fixture(scope="session")
def demo_page() -> Path:
    """The fictional portal page of the repository."""
    return ROOT / "examples" / "portal" / "article.html"
