"""One batch in a process of its own, for those who kill it: LIST SITE JOBS [real].

With fakes, or with the engines of a user: Argos models and eSpeak NG. A line ``made SLUG`` on
standard output for each article of which something was made.
"""

import sys
from concurrent.futures import Executor
from pathlib import Path

import langdu
from langdu.batching.recipe import Manner, Recipe
from tests.batching.running.portal import recipe

REAL = Recipe(
    to=("en", "ja"), audio=True, formats=("html", "json"), voice="espeak", allow_private=True
)


def carry_out(place: str, site: Path, made: Recipe, jobs: int, pool: Executor | None = None) -> int:
    """Run a batch to its end; gives what the command would exit with."""
    manner = Manner(jobs=jobs, delay=0, per_host=8, robots=False)
    failed, last = 0, None
    try:
        for outcome in langdu.batch(place, out=site, recipe=made, manner=manner, executor=pool):
            failed += outcome.state == "failed"
            if outcome.state == "failed":
                sys.stderr.write(f"failed {outcome.source} {outcome.reason}\n")
            if outcome.state == "made" and outcome.slug != last:
                last = outcome.slug
                sys.stdout.write(f"made {last}\n")
                sys.stdout.flush()
    except langdu.LangduError as error:
        sys.stderr.write(f"stopped: {error}\n")
        return 1
    return 3 if failed else 0


def main() -> int:
    place, site, jobs, *real = sys.argv[1:]
    return carry_out(place, Path(site), REAL if real else fakes(), int(jobs))


def fakes() -> Recipe:
    return recipe(allow_private=True)


if __name__ == "__main__":
    sys.exit(main())
