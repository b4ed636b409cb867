"""``make bench-linear``: processor seconds and peak memory of each shape as it grows.

Elements: 25, 50 and 100 thousand; bytes: 5, 10 and 20 MB; a factor makes them fewer. A cost that is
linear doubles from one column to the next.
"""

import click

from tests.hostile.guarded import Guarded
from tests.hostile.shapes import BYTES, ELEMENTS
from tests.hostile.way import whole_way

_SECONDS = 120.0
_SIZES = ((ELEMENTS, (25_000, 50_000, 100_000)), (BYTES, (5 << 20, 10 << 20, 20 << 20)))


@click.command()
@click.option("--factor", default=1.0, show_default=True)
@click.argument("words", nargs=-1)
def main(factor: float, words: tuple[str, ...]) -> None:
    """Measure the shapes whose name has one of WORDS, or all."""
    with Guarded(whole_way, seconds=_SECONDS, memory=8000) as way:
        for shapes, sizes in _SIZES:
            for name, make in shapes.items():
                if words and not any(word in name for word in words):
                    continue
                outcomes = [way(make(int(size * factor)).encode()) for size in sizes]
                last = (outcomes[-1].failure or outcomes[-1].value).strip().splitlines()[-1]
                seconds = "".join(f"{outcome.cpu:7.2f}" for outcome in outcomes)
                click.echo(f"{name:32}{seconds}  {outcomes[-1].peak:5} MiB  {last[:80]}")


if __name__ == "__main__":
    main()
