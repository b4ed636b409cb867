"""``langdu check``: what differs between an article and its translation, whoever made it."""

import json
from pathlib import Path

import click

from langdu.article import ADVICE, Article, Check
from langdu.cli import common
from langdu.cli.translating import STRICT, finding, glossary_option
from langdu.errors import ArticleError, ExtractError


@click.command()
@click.argument("source", metavar="SOURCE.json")
@click.argument("translation", metavar="TRANSLATION.json")
@glossary_option
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.option("--strict", is_flag=True, help="Exit with 4 where something differs.")
def check(
    source: str, translation: str, glossary: tuple[Path, ...], as_json: bool, strict: bool
) -> int:
    """Compare numbers, dates, names and terms of two articles with the same sentence ids.

    SOURCE.json and TRANSLATION.json are what --format json writes.
    """
    from langdu.translation.checks.articles import check_article
    from langdu.translation.glossary import Glossary

    found = check_article(_load(source), _load(translation), Glossary.load(glossary))
    if as_json:
        common.echo(json.dumps([_row(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            common.echo(finding(one))
    wrong = any(one.kind != ADVICE for one in found)
    return STRICT if strict and wrong else 0


def _load(name: str) -> Article:
    """One of the two articles; an error says which."""
    from langdu.reader import load

    try:
        return load(name)
    except (ArticleError, ExtractError) as error:
        told = str(error)
        raise type(error)(told if name in told else f"{name}: {told}") from None


def _row(check: Check) -> dict[str, str | None]:
    return {
        "sentence": check.sentence,
        "kind": check.kind,
        "expected": check.expected,
        "found": check.found,
    }
