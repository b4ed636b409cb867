"""The voices that pyttsx3 reaches: eSpeak NG on Linux, the system's own on Windows and macOS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Final, Self
from unicodedata import category

from langdu.errors import MissingVoice, SpeechError
from langdu.languages import normalize
from langdu.speech.child import Answer, Child, ChildFailure
from langdu.speech.choosing import Offer, choose
from langdu.speech.japanese import Readings
from langdu.speech.pieces import pieces
from langdu.speech.respelling import respelled
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, VoiceInfo, check_rate, is_speakable, silence

#: Words a minute at rate 1: a calm reading (pyttsx3's own default, 200, is that of hurried talk).
NORMAL_SPEED: Final = 175
#: How long text without a word lasts, in seconds.
_SHORT: Final = 0.2
#: Seconds more for each character: engines take 1 to 2 ms, on a machine that may be ten times
#: slower than the one where that was measured.
_PER_CHARACTER: Final = 0.02
#: The sample rate of a silence before the engine has told its own: eSpeak NG's.
_USUAL_SAMPLE_RATE: Final = 22_050
#: Words by which a voice shows that it reads its language; see espeak_library.problem.
_PROBES: Final = MappingProxyType({"zh": "中国", "ja": "あさ", "ko": "한국", "ru": "да"})


@dataclass(frozen=True, slots=True)
class _Setting:
    voice: str
    words_a_minute: int
    probe: str


class Pyttsx3Voice:
    """Reads with pyttsx3 in a process of its own.

    ``timeout``: the seconds that the process gets to start and for each sentence, to which 0.02 s
    a character are added.
    """

    name = "pyttsx3"

    def __init__(self, *, timeout: float = 20.0) -> None:
        self._timeout = timeout

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices of this system. Raises :class:`SpeechError` where it has no speech."""
        child, hello = _launch(self._timeout)
        child.close()
        engine = _engine_name(hello)
        return tuple(VoiceInfo(o.id, o.name.strip(), o.lang, engine) for o in _offers(hello))

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> "Pyttsx3Speaker":
        """A speaker in a fresh process, so that the same texts sound the same every time.

        Raises :class:`MissingVoice` and :class:`SpeechError`; see :class:`Voice`.
        """
        words = round(NORMAL_SPEED * check_rate(rate))
        child, hello = _launch(self._timeout)
        try:
            offer = choose(_offers(hello), lang, voice)
            setting = _Setting(offer.id, words, _PROBES.get(normalize(lang), "a"))
            _set(child, setting, self._timeout)
        except ChildFailure as failure:
            child.close()
            raise SpeechError(f"pyttsx3 does not start: {failure}") from failure
        except BaseException:
            child.close()
            raise
        espeak = hello.header["driver"] == "espeak"
        return Pyttsx3Speaker(child, setting, self._timeout, _Preparing(lang, espeak=espeak))


class Pyttsx3Speaker:
    """One voice at one speed. A process that dies or hangs costs one more try, no sentence."""

    def __init__(
        self,
        child: Child,
        setting: _Setting,
        timeout: float,
        prepare: Callable[[str, Sequence[Reading]], str],
    ) -> None:
        self._child: Child | None = child
        self._prepare = prepare
        self._setting = setting
        self._timeout = timeout
        self._sample_rate = _USUAL_SAMPLE_RATE
        self._closed = False
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The id of the process that speaks now, if there is one."""
        return self._child.pid if self._child else None

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        """The sound of a sentence, without the silence that the engine puts after it.

        Raises :class:`SpeechError` where a second process fails as well.
        """
        with self._lock:
            if not is_speakable(text):
                self._check_open()
                return silence(_SHORT, self._sample_rate)
            readable = self._prepare(text, readings)
            parts = [self._say_piece(piece).pcm for piece in pieces(readable)]
            return Sound(b"".join(parts), self._sample_rate).without_tail()

    def _say_piece(self, text: str) -> Sound:
        why = ""
        for _ in range(2):
            self._check_open()
            try:
                return self._say_once(text)
            except ChildFailure as failure:
                why = str(failure)
        self._check_open()
        raise SpeechError(
            f"the voice {self._setting.voice} failed twice at “{_excerpt(text)}” ({why}): "
            "try another one of: langdu voices"
        )

    def _check_open(self) -> None:
        if self._closed:
            raise SpeechError("this speaker is closed: open another one")

    def _say_once(self, text: str) -> Sound:
        timeout = self._timeout + _PER_CHARACTER * len(text)
        child = self._child or self._restart()
        try:
            answer = child.ask({"text": text}, timeout)
            if "error" in answer.header:
                raise ChildFailure(str(answer.header["error"]))
            _check_voice(answer, self._setting)
            sound = Sound(answer.body, int(answer.header["sample_rate"]))
        except BaseException:  # Ctrl-C too: an answer that nobody took would be the next one's
            self._child = None
            child.close()
            raise
        self._sample_rate = sound.sample_rate
        return sound

    def _restart(self) -> Child:
        child, _ = _launch(self._timeout)
        try:
            self._child = child  # at once, so that close() finds it
            if self._closed:
                raise ChildFailure("the speaker is closed")
            _set(child, self._setting, self._timeout)
        except BaseException:
            self._child = None
            child.close()
            raise
        return child

    def close(self) -> None:
        """End the process; a second time is harmless."""
        self._closed = True
        child, self._child = self._child, None
        if child:
            child.close()


class _Preparing:
    """Makes of a spoken text and its readings what the engine reads right."""

    def __init__(self, lang: str, *, espeak: bool) -> None:
        self._lang = normalize(lang)
        self._espeak = espeak
        self._kana = Readings() if espeak and self._lang == "ja" else None

    def __call__(self, text: str, readings: Sequence[Reading]) -> str:
        clean = _clean(respelled(text, readings, self._lang, espeak=self._espeak))
        return self._kana(clean) if self._kana else clean


def _launch(timeout: float) -> tuple[Child, Answer]:
    """A new process and its first answer. Raises :class:`SpeechError` where it does not start."""
    advice = "install the package espeakng-loader, or eSpeak NG from your system's packages"
    try:
        child = Child()
    except OSError as error:
        raise SpeechError(f"pyttsx3 cannot be started: {error.strerror or error}") from error
    try:
        hello = child.answer(timeout)
        if "error" in hello.header:
            raise ChildFailure(str(hello.header["error"]))
    except ChildFailure as failure:
        child.close()
        raise SpeechError(f"pyttsx3 does not start ({failure}): {advice}") from failure
    except BaseException:
        child.close()
        raise
    return child, hello


def _set(child: Child, setting: _Setting, timeout: float) -> None:
    """Choose voice and speed. Raises :class:`MissingVoice` if the engine takes another voice."""
    job = {
        "voice": setting.voice,
        "rate": setting.words_a_minute,
        "probe": setting.probe,
    }
    answer = child.ask(job, timeout)
    if "error" in answer.header:
        raise MissingVoice(f"the voice {setting.voice} is unusable: {answer.header['error']}")
    _check_voice(answer, setting)


def _check_voice(answer: Answer, setting: _Setting) -> None:
    """pyttsx3 keeps the old voice, English, where it cannot set one, and does not say so."""
    if answer.header.get("voice") != setting.voice:
        raise MissingVoice(
            f"the voice {setting.voice} cannot be used here (the engine took "
            f"{answer.header.get('voice')}): choose another one of: langdu voices"
        )


def _offers(hello: Answer) -> list[Offer]:
    return [
        Offer(str(voice["id"]), str(voice["name"]), tuple(voice["tags"]))
        for voice in hello.header["voices"]
    ]


def _engine_name(hello: Answer) -> str:
    driver = str(hello.header["driver"])
    if driver != "espeak":
        return f"pyttsx3/{driver}"
    bundled = hello.header["library"] == "bundled"
    return "pyttsx3/espeak-ng" if bundled else "pyttsx3/espeak (the system's library)"


def _clean(text: str) -> str:
    """The text without controls and half characters, which C libraries take for its end."""
    return "".join(" " if category(char) in ("Cc", "Cs") else char for char in text).strip()


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
