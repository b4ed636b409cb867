"""The command as a user runs it: the installed program, in its own process and HOME."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Command:
    environment: dict[str, str]
    folder: Path

    def having(self, **environment: str) -> "Command":
        """The same command in another environment."""
        return Command({**self.environment, **environment}, self.folder)

    def start(self, *arguments: str, **options: object) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            [sys.executable, "-c", "from langdu.cli import main; main()", *arguments],
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **{"stdin": subprocess.DEVNULL, **options},
        )

    def __call__(self, *arguments: str, stdin: bytes | None = None) -> Result:
        source = subprocess.DEVNULL if stdin is None else subprocess.PIPE
        with self.start(*arguments, stdin=source) as process:
            out, err = process.communicate(stdin, timeout=120)
        return Result(process.returncode, out.decode(), err.decode())


@pytest.fixture
def langdu(tmp_path: Path, packages: Path) -> Command:
    home = tmp_path / "home"
    folder = tmp_path / "work"
    home.mkdir()
    folder.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "ARGOS_PACKAGES_DIR": str(packages),
        "PYTHONWARNINGS": "default",
    }
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LANGDU_DEBUG"):
        environment.pop(name, None)
    return Command(environment, folder)
