"""The voice ``piper``: any voice in Piper's format, by its file."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Final

from langdu.errors import MissingVoice
from langdu.languages import normalize
from langdu.speech.neural.clauses import Clause, clauses
from langdu.speech.neural.espeak import EspeakPhonemes
from langdu.speech.neural.network import Network, Run
from langdu.speech.neural.piper.config import Config, read_config
from langdu.speech.neural.piper.phonemes import PiperPhonemes, numbers
from langdu.speech.neural.places import voices_directory
from langdu.speech.neural.samples import to_sound
from langdu.speech.neural.speaker import NeuralSpeaker
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, VoiceInfo, check_rate

#: Phonemes said at once, some 20 s: memory grows with them, and hardly a sentence has so many.
_LONGEST: Final = 200
#: How much the lengths of sounds vary by chance. Piper's own is 0.8; without, a sentence is as long
#: every time, so that timelines agree, and the rhythm is somewhat more even.
_LENGTH_NOISE: Final = 0.0
#: What stands between a voice and one of its speakers.
_OF: Final = "#"


class PiperVoice:
    """Reads with Piper's voices through ONNX Runtime, in this process.

    ``folder`` has the voices, each an ``.onnx`` file with its ``.onnx.json`` (default: where
    ``langdu voices add FILE.onnx`` puts them). A voice may be named by the path of its file, too;
    ``NAME#SPEAKER`` is one of those of a voice with several. ``threads``: how many speak a
    sentence. A network is loaded when first needed, and kept.
    """

    name = "piper"

    def __init__(self, folder: Path | str | None = None, *, threads: int | None = None) -> None:
        self._folder = Path(folder) if folder is not None else None
        self._threads = threads
        self._networks: dict[Path, Network] = {}
        self._lock = Lock()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices in the folder. Raises :class:`SpeechError` for one that is damaged."""
        return tuple(_info(file, read_config(file)) for file in self._files())

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> NeuralSpeaker:
        """A speaker. Raises :class:`MissingVoice` and :class:`SpeechError`; see :class:`Voice`."""
        check_rate(rate)
        wanted, _, speaker = (voice or "").partition(_OF)
        file, config = self._choose(normalize(lang), wanted or None)
        number = _speaker(file, config, speaker)
        speech = _Speech(self._load(file), config, rate, number)
        espeak = EspeakPhonemes()
        phonemes = PiperPhonemes(espeak, config)

        def to_clauses(text: str, readings: Sequence[Reading]) -> list[Clause]:
            return clauses(phonemes(text, readings), _LONGEST)

        return NeuralSpeaker(to_clauses, speech.say, espeak.close, config.sample_rate, rate)

    def _files(self) -> list[Path]:
        folder = self._folder if self._folder else voices_directory() / "piper"
        return sorted(folder.glob("*.onnx"))

    def _choose(self, lang: str, wanted: str | None) -> tuple[Path, Config]:
        if wanted is not None:
            file = self._named(wanted)
            config = read_config(file)
            if config.lang != lang:
                raise MissingVoice(f"the Piper voice {file.stem} speaks {config.lang}, not {lang}")
            return file, config
        for file in self._files():
            config = read_config(file)
            if config.lang == lang:
                return file, config
        raise MissingVoice(f"no Piper voice here speaks {lang!r}: langdu voices add FILE.onnx")

    def _named(self, wanted: str) -> Path:
        for file in self._files():
            if wanted.casefold() in (file.stem.casefold(), _name(file).casefold()):
                return file
        path = Path(wanted).expanduser()
        if path.suffix == ".onnx" and path.is_file():
            return path
        raise MissingVoice(f"there is no Piper voice {wanted!r}: langdu voices --engine piper")

    def _load(self, file: Path) -> Network:
        with self._lock:
            if file not in self._networks:
                self._networks[file] = Network(file, threads=self._threads)
            return self._networks[file]


class _Speech:
    """A network with one speaker at one speed."""

    def __init__(self, network: Network, config: Config, rate: float, speaker: int) -> None:
        self._network = network
        self._config = config
        self._scales = (config.noise_scale, config.length_scale / rate, _LENGTH_NOISE)
        self._speaker = speaker

    def say(self, phonemes: str, run: Run) -> Sound:
        import numpy as np

        ids = numbers(phonemes, self._config.ids)
        inputs: dict[str, Any] = {
            "input": np.array([ids], dtype=np.int64),
            "input_lengths": np.array([len(ids)], dtype=np.int64),
            "scales": np.array(self._scales, dtype=np.float32),
        }
        if "sid" in self._network.inputs:
            inputs["sid"] = np.array([self._speaker], dtype=np.int64)
        return to_sound(self._network.run(inputs, run), self._config.sample_rate)


def _speaker(file: Path, config: Config, speaker: str) -> int:
    if not speaker:
        return 0
    if speaker not in config.speakers:
        raise MissingVoice(f"the Piper voice {file.stem} has no speaker {speaker!r}")
    return config.speakers[speaker]


def _info(file: Path, config: Config) -> VoiceInfo:
    # which licence a voice has is in its MODEL_CARD, in words
    return VoiceInfo(file.stem, _name(file), config.lang, "piper", "natural", None)


def _name(file: Path) -> str:
    """``en_US-joe-medium`` is Joe (medium)."""
    _, _, rest = file.stem.partition("-")
    name, _, quality = rest.rpartition("-")
    return f"{name.replace('_', ' ').title()} ({quality})" if name and quality else file.stem
