"""How worker processes of an engine are started and told which voice to use."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.errors import MissingVoice, SpeechError
from langdu.languages import normalize
from langdu.speech.child import Answer, Child, ChildFailure
from langdu.speech.choosing import Offer, choose
from langdu.speech.voice import check_rate

#: Words a minute at rate 1: a calm reading (pyttsx3's own default, 200, is that of hurried talk).
NORMAL_SPEED: Final = 175
#: Words by which a voice shows that it reads its language; see espeak.phonemes.reads_english.
_PROBES: Final = MappingProxyType({"zh": "中国", "ja": "あさ", "ko": "한국", "ru": "да"})
_ADVICE: Final = "install the package espeakng-loader, or eSpeak NG from your system's packages"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a worker is told before its first sentence."""

    voice: str
    words_a_minute: int
    probe: str


@dataclass(frozen=True, slots=True)
class ChildEngine:
    """An engine whose worker is the module ``worker``.

    ``timeout``: the seconds that a process gets for each thing that it is asked to do.
    """

    name: str
    worker: str
    timeout: float

    def start(self) -> Child:
        """A new process, which has not answered yet. Raises :class:`SpeechError`."""
        try:
            return Child(self.worker)
        except OSError as error:
            raise SpeechError(
                f"{self.name} cannot be started: {error.strerror or error}"
            ) from error

    def greet(self, child: Child) -> Answer:
        """Wait for the first answer of a process. Raises :class:`ChildFailure`."""
        hello = child.answer(self.timeout)
        if "error" in hello.header:
            raise ChildFailure(str(hello.header["error"]))
        return hello

    def set(self, child: Child, setting: Setting) -> None:
        """Choose voice and speed.

        Raises :class:`MissingVoice` if the engine takes another voice, :class:`ChildFailure`.
        """
        job = {
            "voice": setting.voice,
            "rate": setting.words_a_minute,
            "probe": setting.probe,
        }
        answer = child.ask(job, self.timeout)
        if "error" in answer.header:
            raise MissingVoice(f"the voice {setting.voice} is unusable: {answer.header['error']}")
        check_voice(answer, setting)

    def hello(self) -> Answer:
        """What a process that is not needed any longer says of the engine.

        Raises :class:`SpeechError`.
        """
        child, hello = self._launch()
        child.close()
        return hello

    def open(self, lang: str, *, rate: float, voice: str | None) -> tuple[Child, Setting, Answer]:
        """A process with its voice set, and what it said of its engine.

        Raises :class:`MissingVoice` and :class:`SpeechError`; see
        :class:`~langdu.speech.voice.Voice`.
        """
        words = round(NORMAL_SPEED * check_rate(rate))
        child, hello = self._launch()
        try:
            offer = choose(offers(hello), lang, voice)
            setting = Setting(offer.id, words, _PROBES.get(normalize(lang), "a"))
            self.set(child, setting)
        except ChildFailure as failure:
            child.close()
            raise SpeechError(f"{self.name} does not start: {failure}") from failure
        except BaseException:
            child.close()
            raise
        return child, setting, hello

    def _launch(self) -> tuple[Child, Answer]:
        child = self.start()
        try:
            return child, self.greet(child)
        except ChildFailure as failure:
            child.close()
            raise SpeechError(f"{self.name} does not start ({failure}): {_ADVICE}") from failure
        except BaseException:
            child.close()
            raise


def check_voice(answer: Answer, setting: Setting) -> None:
    """Raise :class:`MissingVoice` where an answer was made with another voice than was set.

    pyttsx3 keeps the old voice, English, where it cannot set one, and does not say so.
    """
    if answer.header.get("voice") != setting.voice:
        raise MissingVoice(
            f"the voice {setting.voice} cannot be used here (the engine took "
            f"{answer.header.get('voice')}): choose another one of: langdu voices"
        )


def offers(hello: Answer) -> list[Offer]:
    """The voices that a process has."""
    return [
        Offer(str(voice["id"]), str(voice["name"]), tuple(voice["tags"]))
        for voice in hello.header["voices"]
    ]
