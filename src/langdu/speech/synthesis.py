"""Article → sounds, one for each sentence → audio with a timeline."""

import tempfile
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, closing
from typing import IO

from langdu.article import Article
from langdu.errors import SpeechError
from langdu.speech.audio import Audio
from langdu.speech.lanes import said_in_lanes
from langdu.speech.reading import Utterance, reading_order
from langdu.speech.spoken.ruby import spoken_sentence
from langdu.speech.voice import Parallel, Sound, Speaker, Voice, check_rate, silence
from langdu.timeline import Cue, Timeline


def synthesize(
    article: Article,
    voice: Voice,
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    start: str | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Audio:
    """Speak an article, title first, into audio that the caller closes.

    ``rate`` is a multiple of the voice's normal speed (0.5 to 2.5), and shortens the pauses as
    well; ``voice_name`` the id or name of one of the engine's voices; ``start`` the id of a
    sentence or block to begin at; ``jobs`` is that of :func:`sounds`; ``progress`` is called with
    the sentences done and in all.

    Raises :class:`MissingVoice` where no voice speaks the article's language, and
    :class:`SpeechError` where the engine fails twice, ``start`` is unknown, the rate is not
    possible, there is nothing to read or no room for temporary files.
    """
    order = reading_order(article, start)
    made = sounds(order, article.lang, voice, rate=rate, voice_name=voice_name, jobs=jobs)
    with closing(made), ExitStack() as kept:
        try:
            pcm = tempfile.TemporaryFile()  # noqa: SIM115 - it lives on in the Audio
            kept.callback(pcm.close)
            sample_rate, timeline = _write(article.lang, order, made, pcm, rate, progress)
        except OSError as error:
            raise SpeechError(
                f"no room for the sound in {tempfile.gettempdir()} ({error.strerror or error}): "
                "make some, or set TMPDIR to another folder"
            ) from error
        kept.pop_all()
    return Audio(pcm, sample_rate, timeline)


def sounds(
    order: Sequence[Utterance],
    lang: str,
    voice: Voice,
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    jobs: int | None = None,
) -> Generator[Sound]:
    """The sounds of sentences of one language, in their order, made some sentences ahead.

    ``jobs``: how many speakers say them at once; ``None`` is the voice's own number. With the same
    number the sounds are the same every time, also where a process of the engine had to be
    replaced; with another one their lengths differ by some milliseconds. Close the iterator: then
    no process is left.

    Raises :class:`SpeechError` for an impossible rate or number at once; then
    :class:`MissingVoice` and :class:`SpeechError`, naming the sentence.
    """
    check_rate(rate)
    if jobs is not None and jobs < 1:
        raise SpeechError(f"at least 1 speaker is needed, not {jobs}")
    lanes = jobs or (voice.lanes if isinstance(voice, Parallel) else 1)
    return said_in_lanes(
        order,
        lanes,
        lambda: voice.open(lang, rate=rate, voice=voice_name),
        lambda speaker, utterance: say(speaker, utterance, lang),
    )


def say(speaker: Speaker, utterance: Utterance, lang: str) -> Sound:
    """The sound of one utterance in its spoken form.

    Raises :class:`SpeechError` naming the sentence by its id.
    """
    spoken = spoken_sentence(utterance.sentence, lang)
    try:
        return speaker.say(spoken.text, spoken.readings)
    except SpeechError as error:
        raise SpeechError(f"sentence {utterance.sentence.id}: {error}") from error


def _write(
    lang: str,
    order: Sequence[Utterance],
    made: Iterable[Sound],
    pcm: IO[bytes],
    rate: float,
    progress: Callable[[int, int], None] | None,
) -> tuple[int, Timeline]:
    cues = []
    sample_rate = 0
    written = 0  # bytes, so that times never drift from the sound
    for done, (utterance, sound) in enumerate(zip(order, made, strict=True), 1):
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
    return sample_rate, Timeline(lang, written / 2 / sample_rate, tuple(cues))
