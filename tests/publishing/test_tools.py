"""The toolbar and its script know the same functions, values and messages."""

import re
from pathlib import Path

import pytest

import langdu.publishing
from langdu.publishing import render_html
from langdu.publishing.labels_tools import ROWS
from tests.publishing.page import every, parse, text
from tests.publishing.samples import LANGS, article

_MODULES = Path(langdu.publishing.__file__).parent / "script"
_SCRIPT = "\n".join(file.read_text("utf-8") for file in sorted(_MODULES.glob("*.js")))


def block(name: str) -> str:
    """The text of an object of the script."""
    found = re.search(
        rf"^(?:export )?const {name} = \{{\n(.*?)^\}};", _SCRIPT, re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_button_is_known_to_the_script(lang: str) -> None:
    root = parse(render_html(article(lang)))
    functions = {str(b.get("data-do")) for b in every(root, "//button[@data-do]")}
    names = " ".join(map(block, ("TOGGLES", "CYCLES", "ACTIONS")))
    assert functions <= set(re.findall(r'"?([\w-]+)"?(?::|,$)', names, re.MULTILINE))
    choices = block("CHOICES")
    for button in every(root, "//button[@data-set]"):
        name, value = button.get("data-set"), str(button.get("data-value"))
        row = re.search(rf'^  "?{name}"?: \[(.*)\],$', choices, re.MULTILINE)
        assert row
        assert value in re.findall(r"[\w.-]+", row[1])


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_of_the_script_is_in_the_toolbar(lang: str) -> None:
    root = parse(render_html(article(lang)))
    said = {str(item.get("data-say")) for item in every(root, "//li[@data-say]")}
    asked = set(re.findall(r'words\("(\w+)"', _SCRIPT)) | set(re.findall(r'"(\w+_is)"', _SCRIPT))
    assert len(asked) > 10
    assert asked <= said
    assert said <= set(re.findall(r'"(\w+)"', _SCRIPT))
    assert said == {name.removeprefix("say_") for name in ROWS if name.startswith("say_")}
    assert all(text(item) for item in every(root, "//li[@data-say]"))


def test_no_two_functions_have_the_same_key() -> None:
    root = parse(render_html(article()))
    keys = {(b.get("data-key"), b.get("data-do")) for b in every(root, "//button[@data-key]")}
    assert len(dict(keys)) == len(keys)


def test_the_script_makes_no_markup_of_text() -> None:
    for trap in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert trap not in _SCRIPT
    assert "new Function" not in _SCRIPT
