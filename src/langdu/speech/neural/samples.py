"""From a network's samples to sound."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from langdu.speech.voice import Sound, silence

if TYPE_CHECKING:
    import numpy

#: What is this loud or less is no speech: networks never fall quite silent (-40 dB).
_SILENCE: Final = 0.01
#: What stays before the first and after the last loud sample, in seconds: soft consonants.
_EDGE: Final = 0.03
_LOUDEST: Final = 32_767


def to_sound(samples: "numpy.ndarray[Any, Any]", sample_rate: int) -> Sound:
    """Samples from -1 to 1 as sound, without the silence around them; louder ones are cut off.

    All silence stays as it is.
    """
    import numpy as np

    loud = np.flatnonzero(np.abs(samples) > _SILENCE)
    if loud.size:
        edge = round(_EDGE * sample_rate)
        samples = samples[max(0, loud[0] - edge) : loud[-1] + edge]
    pcm = (np.clip(np.nan_to_num(samples), -1, 1) * _LOUDEST).astype(np.int16)
    return Sound(pcm.tobytes(), sample_rate)


def joined(parts: Sequence[Sound], pauses: Sequence[float]) -> Sound:
    """Sounds one after the other, ``pauses[i]`` seconds after the i-th; none after the last."""
    rate = parts[0].sample_rate
    out = [parts[0].pcm]
    for part, pause in zip(parts[1:], pauses, strict=False):
        out += [silence(pause, rate).pcm, part.pcm]
    return Sound(b"".join(out), rate)
