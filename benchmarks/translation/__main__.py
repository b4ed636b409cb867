"""Both sides in turns, in one run; then what each setting of the engine is worth.

``make bench-translation``: a few minutes on a quiet machine. Figures of a busy machine mean little,
but the ratios of sides that take turns mean something.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from benchmarks.translation import model
from langdu.translation.packages.installing import install

Answer = Mapping[str, float]
ROOT = Path(__file__).parent.parent.parent
#: (side, of which it may take this share at most)
TARGETS = (("argostranslate by paragraph", 0.12), ("argostranslate, whole text", 0.18))
OURS = ("langdu", "engine")
VARIANTS: Mapping[str, Mapping[str, object]] = {
    "defaults (beam 4, inter = cores, intra 1)": {},
    "beam 2": {"beam": 2},
    "beam 1": {"beam": 1},
    "inter 1, intra 2": {"inter": 1, "intra": 2},
    "inter 1, intra 1": {"inter": 1, "intra": 1},
    "all batches of 128 tokens": {"tokens": 128},
    "all batches of 256 tokens": {"tokens": 256},
    "all batches of 512 tokens": {"tokens": 512},
    "all batches of 1024 tokens": {"tokens": 1024},
    "all batches of 4096 tokens": {"tokens": 4096},
    "two models in memory": {"models": 2},
    "unsorted": {"unsorted": True},
    "compute type int8": {"compute": "int8"},
    "compute type float32": {"compute": "float32"},
}


class Side:
    """A process that translates the article whenever it is asked to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, sentences: int) -> Answer:
        """One turn."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            print(sentences, file=self._process.stdin, flush=True)
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise SystemExit("a side ended early; its error stands above")
        answer: Answer = json.loads(line)
        return answer


@contextmanager
def side(name: str, packages: Path, settings: Mapping[str, object]) -> Iterator[Side]:
    """A side in a process of its own, which ends with the block.

    It is waited for: what one loads and warms up would fall into another one's first turn.
    """
    command = [sys.executable, "-m", "benchmarks.translation.sides"]
    process = subprocess.Popen(
        [*command, name, str(packages), json.dumps(settings)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        assert process.stdout
        process.stdout.readline()
        yield Side(process)
    finally:
        assert process.stdin
        with suppress(BrokenPipeError):  # it ended before us
            process.stdin.close()
        process.wait()


def turns(
    sides: Mapping[str, tuple[str, Mapping[str, object]]],
    packages: Path,
    sentences: int,
    runs: int,
) -> dict[str, list[Answer]]:
    """The answers of every side; they take turns, so that a busy minute hits them all."""
    answers: dict[str, list[Answer]] = {name: [] for name in sides}
    with ExitStack() as stack:
        ready = {
            name: stack.enter_context(side(kind, packages, settings))
            for name, (kind, settings) in sides.items()
        }
        for _ in range(runs):
            for name, one in ready.items():
                print(f"… {name}", file=sys.stderr, flush=True)
                answers[name].append(one.run(sentences))
    return answers


def compare(packages: Path, sentences: int, runs: int, beam: int) -> None:
    """langdu, the engine alone, and argostranslate both ways."""
    names = [*OURS, *(name for name, _ in TARGETS)]
    found = turns({name: (name, {"beam": beam}) for name in names}, packages, sentences, runs)
    print(f"\n{sentences} sentences, zh → en, ja, ko, ru, beam {beam}, {runs} turns (medians)")
    print(f"{'':30}{'wall s':>9}{'CPU s':>9}{'pieces':>9}{'peak MB':>9}")
    for name, answers in found.items():
        row = "".join(f"{_median(answers, key):9.1f}" for key in ("wall", "cpu"))
        row += f"{answers[0]['pieces']:9.0f}{answers[-1]['memory']:9.0f}"
        print(f"{name:30}{row}")
    for ours in OURS:
        for peer, most in TARGETS:
            ratios = [a["wall"] / b["wall"] for a, b in zip(found[ours], found[peer], strict=True)]
            print(
                f"{ours} / {peer}: {statistics.median(ratios):.3f} "
                f"(min {min(ratios):.3f}, max {max(ratios):.3f}; aim {most:.2f})"
            )
        less = all(found[ours][-1]["memory"] <= found[p][-1]["memory"] for p, _ in TARGETS)
        print(f"{ours}: peak memory {'not above' if less else 'ABOVE'} argostranslate's")


def again(packages: Path, sentences: int, runs: int) -> None:
    """A second run with the translation memory, as a share of the first."""
    found = turns({"again": ("langdu with memory", {})}, packages, sentences, runs + 1)
    first, *later = found["again"]
    wall = _median(later, "wall")
    print(
        f"\n{sentences} sentences again, with the memory: {wall:.3f} s after {first['wall']:.1f} s "
        f"({wall / first['wall']:.4f}), {_median(later, 'pieces'):.0f} pieces decoded"
    )


def variants(packages: Path, sentences: int, runs: int) -> None:
    """The engine with one setting changed at a time, as a share of its defaults."""
    found = turns(
        {name: ("engine", settings) for name, settings in VARIANTS.items()},
        packages,
        sentences,
        runs,
    )
    first = next(iter(found.values()))
    print(f"\nthe engine alone, {sentences} sentences, share of the defaults' time ({runs} turns)")
    print(f"{'':42}{'wall':>7}{'CPU':>7}{'peak MB':>9}")
    for name, answers in found.items():
        shares = [
            statistics.median(a[key] / b[key] for a, b in zip(answers, first, strict=True))
            for key in ("wall", "cpu")
        ]
        print(f"{name:42}{shares[0]:7.2f}{shares[1]:7.2f}{answers[-1]['memory']:9.0f}")


def _median(answers: list[Answer], key: str) -> float:
    return statistics.median(answer[key] for answer in answers)


def main() -> None:
    """Build the models, run what was asked for."""
    parser = argparse.ArgumentParser(prog="make bench-translation", description=__doc__)
    parser.add_argument("--sentences", type=int, default=150)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument(
        "--only", choices=["compare", "again", "variants", "memory"], help="one part; else all"
    )
    parser.add_argument("--articles", type=int, default=1000, help="how many for the memory's part")
    options: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        packages = Path(work) / "packages"
        if options.only != "memory":
            for file in model.build(Path(work)):
                install(file, directory=packages)
        if options.only in (None, "compare"):
            compare(packages, options.sentences, options.runs, options.beam)
        if options.only in (None, "again"):
            again(packages, options.sentences, options.runs)
        if options.only in (None, "variants"):
            variants(packages, options.sentences // 3, options.runs)
        if options.only in (None, "memory"):
            subprocess.run(
                [sys.executable, "-m", "benchmarks.translation.growth", str(options.articles)],
                cwd=ROOT,
                check=True,
            )


if __name__ == "__main__":
    main()
