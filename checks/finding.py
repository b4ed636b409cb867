"""What a check found, and what it looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

_NUMBER: Final = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: which check says so, where, and what."""

    check: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.check}: {self.where}: {self.what}"


@dataclass(slots=True)
class Report:
    """What the gate has done so far: how often each check looked, and what it found.

    ``left_open`` counts what a checker itself could not decide, by its rule.
    """

    looks: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    left_open: dict[str, int] = field(default_factory=dict)

    def add(self, check: str, where: str, what: Iterable[str], *, looks: int = 1) -> None:
        """``check`` looked at ``where`` and found ``what``."""
        self.looks[check] = self.looks.get(check, 0) + looks
        self.findings += [Finding(check, where, text) for text in what]

    def undecided(self, rules: Iterable[str]) -> None:
        """A checker left these open."""
        for rule in rules:
            self.left_open[rule] = self.left_open.get(rule, 0) + 1

    def join(self, other: Report) -> None:
        """Take over what another report has."""
        for check, looks in other.looks.items():
            self.looks[check] = self.looks.get(check, 0) + looks
        self.findings += other.findings
        self.undecided(rule for rule, n in other.left_open.items() for _ in range(n))

    def lines(self) -> Iterator[str]:
        """The findings, those that differ in numbers only told once, with where they were found."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(_NUMBER.sub("0", f"{finding.check} {finding.what}"), []).append(
                finding
            )
        for group in groups.values():
            others = f" and {len(group) - 1} more like it" if len(group) > 1 else ""
            yield f"{group[0]}{others}"
