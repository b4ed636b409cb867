"""``make bench-batch``: what a batch costs, and what its driver costs beside the work.

::

    workers    generated articles × 4 languages, pages + audio: one process without a batch, a batch
               of one worker, a batch of two; every one held to one thread
    driver     the driver's CPU time beside simulated workers, and its memory, from 1,000 units on
    receipts   so many receipts read, and a second run that has nothing to do

`--only workers` takes 15 to 25 minutes on two cores that have nothing else to do, for 200 articles.
With the real models of ``--models`` (a folder of ``.argosmodel`` files) where there are some, else
with the demo models of the repository.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.batch import driver, receipts, workers

MODELS = Path(__file__).parents[2] / "examples" / "models"


def main() -> None:
    """Run what is asked for, and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--units", type=int, default=100_000, help="of the driver's memory")
    parser.add_argument("--receipts", type=int, default=100_000)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--only", choices=["workers", "driver", "receipts"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.only in (None, "driver"):
            driver.bench(Path(folder) / "driver", given.units)
        if given.only in (None, "receipts"):
            receipts.bench(Path(folder) / "receipts", given.receipts)
        if given.only in (None, "workers"):
            workers.bench(Path(folder) / "workers", given.articles, given.models)


if __name__ == "__main__":
    main()
