"""``--translation FILE``: what a person edited is published and spoken as it is."""

import json
import wave
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def edited(langdu: Command, demo_page: Path) -> Path:
    """The English demo translation as JSON, its first sentence written by a person."""
    made = langdu("translate", str(demo_page), "-t", "en", "--format", "json")
    data = json.loads(made.out)
    data["title"] = "A person's own title"
    file = langdu.folder / "en.json"
    file.write_text("\ufeff" + json.dumps(data), "utf-8")  # as editors on Windows save it
    langdu.environment["ARGOS_PACKAGES_DIR"] = str(langdu.folder / "none")  # nothing to ask
    return file


@pytest.mark.parametrize("targets", [[], ["-t", "en"], ["-t", "English"]])
def test_publish_takes_it_and_asks_no_engine(
    langdu: Command, demo_page: Path, edited: Path, targets: list[str]
) -> None:
    arguments = ("publish", str(demo_page), *targets, "--translation", str(edited), "-o", "site")
    result = langdu(*arguments, "--format", "json")
    assert (result.code, result.err) == (0, "")
    published = json.loads((langdu.folder / "site" / "en" / "article.json").read_text("utf-8"))
    assert published == json.loads(edited.read_text("utf-8-sig"))
    assert (langdu.folder / "site" / "zh" / "article.json").exists()


def test_it_may_be_markdown(langdu: Command, demo_page: Path, edited: Path) -> None:
    source = langdu("extract", str(edited), "--format", "markdown").out
    file = langdu.folder / "en.md"
    file.write_text("\ufeff" + source.replace("A person's own title", "By hand"), "utf-8")
    arguments = ("publish", str(demo_page), "--translation", str(file), "-o", "site")
    result = langdu(*arguments, "--format", "json,markdown,epub-bilingual")
    assert (result.code, result.err) == (0, "")
    published = json.loads((langdu.folder / "site" / "en" / "article.json").read_text("utf-8"))
    assert published["title"] == "By hand"
    assert published["blocks"] == _without_files(
        json.loads(edited.read_text("utf-8-sig"))["blocks"]
    )
    file.write_text(source.replace("langdu: article/1\n", "langdu: article/1\nodd: \n"), "utf-8")
    broken = langdu(*arguments)
    assert (broken.code, broken.err.count("\n")) == (1, 1)
    assert "en.md is no translation of this article: the Markdown's front matter" in broken.err


def _without_files(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks without the pictures on this machine, which Markdown does not name."""
    return [{**b, "image": None} if b["type"] == "figure" else b for b in blocks]


def test_the_other_languages_are_translated(
    langdu: Command, demo_page: Path, packages: Path, edited: Path
) -> None:
    langdu.environment["ARGOS_PACKAGES_DIR"] = str(packages)
    targets = ("-t", "ja", "-t", "en", "--translation", str(edited))
    assert langdu("publish", str(demo_page), *targets, "-o", "site", "--format", "text").code == 0
    site = langdu.folder / "site"
    assert "A person's own title" in (site / "en" / "article.txt").read_text("utf-8")
    assert "雲渓区" in (site / "ja" / "article.txt").read_text("utf-8")


def test_speak_takes_it(langdu: Command, demo_page: Path, edited: Path) -> None:
    arguments = ("speak", str(demo_page), "--translation", str(edited), "-o", "en.wav")
    result = langdu(*arguments)
    assert (result.code, result.err) == (0, "")
    with wave.open(str(langdu.folder / "en.wav")) as sound:
        assert sound.getnframes() > 0
    timeline = json.loads((langdu.folder / "en.timeline.json").read_text("utf-8"))
    assert "en" in json.dumps(timeline)


def test_what_is_no_translation_of_it_is_refused_in_one_line(
    langdu: Command, demo_page: Path, edited: Path
) -> None:
    data = json.loads(edited.read_text("utf-8-sig"))
    changes = {
        "less.json": {"blocks": data["blocks"][:-1]},
        "same.json": {"lang": "zh"},
        "none.json": {"schema": "other"},
    }
    for name, change in changes.items():
        (langdu.folder / name).write_text(json.dumps(data | change), "utf-8")
    (langdu.folder / "text.json").write_bytes(b"\xff\xfe\x00")
    for *names, message in (
        ["same.json", "in 'zh', as the article itself"],
        ["none.json", "schema"],
        ["text.json", "not JSON"],
        ["en.json", "en.json", "a second translation into 'en'"],
    ):
        given = [part for name in names for part in ("--translation", name)]
        result = langdu("publish", str(demo_page), "-o", "out", *given)
        assert (result.code, result.out, result.err.count("\n")) == (1, "", 1), result.err
        assert result.err.startswith(f"langdu: {names[0]} is ")
        assert message in result.err
    last = data["blocks"][-1]["id"]
    refused = langdu("speak", str(demo_page), "--translation", "less.json", "-o", "out.wav")
    assert f"it lacks {last!r}" in refused.err
    two = langdu("speak", str(demo_page), *["--translation", "en.json"] * 2)
    assert two.code == 2
    assert not list(langdu.folder.glob("out*"))
