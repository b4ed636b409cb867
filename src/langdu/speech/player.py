"""Reading aloud, sentence by sentence, with the next one made while one is heard."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Final

from langdu.article import Article, Sentence
from langdu.speech.output import Output, SoundCard, find_output
from langdu.speech.reading import Utterance
from langdu.speech.speakers import Speakers, open_speakers
from langdu.speech.synthesis import reading_of
from langdu.speech.voice import Sound, Voice, check_rate, silence

#: Silence after the last sentence, in seconds: what the card has taken is not yet heard, and would
#: be cut off by the end.
_TAIL: Final = 0.4
#: How often the wait for a sentence looks up, in seconds, so that Ctrl-C is heard everywhere.
_LOOK: Final = 0.2


def play(
    article: Article,
    voice: Voice,
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    start: str | None = None,
    also: Article | None = None,
    also_after: bool = False,
    on_sentence: Callable[[Sentence], None] | None = None,
    output: Output | None = None,
) -> None:
    """Read an article aloud; it returns at its end.

    ``rate``, ``voice_name``, ``start``, ``also`` and ``also_after`` are those of
    :func:`~langdu.speech.synthesize`.
    ``on_sentence`` is called as each sentence begins; what it raises stops the reading, and so
    does Ctrl-C, at once. ``output`` is the machine's sound card if ``None``, and is closed at the
    end. Raises :class:`NoAudioDevice`, :class:`MissingVoice` and :class:`SpeechError`.
    """
    check_rate(rate)
    order = reading_of(article, start, also, after=also_after)
    if output is None:
        find_output()  # before the voice is started, and before anybody is told what is read
    card = output or SoundCard()
    try:
        with open_speakers(article, also, voice, rate, voice_name) as speakers:
            _play(order, speakers, card, rate, on_sentence)
    finally:
        card.close()


def _play(
    order: Sequence[Utterance],
    speakers: Speakers,
    card: Output,
    rate: float,
    on_sentence: Callable[[Sentence], None] | None,
) -> None:
    ahead = ThreadPoolExecutor(1, thread_name_prefix="langdu-speech")
    try:
        made = ahead.submit(_sound, speakers, order[0])
        for utterance, following in zip(order, [*order[1:], None], strict=True):
            sound = _wait_for(made)
            if following:
                made = ahead.submit(_sound, speakers, following)
            if on_sentence:
                on_sentence(utterance.sentence)
            pause = utterance.pause / rate if following else _TAIL
            card.play(Sound(sound.pcm + silence(pause, sound.sample_rate).pcm, sound.sample_rate))
    except BaseException:
        card.close()  # first: the silence is what the listener waits for
        speakers.close()  # ends a sentence that is being made, for which the pool would wait
        raise
    finally:
        ahead.shutdown(cancel_futures=True)


def _sound(speakers: Speakers, utterance: Utterance) -> Sound:
    return speakers.say(utterance)[1]


def _wait_for(made: "Future[Sound]") -> Sound:
    while not made.done():
        wait([made], timeout=_LOOK)
    return made.result()
