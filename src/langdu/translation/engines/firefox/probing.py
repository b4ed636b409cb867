"""Trying a student out in a process of its own.

fxtranslate trusts its files: a size in them that is wrong makes it ask for more memory than there
is, and that ends the process. Nothing of it may happen to the one that installs, or translates.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from langdu.errors import PackageError

#: Seconds; a real model is loaded in a tenth of one, and translates a digit in less.
_LONGEST: Final = 120.0
_TRY: Final = """
import pathlib, sys
from langdu.translation.engines.firefox.student import Student
student = Student(pathlib.Path(sys.argv[1]), sys.argv[2])
student.translate(["1"], lambda: False)
student.close()
"""


def refuse_unloadable(folder: Path, target: str, name: str) -> None:
    """Raise :class:`PackageError` where the student in a folder cannot be loaded and used."""
    try:
        tried = subprocess.run(  # noqa: S603 - this Python, and a text of ours
            [sys.executable, "-c", _TRY, str(folder), target],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PackageError(f"{name} cannot be used: it does not come to an end") from None
    if tried.returncode:
        lines = tried.stderr.decode(errors="replace").split("\n")
        said = [line.strip() for line in lines if line.strip()] or [f"exit {tried.returncode}"]
        raise PackageError(f"{name} cannot be loaded: {said[-1][:200]}")
