"""Article → audio with a timeline."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from langdu.article import Article
from langdu.errors import SpeechError
from langdu.speech.audio import Audio
from langdu.speech.reading import Utterance, bilingual_order, reading_order
from langdu.speech.speakers import Speakers, say
from langdu.speech.spoken import Spoken
from langdu.speech.tape import Tape
from langdu.speech.voice import Sound, Voice, check_rate

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
    progress: Callable[[int, int], None] | None = None,
) -> Audio:
    """Speak an article, title first, into audio that the caller closes.

    ``rate`` is a multiple of the voice's normal speed (0.5 to 2.5), and shortens the pauses as
    well; ``voice_name`` the id or name of one of the engine's voices; ``start`` the id of a
    sentence or block to begin at; ``also`` the same article in another language, whose sentences
    are heard before those of ``article``, or after them with ``also_after``, in a voice of their
    own; ``progress`` is called with the sentences done and in all.

    Raises :class:`MissingVoice` where no voice speaks the article's language, and
    :class:`SpeechError` where the engine fails twice, ``start`` is unknown, the rate is not
    possible, there is nothing to read or no room for temporary files.
    """
    check_rate(rate)
    order = reading_of(article, start, also, after=also_after)
    with ExitStack() as stack:
        speakers = stack.enter_context(open_speakers(article, also, voice, rate, voice_name))
        try:
            pcm = tempfile.TemporaryFile()  # noqa: SIM115 - it lives on in the Audio
            kept = ExitStack()
            with kept:
                kept.callback(pcm.close)
                tape = Tape(article.lang, rate)
                for utterance, spoken, sound in sounds(order, speakers, progress):
                    pcm.write(tape.add(utterance, spoken, sound))
                pcm.flush()
                kept.pop_all()
        except OSError as error:
            raise no_room(error) from error
    articles = (article,) if also is None else (article, also)
    return Audio(pcm, tape.sample_rate, tape.timeline(), articles)


def reading_of(
    article: Article, start: str | None, also: Article | None, *, after: bool
) -> tuple[Utterance, ...]:
    """What is read: the article, or with ``also`` both of them sentence by sentence."""
    if also is None:
        return reading_order(article, start)
    return bilingual_order(article, also, start, after=after)


def open_speakers(
    article: Article, also: Article | None, voice: Voice, rate: float, voice_name: str | None
) -> Speakers:
    """The speakers of a reading; ``voice_name`` is a voice of the article's own language."""
    langs = (article.lang,) if also is None else (article.lang, also.lang)
    return Speakers(voice, langs, rate=rate, voice_name=voice_name)


def sounds(
    order: Sequence[Utterance],
    speakers: Speakers,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[tuple[Utterance, Spoken, Sound]]:
    """Every utterance in order, as it was said and as it sounds: one at a time is in memory."""
    for done, utterance in enumerate(order, 1):
        spoken, sound = speakers.say(utterance)
        yield utterance, spoken, sound
        if progress:
            progress(done, len(order))


def no_room(error: OSError) -> SpeechError:
    """What to say where temporary files cannot be written."""
    return SpeechError(
        f"no room for the sound in {tempfile.gettempdir()} ({error.strerror or error}): "
        "make some, or set TMPDIR to another folder"
    )
