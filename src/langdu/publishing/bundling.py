"""The reader's script: ES modules joined into one classic script.

Browsers load no modules from a disk, and readers of this repository no bundle: ``make script``
joins the modules and makes the result small, and pages get that file. The modules share one scope,
so they keep to ``import { a } from "./a.js";`` and ``export`` before a declaration, and a name is
declared at the top of one module only.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_IMPORT: Final = re.compile(r'^import\s+\{[^}]*\}\s+from\s+"\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async |const |let |class |function))", re.MULTILINE)
_MODULE_WORD: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_DECLARED: Final = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|const|let|class) +([\w$]+)", re.MULTILINE
)
_BLOCK_COMMENT: Final = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE_COMMENT: Final = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT: Final = re.compile(r"^[ \t]+|[ \t]+$|\n(?=\n)", re.MULTILINE)


#: The joined script within this package.
BUILT: Final = "templates/reader.js"


@cache
def reader_script() -> str:
    """The script of the reader page, as it stands in ``assets/reader.js`` or in a page."""
    text = (files("langdu.publishing") / BUILT).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def join(folder: Traversable, entry: str) -> str:
    """The module ``entry`` of a folder and those that it imports, as one script in strict mode.

    Raises :class:`ValueError` for what cannot be joined or must not stand in a page.
    """
    modules = dict(_needed(folder, entry, {}))
    _check_names(modules)
    body = "".join(map(_bare, modules.values()))
    return safe(f'(function () {{\n"use strict";\n{body}}})();\n')


def safe(script: str) -> str:
    """The script, when it can stand in a page. Raises :class:`ValueError`."""
    for trap in ("</", "<!--"):
        if trap in script:
            raise ValueError(f"{trap!r} in a script would end or change the page around it")
    return script


def _needed(folder: Traversable, name: str, open_: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The module's file name and text, those that it imports first."""
    if name in open_:
        return
    open_[name] = text = (folder / name).read_text(encoding="utf-8").replace("\r\n", "\n")
    for imported in _IMPORT.findall(text):
        yield from _needed(folder, imported, open_)
    yield name, text


def _check_names(modules: dict[str, str]) -> None:
    owners: dict[str, str] = {}
    for module, text in modules.items():
        for name in _DECLARED.findall(text):
            if name in owners:
                raise ValueError(f"{module} and {owners[name]} both declare {name}")
            owners[name] = module


def _bare(text: str) -> str:
    """The module without the words of modules, comment lines, indentation and empty lines."""
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _MODULE_WORD.search(text):
        raise ValueError(f"cannot join {left[0]!r}; write import {{ a }} or export before a name")
    if any(line.count("`") % 2 for line in text.splitlines()):
        raise ValueError("a template string over several lines would lose its indentation")
    text = _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", text))
    return _INDENT.sub("", text).strip("\n") + "\n"
