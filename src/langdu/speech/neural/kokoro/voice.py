"""The voice ``kokoro``: natural Chinese, English and Japanese."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Final

from langdu.errors import MissingVoice
from langdu.languages import normalize
from langdu.speech.neural.clauses import Clause, clauses
from langdu.speech.neural.espeak import EspeakPhonemes
from langdu.speech.neural.kokoro.en import EnglishPhonemes
from langdu.speech.neural.kokoro.files import Files, find
from langdu.speech.neural.kokoro.ja import JapanesePhonemes
from langdu.speech.neural.kokoro.styles import LANGUAGES, Styles
from langdu.speech.neural.kokoro.vocabulary import LONGEST, vocabulary
from langdu.speech.neural.kokoro.zh import ChinesePhonemes
from langdu.speech.neural.network import Network, Run
from langdu.speech.neural.places import voices_directory
from langdu.speech.neural.samples import to_sound
from langdu.speech.neural.speaker import NeuralSpeaker
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, VoiceInfo, check_rate

#: Of the network and of its voices.
LICENCE: Final = "Apache-2.0"
_SAMPLE_RATE: Final = 24_000
#: The voices that read when none is asked for: those that Kokoro's own table grades best (en, ja);
#: for Chinese, where all have one grade, one whose sentences a recogniser was seen to understand.
_DEFAULTS: Final = MappingProxyType({"zh": "zf_xiaoxiao", "en": "af_heart", "ja": "jf_alpha"})


class KokoroVoice:
    """Reads with Kokoro-82M through ONNX Runtime, in this process.

    ``folder`` has the network and its voices (default: where ``langdu voices add kokoro`` puts
    them); ``threads``: how many speak a sentence. The network is loaded once, when first needed,
    and all speakers share it.
    """

    name = "kokoro"

    def __init__(self, folder: Path | str | None = None, *, threads: int | None = None) -> None:
        self._folder = Path(folder) if folder is not None else None
        self._threads = threads
        self._network: Network | None = None
        self._lock = Lock()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Its voices of Chinese, English and Japanese. Raises :class:`SpeechError`."""
        return tuple(_info(name) for name in Styles(self._files().voices).names())

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> NeuralSpeaker:
        """A speaker. Raises :class:`MissingVoice` and :class:`SpeechError`; see :class:`Voice`."""
        check_rate(rate)
        files = self._files()
        styles = Styles(files.voices)
        name = _choose(styles.names(), lang, voice)
        table = styles.load(name)
        network = self._load(files)
        speech = _Speech(network, table, rate)
        espeak = EspeakPhonemes()
        phonemes = _phonemes(normalize(lang), LANGUAGES[name[0]][1], espeak)

        def to_clauses(text: str, readings: Sequence[Reading]) -> list[Clause]:
            spoken = phonemes(text, readings)
            return clauses("".join(c for c in spoken if c in speech.numbers), LONGEST)

        return NeuralSpeaker(to_clauses, speech.say, espeak.close, _SAMPLE_RATE, rate)

    def _files(self) -> Files:
        return find(self._folder if self._folder else voices_directory() / "kokoro")

    def _load(self, files: Files) -> Network:
        with self._lock:
            if self._network is None:
                self._network = Network(files.network, threads=self._threads)
            return self._network


class _Speech:
    """The network with one voice at one speed."""

    def __init__(self, network: Network, table: Any, rate: float) -> None:
        self.numbers: Mapping[str, int] = vocabulary()
        self._network = network
        self._table = table
        self._rate = rate

    def say(self, phonemes: str, run: Run) -> Sound:
        import numpy as np

        numbers = [self.numbers[char] for char in phonemes]
        # newer exports call the phonemes input_ids
        name = "tokens" if "tokens" in self._network.inputs else "input_ids"
        inputs = {
            name: np.array([[0, *numbers, 0]], dtype=np.int64),
            "style": self._table[len(numbers) - 1].reshape(1, -1),
            "speed": np.array([self._rate], dtype=np.float32),
        }
        return to_sound(self._network.run(inputs, run), _SAMPLE_RATE)


def _phonemes(lang: str, english: str, espeak: EspeakPhonemes) -> Any:
    speech = EnglishPhonemes(espeak, english)
    if lang == "en":
        return speech
    return {"zh": ChinesePhonemes, "ja": JapanesePhonemes}[lang](speech.spelled)


def _info(name: str) -> VoiceInfo:
    return VoiceInfo(
        name, name.partition("_")[2].title(), LANGUAGES[name[0]][0], "kokoro", "natural", LICENCE
    )


def _choose(names: Sequence[str], lang: str, wanted: str | None) -> str:
    code = normalize(lang)
    able = [name for name in names if LANGUAGES[name[0]][0] == code]
    if wanted is not None:
        folded = wanted.strip().casefold()
        for name in (*able, *names):
            if folded in (name.casefold(), _info(name).name.casefold()):
                if name in able:
                    return name
                raise MissingVoice(
                    f"Kokoro's voice {name} speaks {LANGUAGES[name[0]][0]}, not {code}"
                )
        raise MissingVoice(f"Kokoro has no voice {wanted!r}: langdu voices --engine kokoro")
    if not able:
        raise MissingVoice(f"Kokoro has no voice here for {code!r}: it speaks zh, en and ja")
    default = _DEFAULTS[code]
    return default if default in able else able[0]
