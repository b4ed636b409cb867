"""``make bench-speech``: the same text, all sides in turns, in one run.

Figures of a busy machine mean little; the ratios of sides that take turns mean something.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.speech.article import ROOT, as_text, chinese, english
from langdu import plugins
from langdu.article import Article
from langdu.speech.synthesis import synthesize

Answer = Mapping[str, float]
PEER = "pyttsx3, as documented"
#: Side → how langdu is asked: engine and children.
OURS = {
    "langdu, pyttsx3, one child": ("pyttsx3", 1),
    "langdu, pyttsx3, two": ("pyttsx3", 2),
    "langdu, espeak, one child": ("espeak", 1),
    "langdu, espeak, two": ("espeak", 2),
}
#: Side → the share of the peer's time that it may take, and times real time that it must reach.
TARGETS = {"langdu, pyttsx3, one child": (0.22, 300), "langdu, pyttsx3, two": (0.12, 550)}
FIRST = 0.15
WORDS = "我们在朗读今天的新闻，大家好。"


def turn(module: str, *arguments: str) -> Answer:
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.speech.{module}", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"a side failed:\n{done.stderr}")
    answer: Answer = json.loads(done.stderr.splitlines()[-1])
    return answer


def compare(article: Article, runs: int) -> None:
    """Medians of wall time, speed and CPU time, and the most memory, of all sides."""
    answers: dict[str, list[Answer]] = {side: [] for side in (PEER, *OURS)}
    with tempfile.TemporaryDirectory() as folder:
        text, wav = Path(folder) / "text.txt", str(Path(folder) / "out.wav")
        text.write_text(as_text(article), encoding="utf-8")
        for _ in range(runs):
            answers[PEER].append(turn("peer", str(text), wav))
            for side, (engine, jobs) in OURS.items():
                answers[side].append(turn("ours", engine, str(jobs), wav))
    peer = statistics.median(answer["wall"] for answer in answers[PEER])
    print(f"{'':28} {'wall':>8} {'of peer':>8} {'× real time':>12} {'CPU':>8} {'memory':>9}")
    for side, given in answers.items():
        wall = statistics.median(answer["wall"] for answer in given)
        speed = statistics.median(answer["seconds"] / answer["wall"] for answer in given)
        cpu = statistics.median(answer["cpu"] for answer in given)
        memory = max(answer["memory"] for answer in given)
        print(
            f"{side:28} {wall:7.2f}s {wall / peer:8.3f} {speed:12.0f} {cpu:7.2f}s {memory:6.0f} MB"
            + verdict(side, wall / peer, speed)
        )


def verdict(side: str, share: float, speed: float) -> str:
    if side not in TARGETS:
        return ""
    most, least = TARGETS[side]
    met = share <= most and speed >= least
    return f"   {'ok' if met else 'MISSED'}: at most {most}, at least {least}"


def first_sentence(engine: str) -> None:
    """How long a listener waits for the first words, from nothing and with the process there."""
    cold, warm = [], []
    for _ in range(7):
        begin = time.perf_counter()
        with plugins.voice(engine).open("zh") as speaker:
            opened = time.perf_counter()
            speaker.say(WORDS)
            warm.append(time.perf_counter() - opened)
            cold.append(time.perf_counter() - begin)
    median = statistics.median(warm)
    print(
        f"{engine}: first sentence {1000 * statistics.median(cold):.0f} ms from nothing, "
        f"{1000 * median:.0f} ms with the process there"
        f"   {'ok' if median <= FIRST else 'MISSED'}: at most {1000 * FIRST:.0f} ms"
    )


def two_languages(engine: str, article: Article) -> None:
    """Two articles one after the other, and at once."""
    voice = plugins.voice(engine)
    articles = (article, english())

    def make(one: Article) -> None:
        synthesize(one, voice, jobs=1).close()

    def in_turns() -> None:
        for one in articles:
            make(one)

    def at_once() -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(make, articles))

    turns, _ = measured(in_turns)
    together, cores = measured(at_once)
    print(
        f"{engine}: zh and en one after the other {turns:.2f} s, at once {together:.2f} s "
        f"({turns / together:.2f} times as fast, {cores:.2f} cores busy)"
    )


def measured(work: Callable[[], None]) -> tuple[float, float]:
    """Wall seconds, and how many cores this process and its children kept busy."""
    begin, before = time.perf_counter(), os.times()
    work()
    after, wall = os.times(), time.perf_counter() - begin
    return wall, sum(after[:4][i] - before[:4][i] for i in range(4)) / wall


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench-speech ARGS=…", description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    article, source = chinese()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{source}: {len(as_text(article))} characters; {os.cpu_count()} cores{load}")
    compare(article, runs)
    for engine in ("pyttsx3", "espeak"):
        first_sentence(engine)
        two_languages(engine, article)


if __name__ == "__main__":
    main()
