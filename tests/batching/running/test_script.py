"""What somebody writes in a script of their own: an engine and a rule that workers find again."""

import subprocess
import sys
from pathlib import Path

from tests.batching.running.portal import fill
from tests.conftest import ROOT

SCRIPT = """
import sys
import langdu
from langdu.batching.recipe import Manner, Recipe
from langdu.translation.fake import FakeTranslator

class Mine(FakeTranslator):
    pass

class Rule:
    name = "mine"
    def matches(self, *given):
        return False

if __name__ == "__main__":
    recipe = Recipe(to=("en",), translator=Mine(), rules=(Rule(),))
    pages, site = sys.argv[1:]
    for _ in range(2):
        found = list(langdu.batch(pages, out=site, recipe=recipe, manner=Manner(jobs=1)))
        print({outcome.state for outcome in found}, {outcome.reason for outcome in found})
"""


def test_engines_of_a_script_work_in_its_workers(tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(SCRIPT, encoding="utf-8")
    pages = fill(tmp_path / "pages", 1)
    command = [sys.executable, str(script), str(pages), str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["{'made'} {None}", "{'kept'} {None}"]
