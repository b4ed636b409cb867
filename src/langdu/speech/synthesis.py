"""Article → audio with a timeline."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import IO

from langdu.article import Article
from langdu.errors import SpeechError
from langdu.speech.audio import Audio
from langdu.speech.reading import Utterance, reading_order
from langdu.speech.spoken.ruby import spoken_sentence
from langdu.speech.voice import Sound, Speaker, Voice, check_rate, silence
from langdu.timeline import Cue, Timeline


def synthesize(
    article: Article,
    voice: Voice,
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    start: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Audio:
    """Speak an article, title first, into audio that the caller closes.

    ``rate`` is a multiple of the voice's normal speed (0.5 to 2.5), and shortens the pauses as
    well; ``voice_name`` the id or name of one of the engine's voices; ``start`` the id of a
    sentence or block to begin at; ``progress`` is called with the sentences done and in all.

    Raises :class:`MissingVoice` where no voice speaks the article's language, and
    :class:`SpeechError` where the engine fails twice, ``start`` is unknown, the rate is not
    possible, there is nothing to read or no room for temporary files.
    """
    check_rate(rate)
    order = reading_order(article, start)
    with ExitStack() as stack:
        speaker = stack.enter_context(voice.open(article.lang, rate=rate, voice=voice_name))
        try:
            pcm = tempfile.TemporaryFile()  # noqa: SIM115 - it lives on in the Audio
            kept = ExitStack()
            with kept:
                kept.callback(pcm.close)
                sample_rate, timeline = _speak(article, order, speaker, pcm, rate, progress)
                kept.pop_all()
        except OSError as error:
            raise SpeechError(
                f"no room for the sound in {tempfile.gettempdir()} ({error.strerror or error}): "
                "make some, or set TMPDIR to another folder"
            ) from error
    return Audio(pcm, sample_rate, timeline)


def say(speaker: Speaker, utterance: Utterance, lang: str) -> Sound:
    """The sound of one utterance in its spoken form.

    Raises :class:`SpeechError` naming the sentence by its id.
    """
    spoken = spoken_sentence(utterance.sentence, lang)
    try:
        return speaker.say(spoken.text, spoken.readings)
    except SpeechError as error:
        raise SpeechError(f"sentence {utterance.sentence.id}: {error}") from error


def _speak(
    article: Article,
    order: Sequence[Utterance],
    speaker: Speaker,
    pcm: IO[bytes],
    rate: float,
    progress: Callable[[int, int], None] | None,
) -> tuple[int, Timeline]:
    cues = []
    sample_rate = 0
    written = 0  # bytes, so that times never drift from the sound
    for done, utterance in enumerate(order, 1):
        sound = say(speaker, utterance, article.lang)
        sample_rate = sample_rate or sound.sample_rate
        if sound.sample_rate != sample_rate:
            raise SpeechError("the voice changed its sample rate within an article: use another")
        rest = silence(utterance.pause / rate, sample_rate)
        second = 2 * sample_rate
        end = written + len(sound.pcm)
        cues.append(Cue(utterance.sentence.id, written / second, end / second))
        written = end + len(rest.pcm)
        pcm.write(sound.pcm)
        pcm.write(rest.pcm)
        if progress:
            progress(done, len(order))
    pcm.flush()
    return sample_rate, Timeline(article.lang, written / 2 / sample_rate, tuple(cues))
