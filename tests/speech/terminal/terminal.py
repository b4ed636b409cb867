"""A real pseudo-terminal with the command in it, and an emulator that shows what one would see."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

ROOT = Path(__file__).parents[3]
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of one sentence (0: silence) on the card."""

    sound: int
    frames: int
    at: float


class Terminal:
    """The command in a terminal of a size. Use it in ``with``: then no process is left."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        voice: str = "fake",
        speed: float = 1.0,
        columns: int = 80,
        rows: int = 24,
        device: bool = True,
        command: list[str] | None = None,
        **environment: str,
    ) -> None:
        self.log = folder / "card.jsonl"
        base = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")}
        env = {**base, "TERM": "xterm-256color", "XDG_STATE_HOME": str(folder / "state")}
        driver = ["-m", "tests.speech.terminal.driver", str(self.log) if device else "none"]
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        start = [sys.executable, *driver, voice, str(speed), *arguments]
        first, *others = command or start
        self.process = pexpect.spawn(
            first,
            others,
            env={**env, "PYTHONPATH": str(ROOT), **environment},
            cwd=str(folder),
            dimensions=(rows, columns),
            timeout=_PATIENCE,
            # tests run by nohup ignore it, and so would their children
            preexec_fn=partial(signal.signal, signal.SIGHUP, signal.SIG_DFL),
        )
        self.process.delaybeforesend = None
        self.process.ptyproc.delayafterclose = 0.01

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.close(force=True)

    def press(self, keys: str | bytes) -> None:
        self.process.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def read(self, seconds: float = 0.02) -> bytes:
        """Take what the program has written, waiting a moment for something to come."""
        try:
            data: bytes = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return b""
        except pexpect.EOF:
            time.sleep(0.01)
            return b""
        self.raw += data
        self._stream.feed(data)
        return data

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def highlighted(self) -> str:
        """What stands out, without spaces."""
        rows = self._screen.buffer
        cells = (
            rows[row][column]
            for row in range(self._screen.lines)
            for column in range(self._screen.columns)
        )
        return "".join(cell.data for cell in cells if cell.reverse).replace(" ", "")

    def heard(self) -> list[Heard]:
        """What has ended so far, in order."""
        return [
            Heard(entry["sound"], entry["frames"], entry["at"])
            for entry in self.entries()
            if "sound" in entry
        ]

    def hears(self) -> int:
        """What the card hears now."""
        return next((e["begins"] for e in reversed(self.entries()) if "begins" in e), 0)

    def entries(self) -> list[dict[str, Any]]:
        """What the card has written down."""
        if not self.log.exists():
            return []
        lines = self.log.read_text().split("\n")[:-1]
        return [json.loads(line) for line in lines]

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        """Read on until something is so."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            self.read()
            if time.monotonic() > end:
                raise AssertionError(f"{what or 'it'} did not happen; the screen:\n{self.text}")

    def sees(self, text: str) -> None:
        self.until(lambda: text in self.text.replace("\xa0", " "), f"seeing {text!r}")

    def end(self) -> int:
        """Wait for the end; the exit code, or minus the signal."""
        end = time.monotonic() + _PATIENCE
        while self.process.isalive() and time.monotonic() < end:
            self.read()
        while self.read():
            pass
        assert not self.process.isalive(), f"it does not end:\n{self.text}"
        if self.process.exitstatus is not None:
            return int(self.process.exitstatus)
        return -int(self.process.signalstatus or 0)
