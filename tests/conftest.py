"""Fixtures that several suites share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def demo_models() -> list[Path]:
    """The four demo packages of the repository."""
    return sorted((ROOT / "examples" / "models").glob("*.argosmodel"))


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory, demo_models: list[Path]) -> Path:
    """A folder in which the demo packages are installed; do not change it."""
    from langdu.translation.packages import install

    folder = tmp_path_factory.mktemp("argos") / "packages"
    for file in demo_models:
        install(file, directory=folder)
    return folder


@pytest.fixture(scope="session")
def demo_page() -> Path:
    """The fictional portal page of the repository."""
    return ROOT / "examples" / "portal" / "article.html"
