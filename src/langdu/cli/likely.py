"""A quick look at a source for its language, so that a voice can start while it is being loaded.

What is said here is a guess: the article itself decides, and a wrong guess costs a process that
ends unused.
"""

import re
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from langdu.languages import LANGUAGES, guess, normalize

#: Bytes of a file that are looked at: heads of pages are full of scripts.
_SAMPLE: Final = 1 << 16
_JSON: Final = re.compile(r'\A\s*\{.{0,200}?"lang":\s*"([\w-]+)"', re.DOTALL)
_HTML: Final = re.compile(r"<html[^>]{0,300}?\slang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
#: The languages of countries' domains, where langdu knows one.
_DOMAINS: Final = re.compile(r"\.(cn|jp|kr|ru|uk|us|au)\Z")
_OF_DOMAIN: Final = MappingProxyType({"cn": "zh", "jp": "ja", "kr": "ko", "ru": "ru"})
#: What langdu is mostly given.
_USUAL: Final = "zh"


def likely_language(source: str) -> str:
    """The language that the article of SOURCE is probably in; never an error."""
    if source == "-":
        return _USUAL
    if "://" in source:
        try:
            found = _DOMAINS.search(urlsplit(source).hostname or "")
        except ValueError:
            return _USUAL
        return _OF_DOMAIN.get(found.group(1), "en") if found else _USUAL
    try:
        with Path(source).open("rb") as file:
            text = file.read(_SAMPLE).decode("utf-8", "ignore")
    except (OSError, ValueError):  # loading says what is wrong with it
        return _USUAL
    declared = _JSON.search(text) or _HTML.search(text)
    code = normalize(declared.group(1)) if declared else guess([_MARKUP.sub(" ", text)])
    return code if code is not None and code in LANGUAGES else _USUAL
