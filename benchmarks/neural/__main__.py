"""``make check-speech``: a recogniser writes down what Kokoro says; how much of it is wrong.

Chinese is compared by its pinyin without tones, English by words, Japanese by kana. The recogniser
errs too: what it makes of a person's voice would not be without errors either.
"""

import argparse
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.neural import files, sentences
from langdu.speech.neural.kokoro.voice import KokoroVoice
from langdu.speech.spoken import spoken_form

LIMIT = 0.05  # of Chinese syllables; the others are printed only
TEXTS = {"zh": sentences.ZH, "en": sentences.EN, "ja": sentences.JA}


def syllables(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return [one for one in lazy_pinyin(text, errors="ignore") if one]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def kana(text: str) -> list[str]:
    from sudachipy import Dictionary

    # a comma more or less must not change how the rest is read
    tokens = Dictionary(dict="small").tokenizer().tokenize(re.sub(r"[、。\s]", "", text))
    read = "".join(token.reading_form() for token in tokens)
    return [char for char in read if unicodedata.name(char, "").startswith("KATAKANA")]


UNITS: dict[str, Callable[[str], list[str]]] = {"zh": syllables, "en": words, "ja": kana}


def distance(right: Sequence[str], heard: Sequence[str]) -> int:
    """Units to change, add or leave out (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, one in enumerate(right, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]


def heard(recogniser: Any, pcm: bytes, lang: str) -> str:
    import numpy as np

    samples = np.frombuffer(pcm, dtype=np.int16).astype(np.float32) / 32768
    # Whisper hears 16,000 samples a second; Kokoro says 24,000
    at = np.arange(0, len(samples) - 1, 1.5)
    kernel = np.hanning(5) / np.hanning(5).sum()  # nothing above what 16 kHz can hold
    smooth = np.convolve(samples, kernel, mode="same")
    found, _ = recogniser.transcribe(
        np.interp(at, np.arange(len(samples)), smooth).astype(np.float32), language=lang
    )
    return "".join(segment.text for segment in found).strip()


def check(voice: KokoroVoice, recogniser: Any, lang: str, name: str | None, show: bool) -> float:
    wrong = total = 0
    seconds = wall = cpu = 0.0
    with voice.open(lang, voice=name) as speaker:
        speaker.say({"zh": "好", "en": "Yes", "ja": "はい"}[lang])  # loads what there is to load
        for text in TEXTS[lang]:
            spoken = spoken_form(text, lang)
            start, used = time.perf_counter(), time.process_time()
            sound = speaker.say(spoken.text, spoken.readings)
            wall += time.perf_counter() - start
            cpu += time.process_time() - used
            seconds += sound.seconds
            written = heard(recogniser, sound.pcm, lang)
            right = UNITS[lang](text)
            errors = distance(right, UNITS[lang](written))
            wrong += errors
            total += len(right)
            if show or errors:
                print(f"  {errors:2} {text}\n     {written}")
    rate = wrong / total
    print(
        f"{lang} {name or 'default':12} error {rate:6.1%} ({wrong} of {total}); {seconds:.1f} s of "
        f"speech, real-time factor {wall / seconds:.2f} (CPU {cpu / seconds:.2f})",
        flush=True,
    )
    return rate


def main() -> None:
    parser = argparse.ArgumentParser(prog="make check-speech ARGS=…", description=__doc__)
    parser.add_argument("--lang", choices=list(TEXTS), action="append")
    parser.add_argument("--voice", action="append", help="with one --lang; more than one is fine")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--all", action="store_true", help="print the right ones, too")
    options = parser.parse_args()
    files.need(files.PLACE / "package", files.packages() / "faster_whisper")
    from faster_whisper import WhisperModel

    recogniser = WhisperModel(str(files.whisper()), device="cpu", compute_type="int8")
    voice = KokoroVoice(files.kokoro(), threads=options.threads)
    rates = {
        (lang, name): check(voice, recogniser, lang, name, options.all)
        for lang in options.lang or TEXTS
        for name in options.voice or [None]
    }
    if rates.get(("zh", None), 0) > LIMIT:
        sys.exit(f"more than {LIMIT:.0%} of the Chinese syllables were not understood")


if __name__ == "__main__":
    main()
