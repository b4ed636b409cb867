"""What the ``.onnx.json`` beside a Piper voice says of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from langdu.errors import SpeechError, reason
from langdu.languages import normalize

#: What a voice may be given: IPA from eSpeak NG, or the letters of its language themselves.
_KINDS: Final = ("espeak", "text")


@dataclass(frozen=True, slots=True)
class Config:
    """``lang`` is langdu's code; ``espeak`` the voice of eSpeak NG that makes its phonemes."""

    lang: str
    espeak: str
    kind: str
    sample_rate: int
    quality: str
    length_scale: float
    noise_scale: float
    ids: Mapping[str, tuple[int, ...]]
    map: Mapping[str, tuple[str, ...]]
    speakers: Mapping[str, int]


def read_config(voice: Path) -> Config:
    """The configuration of a voice's ``.onnx`` file. Raises :class:`SpeechError`."""
    file = voice.with_name(f"{voice.name}.json")
    try:
        return _config(json.loads(file.read_bytes()))
    except OSError as error:
        raise SpeechError(
            f"{voice.name} has no {file.name} beside it, which says how it is spoken to"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = f"it lacks {error}" if isinstance(error, KeyError) else reason(error)
        raise SpeechError(f"{file} is no description of a Piper voice: {why}") from error


def _config(data: dict[str, Any]) -> Config:
    espeak = str(data["espeak"]["voice"])
    kind = str(data.get("phoneme_type", "espeak"))
    if kind not in _KINDS:
        raise SpeechError(f"this Piper voice wants phonemes of the kind {kind!r}: use another one")
    scales = data.get("inference", {})
    audio = data["audio"]
    sample_rate = int(audio["sample_rate"])
    if not 8_000 <= sample_rate <= 48_000:
        raise ValueError(f"a sample rate of {sample_rate}")
    tag = str(data.get("language", {}).get("code") or espeak)
    return Config(
        lang=normalize(tag),
        espeak=espeak,
        kind=kind,
        sample_rate=sample_rate,
        quality=str(audio.get("quality") or ""),
        length_scale=float(scales.get("length_scale", 1.0)),
        noise_scale=float(scales.get("noise_scale", 0.667)),
        ids={str(key): tuple(map(int, ids)) for key, ids in data["phoneme_id_map"].items()},
        map={str(k): tuple(map(str, v)) for k, v in (data.get("phoneme_map") or {}).items()},
        speakers={str(k): int(v) for k, v in (data.get("speaker_id_map") or {}).items()},
    )
