"""What a session knows, what happens to it, and what it asks for (pure data)."""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from langdu.speech.terminal.script import Script


class Phase(Enum):
    """What the sound does."""

    PLAYING = "playing"
    #: Held within a sentence, or before it begins; Space goes on there.
    PAUSED = "paused"
    #: Paused, but what was being played is out of date: Space reads the sentence from its start.
    STOPPED = "stopped"
    #: Its sentence has ended, and the reader waits, in the mode that reads one at a time.
    WAITING = "waiting"


class Dialog(Enum):
    """What lies over the text."""

    NONE = "none"
    HELP = "help"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class State:
    """A session between two events.

    ``run`` numbers what the player was told last: what it reports of earlier runs is out of date.
    """

    scripts: tuple[Script, ...]
    lang: str
    at: int
    rate: float = 1.0
    phase: Phase = Phase.PLAYING
    stepwise: bool = False
    run: int = 1
    #: Languages that t can have translated, beside those of ``scripts``.
    languages: tuple[str, ...] = ()
    #: The language from which one came: b leads back there.
    other: str | None = None
    #: The language to return to if the new one turns out to have no voice.
    retreat: str | None = None
    #: The language that is being translated into.
    awaited: str | None = None
    #: Where the last reading stopped: g leads there.
    offer: int | None = None
    dialog: Dialog = Dialog.NONE
    #: Seconds of the sentence that is played; 0 before it has begun.
    seconds: float = 0.0
    #: Heard so far in this language, at the normal speed: characters, and seconds.
    heard: tuple[int, float] = field(default=(0, 0.0))

    @property
    def script(self) -> Script:
        """The edition that is read."""
        return next(script for script in self.scripts if script.lang == self.lang)

    @property
    def choices(self) -> tuple[str, ...]:
        """The languages that t offers, in the order of its digits."""
        own = (script.lang for script in self.scripts)
        return tuple(dict.fromkeys((*own, *self.languages)))[:9]

    @property
    def pace(self) -> float:
        """Seconds a character at the normal speed, as far as one can tell by now."""
        characters, seconds = self.heard
        return seconds / characters if characters else self.script.usual_pace

    def seconds_left(self, elapsed: float) -> float:
        """How long the rest takes, ``elapsed`` seconds after this sentence began. About."""
        text = self.script.sentence(self.at).text
        whole = self.seconds or len(text) * self.pace / self.rate
        return max(0.0, whole - elapsed) + self.script.seconds_after(self.at, self.pace, self.rate)


@dataclass(frozen=True, slots=True)
class Key:
    """A key was pressed."""

    name: str


@dataclass(frozen=True, slots=True)
class Began:
    """Line ``at`` of a run begins to be heard; it lasts ``seconds``."""

    run: int
    at: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Waits:
    """The one sentence of a stepwise run has been heard."""

    run: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A run has come to the end of the article."""

    run: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A run broke off."""

    run: int
    error: BaseException


@dataclass(frozen=True, slots=True)
class Translated:
    """An edition is there that was asked for."""

    script: Script


@dataclass(frozen=True, slots=True)
class NotTranslated:
    """An edition cannot be had."""

    lang: str
    why: str


@dataclass(frozen=True, slots=True)
class Suspended:
    """The program is about to be stopped by the terminal (Ctrl-Z)."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """Nothing happened, but what the terminal shows may be out of date."""


Event: TypeAlias = (
    Key | Began | Waits | Finished | Failed | Translated | NotTranslated | Suspended | Redraw
)


@dataclass(frozen=True, slots=True)
class Play:
    """Read on from line ``at``; whatever is played or being made for elsewhere is out of date."""

    run: int
    script: Script
    at: int
    rate: float
    stepwise: bool


@dataclass(frozen=True, slots=True)
class Halt:
    """Play nothing more until the next :class:`Play`."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold the sound."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the sound go on."""


@dataclass(frozen=True, slots=True)
class Stepwise:
    """Wait after this sentence, and each that follows, or do not."""

    on: bool


@dataclass(frozen=True, slots=True)
class Translate:
    """Have the article translated; :class:`Translated` or :class:`NotTranslated` answers."""

    lang: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Say something to the person."""

    text: str


@dataclass(frozen=True, slots=True)
class Quit:
    """End the session: at the end of the article, because somebody wants to, or by an error."""

    finished: bool = False
    error: BaseException | None = None


Command: TypeAlias = Play | Halt | Pause | Resume | Stepwise | Translate | Tell | Quit
Step: TypeAlias = tuple[State, tuple[Command, ...]]
