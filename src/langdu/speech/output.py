"""Where sound is played: a small protocol, and the machine's sound card."""

import ctypes
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from threading import Event, Lock
from typing import Any, Final, Protocol

from langdu.errors import NoAudioDevice, SpeechError
from langdu.speech.voice import Sound

#: Milliseconds of sound that the card gets in advance: enough for a busy machine, and little
#: enough that a stop is felt as one.
_BUFFER: Final = 100
#: How often a waiting player looks up, in seconds, so that Ctrl-C is heard everywhere.
_LOOK: Final = 0.1
#: A card that has asked for no sound for so many seconds has gone.
_PATIENCE: Final = 5.0
_ADVICE: Final = "write a file instead with -o FILE.wav"


class Output(Protocol):
    """Something that plays sounds one after the other."""

    def play(self, sound: Sound) -> None:
        """Play a sound and wait for its end. Raises :class:`NoAudioDevice`."""
        ...

    def close(self) -> None:
        """Stop at once; a second time is harmless."""
        ...


class Card(Output, Protocol):
    """An output that is steered while it plays, from other threads than the one that waits."""

    def begin(self, sound: Sound) -> None:
        """Play a sound from now on, and give at once; what was being played ends.

        Raises :class:`NoAudioDevice`.
        """
        ...

    def wait(self) -> None:
        """Wait for the end of what is played, or for :meth:`stop`. Raises :class:`SpeechError`."""
        ...

    def stop(self) -> None:
        """End what is played."""
        ...

    def pause(self) -> None:
        """Hold the sound where it is; what begins now is held at its beginning."""
        ...

    def resume(self) -> None:
        """Go on where the sound was held."""
        ...


class SoundCard:
    """The machine's own output. Opened by the first sound, and again by one of another rate."""

    def __init__(self) -> None:
        self._device: Any = None
        self._sample_rate = 0
        self._pending = memoryview(b"")
        self._paused = False
        self._looked = 0  # how often the card asked for sound: it lives while this grows
        self._lock = Lock()
        self._empty = Event()

    def play(self, sound: Sound) -> None:
        """Play a sound and wait until the card has taken all of it.

        Raises :class:`NoAudioDevice` where there is no card, :class:`SpeechError` where it stops.
        """
        self.begin(sound)
        self.wait()

    def begin(self, sound: Sound) -> None:
        """Give the card a sound in the place of what it has."""
        if sound.sample_rate != self._sample_rate:
            self.close()
            self._device = _open(sound.sample_rate)
            self._sample_rate = sound.sample_rate
            self._give(sound)
            feed = self._feed()
            next(feed)
            self._device.start(feed)
        else:
            self._give(sound)

    def _give(self, sound: Sound) -> None:
        with self._lock:
            self._pending = memoryview(sound.pcm)
            if self._pending:
                self._empty.clear()
            else:
                self._empty.set()

    def wait(self) -> None:
        """Wait until the card has taken all, or is stopped."""
        looked, silent = self._looked, 0.0
        while not self._empty.wait(_LOOK):
            silent = silent + _LOOK if looked == self._looked else 0.0
            looked = self._looked
            if silent > _PATIENCE:
                raise SpeechError(f"the audio device stopped taking sound: {_ADVICE}")

    def stop(self) -> None:
        """Let go of the sound that the card has not taken; about 0.1 s of it is still heard."""
        with self._lock:
            self._pending = memoryview(b"")
            self._empty.set()

    def pause(self) -> None:
        """Hold the sound where it is."""
        self._paused = True

    def resume(self) -> None:
        """Go on where the sound was held."""
        self._paused = False

    def _feed(self) -> Generator[memoryview, int, None]:
        """What the card's thread asks for its next frames; less than it wants ends in silence."""
        frames = yield memoryview(b"")
        while True:
            with self._lock:
                self._looked += 1
                size = 0 if self._paused else frames * 2
                taken, self._pending = self._pending[:size], self._pending[size:]
                if not self._pending:
                    self._empty.set()
            frames = yield taken

    def close(self) -> None:
        """Stop at once; who waits for the end of a sound waits no longer."""
        device, self._device = self._device, None
        self._sample_rate = 0
        self.stop()
        if device is not None:
            device.close()


def find_output() -> str:
    """The name of the sound system here. Raises :class:`NoAudioDevice` where there is none."""
    device = _open(44_100)
    name = str(device.backend)
    device.close()
    return name


def _open(sample_rate: int) -> Any:
    import miniaudio

    try:
        with _quiet_alsa():
            device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=sample_rate,
                buffersize_msec=_BUFFER,
                app_name="langdu",
            )
    except miniaudio.MiniaudioError as error:
        raise NoAudioDevice(f"no audio device here: {_ADVICE}") from error
    if device.backend.lower() == "null":  # it would play to nobody, at full length
        device.close()
        raise NoAudioDevice(f"no audio device here: {_ADVICE}")
    return device


@contextmanager
def _quiet_alsa() -> Iterator[None]:
    """Keep ALSA from printing two dozen lines where there is no sound card."""
    try:
        alsa = ctypes.CDLL("libasound.so.2") if sys.platform.startswith("linux") else None
    except OSError:
        alsa = None
    if alsa is None:
        yield
        return
    text = ctypes.c_char_p
    handler = ctypes.CFUNCTYPE(None, text, ctypes.c_int, text, ctypes.c_int, text)
    ignore = handler(lambda *_: None)
    alsa.snd_lib_error_set_handler(ignore)
    try:
        yield
    finally:
        alsa.snd_lib_error_set_handler(None)
