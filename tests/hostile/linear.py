"""``make bench-linear``: seconds and peak memory of each shape as it grows.

Elements: 25, 50 and 100 thousand; bytes: 5, 10 and 20 MB. A cost that is linear doubles from one
column to the next.
"""

import sys

import click

from tests.hostile.guarded import Guarded
from tests.hostile.shapes import BYTES, ELEMENTS
from tests.hostile.way import whole_way

_SECONDS = 60.0


def main(wanted: list[str]) -> None:
    tables = ((ELEMENTS, (25_000, 50_000, 100_000)), (BYTES, (5 << 20, 10 << 20, 20 << 20)))
    with Guarded(whole_way, seconds=_SECONDS, memory=8000) as way:
        for shapes, sizes in tables:
            for name, make in shapes.items():
                if wanted and not any(word in name for word in wanted):
                    continue
                cells = []
                outcome = None
                for size in sizes:
                    outcome = way(make(size).encode())
                    cells.append(f"{outcome.cpu:7.2f}")
                    if outcome.failure:
                        break
                assert outcome is not None
                last = (outcome.failure or outcome.value).strip().splitlines()[-1]
                click.echo(f"{name:32}{''.join(cells)}  {outcome.peak:5} MiB  {last[:80]}")


if __name__ == "__main__":
    main(sys.argv[1:])
