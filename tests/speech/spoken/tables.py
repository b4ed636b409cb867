"""Tables of cases: written, a tab, spoken."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    written: str
    spoken: str


def cases(path: Path) -> list[Case]:
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Case(written, spoken) for written, spoken in rows]
