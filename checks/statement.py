"""``python -m checks.statement``: what the last check-reader did, for the published statement."""

import json
from pathlib import Path
from typing import Any, Final

from checks.programs import RESULT, ROOT

CHECKED: Final = ROOT / "src" / "langdu" / "publishing" / "checked.json"

#: The name of a program → that of its check, where the two differ.
_CHECKS: Final = {"axe-core": "axe"}
_PROGRAMS: Final = ("axe-core", "Nu HTML checker", "EPUBCheck", "Ace by DAISY", "Lighthouse")


def statement(result: dict[str, Any]) -> dict[str, Any]:
    """The facts of the statement. Programs that looked at nothing are not in it."""
    looks = dict(result["looks"])
    versions = result["versions"]
    checkers = [
        {"name": name, "version": versions[name], "looks": looks.pop(_CHECKS.get(name, name))}
        for name in _PROGRAMS
        if looks.get(_CHECKS.get(name, name))
    ]
    return {
        "date": result["date"],
        "langdu": versions["langdu"],
        "browser": versions["Chromium"],
        "checkers": checkers,
        "own": sum(looks.values()),
        "code": result["code"],
    }


def main(result: Path = RESULT, out: Path = CHECKED) -> None:
    """Write the file that langdu ships; refuse where the gate found anything."""
    if not result.exists():
        raise SystemExit("there is no result to tell of: run make check-reader")
    data = json.loads(result.read_text(encoding="utf-8"))
    if data["findings"]:
        raise SystemExit(f"{data['findings']} findings: nothing to state before they are gone")
    out.write_text(json.dumps(statement(data), indent=1) + "\n", encoding="utf-8")
    print(f"wrote {out}")


if __name__ == "__main__":
    main()
