"""``langdu batch``: many sources, many languages, one site."""

import json
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from langdu.cli import common
from langdu.cli.batch_options import manner_options, recipe_options
from langdu.cli.batch_progress import Shown
from langdu.cli.translating import STRICT

if TYPE_CHECKING:  # it imports every stage
    from langdu.batching.recipe import Manner, Recipe
    from langdu.batching.summary import Summary

#: The exit code where something failed, and the rest is done.
PARTLY = 3


@click.command()
@click.argument("list_", metavar="LIST")
@recipe_options
@manner_options
@common.folder_option("The site's folder.")
@click.option(
    "--list-format",
    metavar="KIND",
    help="What LIST is, where its content does not tell: urls, folder, feed, sitemap, warc, jsonl.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Work on a Dask cluster (tcp://…) that shares DIR; needs the extra cluster.",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a line of JSON for every unit.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for every event.")
@click.option("--strict", is_flag=True, help="Exit with 4 where the checks found something.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, how long and how large.")
@common.plain_option
def batch(
    list_: str,
    recipe: "Recipe",
    manner: "Manner",
    output: Path,
    list_format: str | None,
    scheduler: str | None,
    report: Path | None,
    as_json: bool,
    strict: bool,
    dry_run: bool,
    plain: bool,
) -> int:
    """Make a site of all sources of LIST, in one or more languages.

    LIST is a file of URLs or paths, a folder of pages, an RSS or Atom feed, a sitemap, a WARC
    file, JSON Lines, or - for standard input. Run the same command again at any time: it does what
    is missing or has changed, and nothing else. Exits with 3 where a source failed.
    """
    from langdu.batching.calling import from_list
    from langdu.batching.report import Report
    from langdu.batching.running import run
    from langdu.batching.summary import Summary

    if dry_run:
        return _show_plan(list_, list_format, output, recipe, manner, as_json=as_json)
    with ExitStack() as stack:
        summary = Summary()
        executor = None
        if scheduler:
            from langdu.batching.cluster import connect

            recipe = _without_own_memory(recipe)
            executor, workers = stack.enter_context(connect(scheduler, output, recipe))
            common.tell(f"langdu: {workers} workers at {scheduler}")
        lines = stack.enter_context(Report(report)) if report else None
        shown = stack.enter_context(Shown(list_, list_format, summary, quiet=as_json))
        listed = from_list(list_, list_format, allow_private=recipe.allow_private)
        outcomes = run(listed, output, recipe, manner, executor, shown.tell)
        for outcome in stack.enter_context(closing(outcomes)):  # type: ignore[type-var]
            summary.add(outcome)
            if lines:
                lines.add(outcome)
            if as_json:
                common.echo(json.dumps({"event": "unit", **outcome.to_dict()}, ensure_ascii=False))
            shown.outcome(outcome)
        if lines:
            lines.finish()
    return _end(summary, output, recipe, as_json=as_json, strict=strict)


def _first(recipe: "Recipe") -> str:
    """Where a reader begins."""
    if recipe.cleans_only:
        return "articles.jsonl"
    return "index.html" if "html" in recipe.formats else "articles"


def _show_plan(
    place: str,
    kind: str | None,
    output: Path,
    recipe: "Recipe",
    manner: "Manner",
    *,
    as_json: bool,
) -> int:
    from langdu.batching.calling import from_list
    from langdu.batching.estimating import estimate

    listed = from_list(place, kind, allow_private=recipe.allow_private)
    with common.status("Making a sample"):
        found = estimate(listed, output, recipe, manner, lambda line: None)
    if as_json:
        common.echo(json.dumps({"event": "estimate", **found.to_dict()}))
    for line in () if as_json else found.lines():
        common.echo(line)
    return 0


def _without_own_memory(recipe: "Recipe") -> "Recipe":
    """On a cluster every machine has a memory of its own, and they would make different sites."""
    if recipe.memory is not True:
        return recipe
    common.tell("langdu: no translation memory is used on a cluster; --memory FILE names one")
    return replace(recipe, memory=None)


def _end(summary: "Summary", output: Path, recipe: "Recipe", *, as_json: bool, strict: bool) -> int:
    if as_json:
        common.echo(json.dumps({"event": "summary", **summary.to_dict()}, ensure_ascii=False))
    else:
        for line in summary.lines():
            common.tell(f"langdu: {line}")
        common.echo(str(output / _first(recipe)))
    if summary.states["failed"]:
        return PARTLY
    return STRICT if strict and summary.findings else 0
