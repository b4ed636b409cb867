"""A writer for tests, ours and yours: a line for each sentence, its id and its text."""

from typing import Final

from langdu.publishing.editions import Edition, Writer
from langdu.publishing.safe import one_line


def _render(edition: Edition) -> str:
    lines = (f"{s.id}\t{one_line(s.text)}\n" for s in edition.article.segments)
    return "".join(lines)


#: As a plugin would offer it, in the group ``langdu.writers``.
FAKE_WRITER: Final = Writer("Sentences", "tsv", _render, stem="sentences")
