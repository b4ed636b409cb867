"""The page of commands is what ``--help`` prints; the table of errors has every error."""

import importlib.util
import inspect
from importlib.metadata import version

import pytest

import langdu
from langdu import errors
from tests.conftest import ROOT


@pytest.mark.skipif(
    version("click") < "8.2", reason="click 8.1 writes the usage of a group in another way"
)
def test_the_page_of_commands_is_true() -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(), "run: make reference"


def test_every_error_is_in_the_table_with_its_parent() -> None:
    rows = [
        [cell.strip(" `") for cell in line.split("|")[1:-1]]
        for line in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    table = {row[0]: row[1] for row in rows}
    classes = [c for _, c in inspect.getmembers(errors, inspect.isclass)]
    parents = {c.__name__: c.__bases__[0].__name__ for c in classes}
    assert table == parents
    assert all(all(row) for row in rows)
    assert issubclass(langdu.LangduError, Exception)


def test_every_public_name_is_in_the_page_of_python() -> None:
    text = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    told = {line.rpartition(".")[2] for line in text.splitlines() if line.startswith(":::")}
    error_names = {c.__name__ for _, c in inspect.getmembers(errors, inspect.isclass)}
    assert told == set(langdu.__all__) - error_names - {"__version__"}
