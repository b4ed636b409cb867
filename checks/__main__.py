"""``python -m checks``: look at everything, tell what was found, and write down what was done."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from checks import hostile, lighthouse, material, nu
from checks.browser import browser
from checks.epub import OWN
from checks.epub.package import read_package
from checks.epub.tools import ace, epubcheck
from checks.finding import Report
from checks.pages import check_pages
from checks.programs import RESULT, WORK, versions
from langdu.publishing.statement import code_digest


def main() -> int:
    """1 where there is any finding."""
    begin = time.monotonic()
    published = material.publish_all()
    report, aside = Report(), Report()
    # the checkers that are programs of their own run beside the browser: there are two cores
    with ThreadPoolExecutor(1) as worker:
        programs = worker.submit(_programs, published, aside)
        with browser() as opened:
            check_pages(opened, published, report)
            for name, page in published.pages().items():
                if name.startswith("hostile"):
                    report.add(hostile.NAME, name, hostile.look(opened, page))
            for chapter in published.hostile_chapters():
                report.add(hostile.NAME, _name(chapter), hostile.look(opened, chapter))
        programs.result()
    report.join(aside)
    _write(report)
    for line in report.lines():
        print(line)
    looks = sum(report.looks.values())
    print(f"{looks} looks, {len(report.findings)} findings, {time.monotonic() - begin:.0f} s")
    return 1 if report.findings else 0


def _programs(published: material.Material, report: Report) -> None:
    nu.check_html(tuple(published.pages().values()), report)
    books = published.epubs()
    for book in books:
        for name, find in OWN.items():
            report.add(f"EPUB {name}", _name(book), find(read_package(book)))
        report.add("EPUBCheck", _name(book), epubcheck(book))
    for book, found in (ace(books) if books else {}).items():
        report.add("Ace by DAISY", _name(book), found)
    lighthouse.check_lighthouse(published.sites["blocks"], "zh/index.html", report)


def _name(file: Path) -> str:
    return file.relative_to(WORK).as_posix()


def _write(report: Report) -> None:
    """What the accessibility statement is made of, should this be a release."""
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "versions": versions(),
        "code": code_digest(),
        "looks": dict(sorted(report.looks.items())),
        "findings": len(report.findings),
        "undecided": dict(sorted(report.left_open.items())),
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
