"""The front matter: a line for each field of ``langdu/article/1``, its value in JSON.

JSON is YAML, so that other tools for Markdown can read it too.
"""

import json
import re
from typing import Any, Final

from langdu.article_json import SCHEMA
from langdu.errors import ArticleError

_FRONT: Final = re.compile(r"\ufeff?---\r?\nlangdu: article/1\r?\n(.*?)^---\r?$", re.M | re.S)
_LINE: Final = re.compile(r"([a-z]+): (.+)")
#: What begins the article itself, after the head that is for people.
_BODY: Final = "<!-- text -->"


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields, and the Markdown of the body. Raises :class:`ArticleError`."""
    found = _FRONT.match(text)
    if not found:
        raise ArticleError("the Markdown's front matter has no end: a line of three dashes")
    fields: dict[str, Any] = {"schema": SCHEMA}
    for line in found[1].splitlines():
        pair = _LINE.fullmatch(line.strip())
        if not pair or pair[1] in (*fields, "blocks"):
            raise ArticleError(f"the Markdown's front matter has an unknown line: {line[:60]!r}")
        try:
            fields[pair[1]] = json.loads(pair[2])
        except (ValueError, RecursionError):
            raise ArticleError(
                f"the Markdown's front matter has a value for {pair[1]!r} that is no JSON"
            ) from None
    _, marker, body = text[found.end() :].partition(f"\n{_BODY}")
    if not marker:
        raise ArticleError(f"the Markdown has no line {_BODY} where the article begins")
    return fields, body
