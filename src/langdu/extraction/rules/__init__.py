"""The rules that make drafts an article, in the order that they are applied in.

A rule takes the drafts and notes what it learns and removes. One rule, one file.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.rules.attachments import attachments
from langdu.extraction.rules.bar import bar
from langdu.extraction.rules.captions import captions
from langdu.extraction.rules.credits import credit_lines
from langdu.extraction.rules.duplicates import duplicates
from langdu.extraction.rules.excerpts import excerpts
from langdu.extraction.rules.footnotes import footnotes
from langdu.extraction.rules.headings import headings
from langdu.extraction.rules.levels import levels
from langdu.extraction.rules.link_lines import link_lines
from langdu.extraction.rules.pager_lines import pager_lines
from langdu.extraction.rules.pairs import pairs
from langdu.extraction.rules.policy import policy_table
from langdu.extraction.rules.table_captions import table_captions
from langdu.extraction.rules.tail import tail
from langdu.extraction.rules.title_line import title_line

Rule: TypeAlias = Callable[[list[Draft], Notes], list[Draft]]

PIPELINE: Final[tuple[Rule, ...]] = (
    footnotes,
    policy_table,
    attachments,
    bar,
    title_line,
    credit_lines,
    pager_lines,
    tail,
    link_lines,
    excerpts,
    table_captions,
    captions,
    headings,
    levels,
    pairs,
    duplicates,
)


def apply_rules(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Apply every rule of the pipeline."""
    for rule in PIPELINE:
        drafts = rule(drafts, notes)
    return drafts
