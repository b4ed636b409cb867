"""``make fuzz``: damaged pages through everything from bytes to JSON.

The development pages beside the repository are the seeds where they are; langdu's own pages always
are. A page that breaks langdu is written to ``fuzz-failures/``, and told with the arguments that
make it again: ``python -m tests.hostile.fuzz --seed S --first N --count 1``.
"""

import gzip
import sys
from collections import Counter
from pathlib import Path

import click

from langdu.article_json import to_json
from langdu.errors import LangduError
from langdu.extraction import extract
from langdu.loading import load_page
from tests.hostile.guarded import Guarded
from tests.hostile.mutations import mutated
from tests.hostile.way import explained_way

_ROOT = Path(__file__).parent.parent.parent
_FAILURES = _ROOT / "fuzz-failures"
#: Larger pages cost more and say no more.
_LARGEST = 150_000
_SECONDS = 10.0


def own_seeds() -> list[bytes]:
    """The golden pages, the demo's page, and articles as JSON."""
    files = sorted((_ROOT / "tests" / "extraction" / "goldens").glob("*.*"))
    pages = [file.read_bytes() for file in files if "expected" not in file.name]
    pages.append((_ROOT / "examples" / "portal" / "article.html").read_bytes())
    articles = []
    for page in pages[::6]:
        try:
            articles.append(to_json(extract(load_page(page))).encode())
        except LangduError:
            continue
    return pages + articles


def shared_seeds() -> list[bytes]:
    """The development pages, none where they are not."""
    files = sorted((_ROOT.parent / "shared" / "bench" / "extraction").glob("*/*.html.gz"))
    pages = (gzip.decompress(file.read_bytes()) for file in files)
    return [page for page in pages if len(page) <= _LARGEST]


@click.command()
@click.option("--count", default=20_000, show_default=True, help="How many pages.")
@click.option("--first", default=0, show_default=True, help="The number of the first one.")
@click.option("--seed", default="0", show_default=True)
@click.option("--memory", default=2000, show_default=True, help="Address space in MiB.")
def main(count: int, first: int, seed: str, memory: int) -> None:
    """Run damaged pages; the exit code is 1 when any of them broke langdu."""
    pages = own_seeds() + shared_seeds()
    click.echo(f"{len(pages)} pages, {count} mutations, seed {seed}")
    seen: Counter[str] = Counter()
    slowest, peak, broken = (0.0, -1), 0, 0
    with Guarded(explained_way, seconds=_SECONDS, memory=memory) as way:
        for number in range(first, first + count):
            data = mutated(f"{seed}:{number}", pages)
            outcome = way(data)
            slowest, peak = max(slowest, (outcome.seconds, number)), max(peak, outcome.peak)
            seen["broken" if outcome.failure else outcome.value.split(":")[0]] += 1
            if outcome.failure:
                broken += 1
                _FAILURES.mkdir(exist_ok=True)
                file = _FAILURES / f"{seed}-{number}.html"
                file.write_bytes(data)
                last = outcome.failure.strip().splitlines()[-1]
                click.echo(f"--seed {seed} --first {number}: {last[:300]} ({file.name})")
            if (number + 1 - first) % 1000 == 0:
                click.echo(f"{number + 1}: {dict(seen)}, peak {peak} MiB, slowest {slowest}")
    click.echo(f"{dict(seen)}, peak {peak} MiB, slowest {slowest[0]:.1f} s (number {slowest[1]})")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
