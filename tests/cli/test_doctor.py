"""``langdu doctor``: what it says is so, and what it advises can be typed."""

import json
import tomllib
from pathlib import Path

import pytest

from langdu.cli.doctor.extras import EXTRAS
from langdu.cli.doctor.translation import QUALITY
from tests.cli.conftest import Command
from tests.conftest import ROOT


def rows(langdu: Command, **environment: str) -> list[dict[str, object]]:
    result = langdu.having(**environment)("doctor", "--json")
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, object]] = json.loads(result.out)
    return found


def test_every_area_is_looked_at(langdu: Command, tmp_path: Path) -> None:
    found = rows(langdu, ARGOS_PACKAGES_DIR=str(tmp_path / "none"))
    areas = dict.fromkeys(row["area"] for row in found)
    assert [*areas] == ["langdu", "extras", "translation", "speech", "sound", "places"]
    spoken = {row["what"] for row in found if row["area"] == "speech" and row["ok"]}
    assert {"zh", "en", "ja", "ko", "ru"} <= spoken
    argos = next(row for row in found if row["what"] == "argos")
    assert (argos["ok"], argos["detail"]) == (False, "no models")
    assert argos["fix"] == "langdu models add zh-en en-ja en-ko en-ru"


def test_what_people_read_has_the_same_in_it(langdu: Command) -> None:
    found = rows(langdu)
    shown = langdu("doctor").out
    for row in found:
        if row["area"] != "places":  # what is free changes by the second
            assert f"{row['detail']}" in shown
        assert row["ok"] or row["fix"] or row["detail"]


def test_a_demo_model_has_no_published_figure(langdu: Command) -> None:
    argos = next(row for row in rows(langdu) if row["what"] == "argos")
    assert "demo models" in str(argos["detail"])
    assert "COMET" not in str(argos["detail"])


def test_a_folder_that_cannot_be_written(langdu: Command, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    found = rows(langdu, XDG_CACHE_HOME=str(blocked))
    cache = next(row for row in found if (row["area"], row["what"]) == ("places", "cache"))
    assert cache["ok"] is False
    assert str(blocked) in str(cache["fix"])


def test_the_extras_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(EXTRAS) == set(project["optional-dependencies"]) - {"all"}


@pytest.mark.parametrize("engine", QUALITY)
def test_the_figures_are_those_of_the_docs(engine: str) -> None:
    table = [
        [cell.strip(" *") for cell in line.split("|")]
        for line in (ROOT / "docs" / "quality.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    column = next(i for i, cell in enumerate(table[0]) if cell.lower().startswith(engine))
    for (source, target), figure in QUALITY[engine].items():
        row = next(row for row in table if row[1] == f"{source}→{target}")
        assert row[column].replace("*", "").split()[0] == f"{figure:.3f}".lstrip("0")
