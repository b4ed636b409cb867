"""Score langdu beside its peers on the development pages, and print the tables."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.extraction import data, report, timing
from benchmarks.extraction.extractors import Extractor, Langdu
from benchmarks.extraction.gold import fact_sets, read_gold
from benchmarks.extraction.peers import PEERS, make_peers
from benchmarks.extraction.running import halves, rows, run, run_facts
from benchmarks.extraction.samples import FOLDER, SETS, SampleSet, read_samples


def main() -> None:
    """Parse, run, print."""
    options = _options()
    if not (FOLDER / "manifest.jsonl").exists():
        print("bench-extraction skipped: the development pages (../shared) are not here")
        return
    sets = [pages for pages in SETS if pages.key in options.sets]
    samples = [s for s in read_samples() if any(pages.has(s) for pages in sets)]
    extractors: list[Extractor] = [Langdu(), *make_peers(options.peers)]
    found = {}
    for extractor in extractors:
        _progress(extractor.name)
        found[extractor.name] = run(extractor, samples)
    scores = rows(sets, found, samples)
    print(report.quality(sets, scores))
    if options.halves is not None:
        for number, half in enumerate(halves(samples, options.halves), 1):
            print(f"\n— half {number} (seed {options.halves})")
            print(report.quality(sets, rows(sets, found, half)))
    if options.worst:
        print(report.worst(sets, scores, samples, options.worst))
    for pages in sets:
        if pages.compared and options.peers:
            print(report.comparison(pages, scores[pages.key]))

    gold = read_gold(samples)
    known = [sample for sample in samples if sample.id in gold]
    facts = {}
    for extractor in extractors:
        _progress(f"{extractor.name}: titles and dates")
        facts[extractor.name] = run_facts(extractor, known)
    print(report.facts(fact_sets(known, gold), gold, facts))

    speeds = {}
    for pages in _timed(sets, options):
        _progress(f"time on {pages.name}")
        speeds[pages.key] = timing.measure(timing.calls(extractors), pages.of(samples))
        print(report.speed(pages, speeds[pages.key]))
    if options.json:
        figures = {
            "texts": data.texts(sets, scores, samples),
            "errors": data.errors(found),
            "facts": data.facts(gold, facts),
            "speeds": data.speeds(speeds),
        }
        text = json.dumps(figures, ensure_ascii=False, indent=1)
        options.json.write_text(text, encoding="utf-8")


def _timed(sets: list[SampleSet], options: argparse.Namespace) -> list[SampleSet]:
    if options.no_time or timing.REFERENCE not in options.peers:
        return []
    return [pages for pages in sets if pages.timed]


def _progress(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    keys, peers = [pages.key for pages in SETS], list(PEERS)
    parser.add_argument(
        "--sets", type=_among(keys), default=keys, metavar="A,B", help=", ".join(keys)
    )
    parser.add_argument(
        "--peers",
        type=_among(peers),
        default=peers,
        metavar="A,B",
        help=f"{', '.join(peers)}; or none, for langdu alone",
    )
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="langdu's worst pages")
    parser.add_argument(
        "--halves", type=int, metavar="SEED", help="the scores of two random halves as well"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures, page by page")
    parser.add_argument("--no-time", action="store_true", help="take no time")
    return parser.parse_args()


def _among(known: list[str]) -> Callable[[str], list[str]]:
    def parse(text: str) -> list[str]:
        names = [] if text == "none" else text.split(",")
        if unknown := [name for name in names if name not in known]:
            raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(known)}")
        return names

    return parse


if __name__ == "__main__":
    main()
