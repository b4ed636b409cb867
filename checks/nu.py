"""The Nu HTML checker on every page: HTML as the standard has it."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from checks.finding import Report
from checks.programs import JAVA, NU, ROOT

NAME: Final = "Nu HTML checker"

#: What it says wrongly here, by the beginning of the message, and why that is no finding.
_MISTAKEN: Final = (
    # It does not know where a page will lie, so no file beside it is 'self' to it. In Chromium
    # what the policy blocks is an error in the console, which is a finding of ours.
    "Resource violates Content Security Policy",
    # A block of JSON is data: no browser runs it, and no policy is asked (HTML, "prepare the
    # script element"). Inline scripts that a browser runs are in the console as well.
    "Inline script violates Content Security Policy",
    # It does not compare the hash that allows a style of ours; a browser that refused it would
    # say so in the console.
    "Inline style violates Content Security Policy",
    # Its reader of style sheets is older than ``::highlight()`` and ``var()`` within ``min()``;
    # Chromium takes both, and an older browser leaves the two declarations out.
    "CSS: Parse Error.",
    "CSS: “max-inline-size”: Invalid type: “var(--measure)",
    # It does not know container queries; where a browser does not either, readings stay above.
    "CSS: “container-type”: Property “container-type” doesn't exist.",
    "CSS: Unrecognized at-rule “@container”",
    # Hostile text is in no language; our own check knows the languages that langdu writes.
    "This document appears to be written in",
    # Other people's text stays as it is.
    "Text run is not in Unicode Normalization Form C",
)


def check_html(files: Sequence[Path], report: Report) -> None:
    """Errors and warnings of all files, in one run of the checker."""
    command = [*JAVA, "-jar", str(NU), "--format", "json", "--exit-zero-always"]
    done = subprocess.run(
        [*command, *map(str, files)], capture_output=True, text=True, timeout=600, check=True
    )
    report.add(NAME, "all pages", (), looks=len(files))
    for message in json.loads(done.stderr)["messages"]:
        if message["message"].startswith(_MISTAKEN):
            continue
        where = Path(message["url"].removeprefix("file:"))
        where = where.relative_to(ROOT) if where.is_relative_to(ROOT) else where
        extract = " ".join(message.get("extract", "").split())
        text = f"{message['message']} at line {message.get('lastLine')}: {extract}"
        report.add(NAME, str(where), [text], looks=0)
