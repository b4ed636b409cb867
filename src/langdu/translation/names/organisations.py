"""Find organisations: universities that are called after a place or have a proper name.

Only where a name is a proper name and 大学 can a rule render it: 复旦大学, 吉林大学.
Companies, hospitals, groups and offices are half proper name and half description, and most have a
name of their own making in English; they are left to the user's glossary.
"""

import re
from collections.abc import Iterator
from functools import cache

from langdu.translation.names.contexts import of_places
from langdu.translation.names.name import Name, organisation


@cache
def _university() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(of_places().universities)})大学(?!生|城|堂|习|教育)")


def find_organisations(text: str) -> Iterator[Name]:
    """The universities of a text."""
    for match in _university().finditer(text):
        yield organisation(match.group(), "大学", match.start())
