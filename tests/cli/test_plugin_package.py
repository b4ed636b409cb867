"""The package of CONTRIBUTING.md: built, installed into a folder, and used by the command."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest
import soundfile

import langdu
from tests.cli.conftest import Command
from tests.conftest import ROOT
from tests.docs.blocks import blocks

_NAME = re.compile(r"# ([\w.]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the package is installed, as pip installs it."""
    source = tmp_path_factory.mktemp("langdu-example")
    package = source / "src" / "langdu_example"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    for block in blocks():
        if block.page == ROOT / "CONTRIBUTING.md" and (name := _NAME.match(block.text)):
            folder = source if name[1].endswith(".toml") else package
            (folder / name[1]).write_text(block.text, encoding="utf-8")
    installed = tmp_path_factory.mktemp("site")
    # without isolation: what builds it is here, and the tests ask no network
    pip = "install --quiet --no-deps --no-build-isolation --no-index --disable-pip-version-check"
    subprocess.run(
        [sys.executable, "-m", "pip", *pip.split(), "--target", str(installed), str(source)],
        check=True,
        timeout=200,
    )
    return installed


@pytest.fixture
def command(langdu: Command, site: Path) -> Command:
    return langdu.having(PYTHONPATH=str(site))


def test_the_voice(command: Command) -> None:
    assert "beep:a4" in command("voices", "--engine", "beep").out
    (command.folder / "page.txt").write_text("A title\n\n" + "One sentence is enough. " * 9)
    done = command("speak", "page.txt", "--voice", "beep", "-o", "page.wav")
    assert (done.code, done.err) == (0, "")
    assert soundfile.info(command.folder / "page.wav").duration > 5


def test_the_engine(command: Command, demo_page: Path) -> None:
    options = "-t en --engine shout --format json -o en.json --no-memory".split()
    done = command("translate", str(demo_page), *options)
    assert done.code == 0, done.err
    english = langdu.from_json((command.folder / "en.json").read_bytes())
    assert english.translation
    assert english.translation.engine == "shout"
    refused = command("translate", str(demo_page), "-t", "ja", "--engine", "shout")
    assert (refused.code, refused.err.count("\n")) == (1, 1)


def test_the_rule(command: Command) -> None:
    asked = "from langdu import plugins; print([rule.name for rule in plugins.rules()])"
    program = [sys.executable, "-c", asked]
    done = subprocess.run(
        program, env=command.environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "['paper']\n"


def test_the_writer(command: Command, demo_page: Path) -> None:
    done = command("publish", str(demo_page), "-o", "site", "--format", "html,cards")
    assert (done.code, done.err) == (0, "")
    folder = command.folder / "site" / "zh"
    cards = list(csv.reader((folder / "cards.csv").read_text(encoding="utf-8").splitlines()))
    article = langdu.load(demo_page)
    assert cards == [[sentence.id, sentence.text.strip()] for sentence in article.segments]
    assert 'href="cards.csv"' in (folder / "index.html").read_text(encoding="utf-8")


def test_the_places_of_a_language_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chapter = text.partition("### A language")[2]
    named = re.findall(r"`(src/[\w/.]+)`", chapter)
    assert len(named) > 5
    for place in named:
        assert (ROOT / place).exists(), place
