"""Article → sounds, one for each sentence → audio with a timeline."""

import tempfile
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import partial

from langdu.article import Article
from langdu.errors import SpeechError
from langdu.speech.audio import Audio
from langdu.speech.lanes import said_in_lanes
from langdu.speech.reading import Utterance, bilingual_order, reading_order
from langdu.speech.speakers import say, say_form
from langdu.speech.spoken import Spoken
from langdu.speech.spoken.ruby import spoken_sentence
from langdu.speech.tape import Tape
from langdu.speech.voice import Parallel, Sound, Speaker, Voice, check_rate

__all__ = ["reading_of", "say", "sounds", "synthesize"]


def synthesize(
    article: Article,
    voice: Voice,
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    start: str | None = None,
    also: Article | None = None,
    also_after: bool = False,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Audio:
    """Speak an article, title first, into audio that the caller closes.

    ``rate`` is a multiple of the voice's normal speed (0.5 to 2.5), and shortens the pauses as
    well; ``voice_name`` the id or name of one of the engine's voices; ``start`` the id of a
    sentence or block to begin at; ``also`` the same article in another language, whose sentences
    are heard before those of ``article``, or after them with ``also_after``, in a voice of their
    own; ``jobs`` is that of :func:`sounds`; ``progress`` is called with the sentences done and in
    all.

    Raises :class:`MissingVoice` where no voice speaks the article's language, and
    :class:`SpeechError` where the engine fails twice, ``start`` is unknown, the rate is not
    possible, there is nothing to read or no room for temporary files.
    """
    check_rate(rate)
    order = reading_of(article, start, also, after=also_after)
    made = sounds(order, article.lang, voice, rate=rate, voice_name=voice_name, jobs=jobs)
    with closing(made), ExitStack() as kept:
        try:
            pcm = tempfile.TemporaryFile()  # noqa: SIM115 - it lives on in the Audio
            kept.callback(pcm.close)
            tape = Tape(article.lang, rate)
            for done, (utterance, spoken, sound) in enumerate(made, 1):
                pcm.write(tape.add(utterance, spoken, sound))
                if progress:
                    progress(done, len(order))
            pcm.flush()
        except OSError as error:
            raise no_room(error) from error
        kept.pop_all()
    articles = (article,) if also is None else (article, also)
    return Audio(pcm, tape.sample_rate, tape.timeline(), articles)


def reading_of(
    article: Article, start: str | None, also: Article | None, *, after: bool
) -> tuple[Utterance, ...]:
    """What is read: the article, or with ``also`` both of them sentence by sentence."""
    if also is None:
        return reading_order(article, start)
    return bilingual_order(article, also, start, after=after)


def sounds(
    order: Sequence[Utterance],
    lang: str,
    voice: Voice,
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    jobs: int | None = None,
) -> Generator[tuple[Utterance, Spoken, Sound]]:
    """Sentences in their order, as they were said and as they sound, made some ahead.

    ``voice_name`` is a voice of ``lang``; other languages of the reading have the engine's own
    choice, and the sample rate of the first sound. ``jobs``: how many speakers say them at once,
    at least one for each language; ``None`` is the voice's own number. With the same number the
    sounds are the same every time, also where a process of the engine had to be replaced; with
    another one their lengths differ by some milliseconds. Close the iterator: then no process is
    left.

    Raises :class:`SpeechError` for an impossible rate or number at once; then
    :class:`MissingVoice` and :class:`SpeechError`, naming the sentence.
    """
    check_rate(rate)
    if jobs is not None and jobs < 1:
        raise SpeechError(f"at least 1 speaker is needed, not {jobs}")
    langs = dict.fromkeys(utterance.lang for utterance in order)
    lanes = jobs or (voice.lanes if isinstance(voice, Parallel) else 1)
    said = {
        one: said_in_lanes(
            [utterance for utterance in order if utterance.lang == one],
            max(1, lanes // len(langs)),
            partial(voice.open, one, rate=rate, voice=voice_name if one == lang else None),
            _form_and_sound,
        )
        for one in langs
    }
    return _in_order(order, said)


def _in_order(
    order: Sequence[Utterance], said: Mapping[str, Generator[tuple[Spoken, Sound]]]
) -> Generator[tuple[Utterance, Spoken, Sound]]:
    sample_rate = 0
    with ExitStack() as stack:
        for one in said.values():
            stack.enter_context(closing(one))
        for utterance in order:
            spoken, sound = next(said[utterance.lang])
            sample_rate = sample_rate or sound.sample_rate
            if len(said) > 1 and sound.sample_rate != sample_rate:
                sound = sound.resampled(sample_rate)
            yield utterance, spoken, sound


def _form_and_sound(speaker: Speaker, utterance: Utterance) -> tuple[Spoken, Sound]:
    spoken = spoken_sentence(utterance.sentence, utterance.lang)
    return spoken, say_form(speaker, utterance, spoken)


def no_room(error: OSError) -> SpeechError:
    """What to say where temporary files cannot be written."""
    return SpeechError(
        f"no room for the sound in {tempfile.gettempdir()} ({error.strerror or error}): "
        "make some, or set TMPDIR to another folder"
    )
