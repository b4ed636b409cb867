"""What a batch says of each unit."""

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

#: ``made``, ``kept`` (it was there), ``failed``; ``gone``: the list no longer has it; ``removed``;
#: ``skipped``: the list names what is no source, or has it twice.
State: TypeAlias = Literal["made", "kept", "failed", "gone", "removed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a unit: an article in one language and one form.

    ``lang`` and ``form`` are ``None`` where there is no article; ``form`` is ``article`` for the
    text itself, ``audio``, or a format. ``machine``: it is of a translation. ``seconds`` it took,
    ``size`` in bytes, ``sound`` seconds that it is heard, ``findings`` of the checks, ``reason``
    why it failed or was skipped.
    """

    source: str
    state: State
    slug: str | None = None
    lang: str | None = None
    form: str | None = None
    machine: bool = False
    seconds: float = 0.0
    size: int = 0
    sound: float = 0.0
    findings: int = 0
    reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The outcome as plain data, ready for ``json``; times to the millisecond."""
        return {**asdict(self), "seconds": round(self.seconds, 3), "sound": round(self.sound, 3)}
