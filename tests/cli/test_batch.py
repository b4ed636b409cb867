"""``langdu batch`` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.batching.running.portal import fill, tree
from tests.cli.conftest import Command


@pytest.fixture
def pages(langdu: Command) -> Path:
    folder = fill(langdu.folder / "pages", 2)
    (folder / "none.html").write_text("<html><body></body></html>", encoding="utf-8")
    return folder


def test_a_site_its_report_its_events_and_a_second_run(langdu: Command, pages: Path) -> None:
    arguments = ("batch", "pages", "-t", "en", "-o", "site", "--jobs", "1", "--no-memory")
    first = langdu(*arguments, "--report", "units.jsonl")
    assert first.code == 3
    assert first.out == f"{Path('site') / 'index.html'}\n"
    assert "langdu: failed: " in first.err
    assert "articles a minute" in first.err
    assert "Traceback" not in first.err
    rows = [json.loads(line) for line in (langdu.folder / "units.jsonl").read_text().splitlines()]
    assert [row["state"] for row in rows].count("made") == 2 * 2 * 2
    assert all(row["seconds"] >= 0 and "/" not in (row["slug"] or "") for row in rows)
    before = tree(langdu.folder / "site")

    (pages / "none.html").unlink()
    second = langdu(*arguments, "--json", "--prune")
    events = [json.loads(line) for line in second.out.splitlines()]
    assert second.code == 0
    assert {event["state"] for event in events[:-1]} == {"kept", "removed"}
    assert events[-1]["event"] == "summary"
    assert events[-1]["cache_hits"] == 8
    assert tree(langdu.folder / "site") == before


def test_a_dry_run_writes_nothing_and_estimates(langdu: Command, pages: Path) -> None:
    shown = langdu("batch", "pages", "-t", "en", "-o", "site", "--dry-run", "--json", "--no-memory")
    assert shown.code == 0
    found = json.loads(shown.out)
    assert (found["sources"], found["due"], found["sample"]) == (3, 3, 3)
    assert found["seconds"] > 0
    assert found["bytes"] > 0
    assert not (langdu.folder / "site").exists()


def test_jsonl_to_clean_only_and_usage(langdu: Command, pages: Path) -> None:
    cleaned = langdu("batch", "pages", "-o", "out", "--format", "jsonl", "--jobs", "1")
    assert cleaned.code == 3
    assert len((langdu.folder / "out" / "articles.jsonl").read_text("utf-8").splitlines()) == 2
    wrong = langdu("batch", "pages", "-o", "out", "--format", "jsonl", "-t", "en")
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)
    missing = langdu("batch", "nowhere.txt", "-o", "out")
    assert (missing.code, missing.err.count("\n")) == (1, 1)
    assert langdu("batch", "pages", "-o", "out", "-t", "fr").code == 1
