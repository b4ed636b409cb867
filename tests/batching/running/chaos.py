"""Chaos: a batch that is killed, starved and cut off again and again ends as one that was not.

``python -m tests.batching.running.chaos --articles 200 --kills 40`` runs a batch over a portal on
loopback. Kills hit the driver, one of its workers, or the whole group; the server breaks
connections, cuts bodies and answers 503; in some runs the disk is full after so many bytes. Then
nothing interferes, the batch is run to its end, and the site is compared, byte by byte, with that
of a batch that nothing disturbed. Audio may differ by 50 ms a sentence.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from langdu.timeline import Timeline
from tests.batching.running import once
from tests.batching.running.portal import page, tree
from tests.loading.web.server import Exchange, Handler, Server, serving

PNG: Final = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
#: The time that reproducible files are told.
EPOCH: Final = "1700000000"
_TOLERANCE: Final = 0.05
#: What is killed, in turns; a full disk is no kill.
KINDS: Final = ("group", "worker", "driver")
#: A full disk: no file of a run may be longer than one of these many bytes.
_STARVED: Final = (3000, 20_000, 100_000)


@dataclass(slots=True)
class Weather:
    """What the server does: with ``storm`` a part of the requests fail, by a seeded choice."""

    chance: random.Random
    storm: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wraps(self, body: bytes, **headers: str) -> Handler:
        def handler(exchange: Exchange) -> None:
            with self.lock:
                fault = self.chance.random() < self.storm
                kind = self.chance.choice(("reset", "cut", "503"))
            if not fault:
                exchange.answer(body, **headers)
            elif kind == "503":
                exchange.answer(status="503 Service Unavailable", Retry_After="0")
            elif kind == "cut":
                exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + body[:50])

        return handler


@dataclass(slots=True)
class Chaos:
    """The runs over one list into one site."""

    server: Server
    weather: Weather
    place: Path
    folder: Path
    articles: int
    chance: random.Random
    jobs: int = 2
    real: bool = False
    inside: bool = False
    kills: Counter[str] = field(default_factory=Counter)
    runs: int = 0

    def reference(self) -> Path:
        """The site of a batch that nothing disturbs."""
        site = self.folder / "reference"
        assert self.calm(site) == 0, "a batch that nothing disturbs failed"
        return site

    def disturbed(self, kills: int, storm: float, *, starving: bool = True) -> Path:
        """The site of a batch that is killed so often, and then run to its end."""
        site = self.folder / "disturbed"
        pace = max(1, self.articles // (kills + 1))
        while sum(self.kills[kind] for kind in KINDS) < kills:
            assert self.runs < 20 * kills, f"only {self.kills} after {self.runs} runs"
            self.weather.storm = storm
            self.runs += 1
            if self.disturb(site, pace, starved=starving and self.runs % 4 == 0):
                shutil.rmtree(site)  # all is done, and nothing left to disturb: from the beginning
        self.weather.storm = 0.0
        code = self.calm(site)
        assert code == 0, f"the last run ended with {code}"
        return site

    def disturb(self, site: Path, pace: int, *, starved: bool) -> bool:
        """One run, and a kill after at most ``pace`` articles. Says whether the site is whole."""
        if starved:
            self.kills["disk full"] += self.calm(site, starved=True) == 1
            return False
        process = self.start(site, subprocess.PIPE)
        kind = KINDS[self.kills.total() % len(KINDS)]
        for _ in range(self.chance.randint(0, pace)):  # so many articles are made; then soon
            if not self.line(process):
                break
        time.sleep(self.chance.random() * 0.2)
        if process.poll() is None:
            self.kills[kind] += self.kill(process, kind)
        while kind == "worker" and self.line(process):
            pass
        whole = process.wait(3600) == 0
        if process.stdout:
            process.stdout.close()
        return whole

    def kill(self, process: "subprocess.Popen[bytes]", kind: str) -> int:
        if kind == "group":
            os.killpg(process.pid, signal.SIGKILL)
        elif kind == "driver":
            process.kill()
        else:
            workers = _children(process.pid)
            if not workers:
                return 0
            os.kill(self.chance.choice(workers), signal.SIGKILL)
        return 1

    def line(self, process: "subprocess.Popen[bytes]") -> bytes:
        return process.stdout.readline() if process.stdout else b""

    def calm(self, site: Path, *, starved: bool = False) -> int:
        """A run that nobody kills; its exit code."""
        if self.inside and not starved:
            with ThreadPoolExecutor(1) as pool:
                return once.carry_out(str(self.place), site, once.fakes(), 1, pool)
        return self.start(site, subprocess.DEVNULL, starved=starved).wait(3600)

    def start(self, site: Path, stdout: int, *, starved: bool = False) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "tests.batching.running.once"]
        arguments = [str(self.place), str(site), str(self.jobs), *(["real"] if self.real else [])]
        log = (self.folder / "log.txt").open("ab")
        with log:
            return subprocess.Popen(
                [*command, *arguments],
                stdout=stdout,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
                preexec_fn=partial(_starve, self.chance.choice(_STARVED)) if starved else None,
            )


def _starve(limit: int) -> None:
    """Let no file grow further: what a full disk is to a writer (EFBIG in the place of ENOSPC)."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def _children(pid: int) -> list[int]:
    """The processes of a pool; the one that watches over resources is none of them."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            command = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"spawn_main" in command:
                found.append(child)
    return found


def prepare(folder: Path, server: Server, weather: Weather, articles: int) -> Path:
    """The pages of a portal on the server, and the list of them."""
    place = folder / "list.txt"
    lines = []
    server.pages["/lamp.png"] = weather.wraps(PNG, Content_Type="image/png")
    for number in range(articles):
        server.pages[f"/a{number}.html"] = weather.wraps(
            page(number, image=number % 3 == 0).encode()
        )
        lines.append(f"{server.url}/a{number}.html")
    place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return place


def differences(expected: Path, found: Path) -> list[str]:
    """What differs between two sites; times of audio may, by a little."""
    one, other = tree(expected), tree(found)
    wrong = [f"only in one of them: {name}" for name in sorted(one.keys() ^ other.keys())]
    for name in sorted(one.keys() & other.keys()):
        if name.endswith(".timeline.json"):
            wrong += _times(name, one[name], other[name])
        elif not name.endswith(".mp3") and one[name] != other[name]:
            wrong.append(f"not the same: {name}")
        elif name.endswith(".mp3") and abs(len(one[name]) - len(other[name])) > 2000:
            wrong.append(f"not as long: {name}")
    return wrong


def _times(name: str, one: bytes, other: bytes) -> list[str]:
    ours, theirs = Timeline.from_json(one), Timeline.from_json(other)
    if [cue.id for cue in ours.cues] != [cue.id for cue in theirs.cues]:
        return [f"other sentences: {name}"]
    off = [
        abs((a.end - a.start) - (b.end - b.start))
        for a, b in zip(ours.cues, theirs.cues, strict=True)
    ]
    return [f"times differ by {max(off):.3f} s: {name}"] if off and max(off) > _TOLERANCE else []


def run(
    folder: Path,
    articles: int,
    kills: int,
    seed: int,
    *,
    storm: float = 0.15,
    starving: bool = True,
    real: bool = False,
    inside: bool = False,
    tell: Callable[[str], None] = lambda line: _say(line),
) -> list[str]:
    """Do it all; gives what differs in the end."""
    weather = Weather(random.Random(seed))
    with serving({}) as server:
        place = prepare(folder, server, weather, articles)
        chaos = Chaos(server, weather, place, folder, articles, random.Random(seed), real=real)
        if inside:  # what nobody kills runs here, and what is killed in one worker: it costs less
            chaos.inside, chaos.jobs = True, 1
        begun = time.monotonic()
        reference = chaos.reference()
        tell(f"undisturbed: {time.monotonic() - begun:.0f} s")
        disturbed = chaos.disturbed(kills, storm, starving=starving)
        tell(f"{dict(chaos.kills)} in {chaos.runs} runs, {time.monotonic() - begun:.0f} s in all")
    wrong = differences(reference, disturbed)
    tell(f"{len(tree(reference))} files, {len(wrong)} differ")
    return wrong


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="by default one that goes at the end")
    parser.add_argument("--real", action="store_true", help="Argos models and eSpeak NG")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        wrong = run(folder, given.articles, given.kills, given.seed, real=given.real)
    for line in wrong[:20]:
        _say(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
