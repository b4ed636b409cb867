"""What a batch did, in numbers: counted as outcomes come, however many they are."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from langdu.batching.keys import AUDIO, TEXT
from langdu.batching.outcomes import Outcome

#: Failures that are told at the end; all of them are in a report.
_TOLD: Final = 20


@dataclass(slots=True)
class Summary:
    """Counts. ``states``: units by state; ``stages``: seconds of work by stage.

    ``begun`` is a reading of :func:`time.monotonic`.
    """

    begun: float = field(default_factory=time.monotonic)
    states: Counter[str] = field(default_factory=Counter)
    stages: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    articles_made: int = 0
    sound: float = 0.0
    size: int = 0
    findings: int = 0
    failures: list[str] = field(default_factory=list)
    _last: tuple[str, bool] = ("", False)

    def add(self, outcome: Outcome) -> None:
        """Count one. The outcomes of an article come together."""
        self.states[outcome.state] += 1
        self._count_article(outcome)
        self.findings += outcome.findings
        if outcome.state == "made":
            stage = _stage(outcome)
            self.stages[stage] = self.stages.get(stage, 0.0) + outcome.seconds
            self.sound += outcome.sound
            self.size += outcome.size
        if outcome.state == "failed" and len(self.failures) < _TOLD:
            self.failures.append(told(outcome))

    def _count_article(self, outcome: Outcome) -> None:
        name, made = self._last
        if outcome.slug is None or outcome.state in ("gone", "removed"):
            return
        if outcome.slug != name:
            self.articles += 1
            made = False
        if outcome.state == "made" and not made:
            self.articles_made += 1
            made = True
        self._last = (outcome.slug, made)

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self.begun

    @property
    def per_minute(self) -> float:
        """Articles of which something was made, a minute."""
        return 60 * self.articles_made / max(self.seconds, 1e-9)

    @property
    def slowest(self) -> str | None:
        """The stage that took most of the work."""
        return max(self.stages, key=lambda name: self.stages[name], default=None)

    def to_dict(self) -> dict[str, Any]:
        """The summary as plain data, ready for ``json``."""
        return {
            "articles": self.articles,
            "articles_made": self.articles_made,
            "units": dict(self.states),
            "seconds": round(self.seconds, 3),
            "articles_per_minute": round(self.per_minute, 2),
            "audio_seconds": round(self.sound, 1),
            "bytes": self.size,
            "findings": self.findings,
            "cache_hits": self.states["kept"],
            "stages": {name: round(seconds, 3) for name, seconds in self.stages.items()},
            "slowest_stage": self.slowest,
        }

    def lines(self) -> list[str]:
        """The summary for a person."""
        states = ", ".join(f"{count} {state}" for state, count in sorted(self.states.items()))
        lines = [
            f"{self.articles} articles in {self.seconds:.0f} s; units: {states or 'none'}",
        ]
        if self.articles_made:
            slow = (
                f"slowest stage: {self.slowest} ({self.stages[self.slowest or '']:.0f} s of work)"
            )
            lines.append(
                f"{self.per_minute:.1f} articles a minute, {self.sound:.0f} s of audio, "
                f"{self.states['kept']} cache hits, {slow}"
            )
        lines += [f"failed: {line}" for line in self.failures]
        if (more := self.states["failed"] - len(self.failures)) > 0:
            lines.append(f"… and {more} more: --report FILE.jsonl has them all")
        return lines


def told(outcome: Outcome) -> str:
    """A failure on one line."""
    unit = f" ({outcome.lang} {outcome.form})" if outcome.lang else ""
    return f"{outcome.source}{unit}: {outcome.reason}"


def _stage(outcome: Outcome) -> str:
    if outcome.form == TEXT:
        return "translate" if outcome.machine else "read"
    return "speak" if outcome.form == AUDIO else "publish"
