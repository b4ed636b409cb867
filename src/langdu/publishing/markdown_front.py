"""The front matter of Markdown: what is known of an article, a field a line."""

import json
import re
from typing import Final

from langdu.article import Article
from langdu.article_json import to_dict
from langdu.publishing.safe import clean_text

_ODD: Final = re.compile(r"[^\n -~\u00a0-\U0010ffff]|[\u2028\u2029]")
#: The blocks are the body, and the schema is named in the first line.
_NOT_HERE: Final = frozenset({"schema", "blocks"})


def front_matter(article: Article) -> str:
    """The fields that are known, each value as JSON, which is YAML too.

    What no page may hold (control characters, overrides of direction) stands as an escape.
    """
    lines = ["---", "langdu: article/1"]
    for name, value in to_dict(article).items():
        if value not in (None, []) and name not in _NOT_HERE:
            lines.append(f"{name}: {_json(value)}")
    return "\n".join([*lines, "---"])


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if _plain(char) else _escaped(char) for char in text)


def _plain(char: str) -> bool:
    return clean_text(char) == char and not _ODD.match(char)


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1]
