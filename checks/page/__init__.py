"""Our own checks of a page: those that axe has not. One file, one matter.

Each module has ``find(page)``, which gives what is wrong in the page as it is now, as lines that a
person can follow.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from playwright.sync_api import Page

from checks.page import (
    buttons,
    colours,
    focus,
    functions,
    headings,
    ids,
    languages,
    lines,
    policy,
    reflow,
    ruby,
    sound,
    spacing,
    targets,
)

PageCheck = Callable[[Page], list[str]]

#: Cheap enough for every state.
ALWAYS: Final[Mapping[str, PageCheck]] = MappingProxyType(
    {
        "buttons": buttons.find,
        "colours": colours.find,
        "headings": headings.find,
        "ids": ids.find,
        "languages": languages.find,
        "lines": lines.find,
        "policy": policy.find,
        "reflow": reflow.find,
        "ruby": ruby.find,
        "sound": sound.find,
        "targets": targets.find,
    }
)

#: It leaves the page as nobody would: once for each language.
ONCE: Final[Mapping[str, PageCheck]] = MappingProxyType({"functions": functions.find})

#: They type or change the page: for some states.
SOMETIMES: Final[Mapping[str, PageCheck]] = MappingProxyType(
    {"focus": focus.find, "spacing": spacing.find}
)
