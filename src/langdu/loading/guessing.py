"""Which legacy encoding bytes are in, when nothing says so: chardet on the words that matter.

chardet 7 carries tables of byte pairs for each language and encoding; why it and no other detector,
and no tables of our own, says ``docs/decisions/006-decoding.md``. It is imported when first needed.
"""

import re
from typing import Final

from langdu.loading.charsets import codec_of

#: Bytes of text that are enough to be sure (more made no page of the benchmark better).
SAMPLE: Final = 4000
#: As much of the ASCII before a foreign word is kept: accents are told by the letters around them.
BEFORE: Final = 16
#: A run of text from its first byte over 127 to a tag or the end of its line. No multi-byte
#: encoding has these three as the second half of a character, so runs begin on a whole one.
FOREIGN_RUN: Final = re.compile(rb"[\x80-\xff][^\n<>]*")
#: What the web is written in: the WHATWG Encoding Standard's list without its rarest, in chardet's
#: words.
_DOUBLE: Final = ("gb18030", "big5hkscs", "cp932", "euc_jis_2004", "cp949")
_SINGLE: Final = (
    *("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "cp1252", "cp1250", "iso8859-2"),
    *("cp1253", "iso8859-7", "cp1254", "cp1255", "cp1256", "iso8859-6", "cp1257", "cp1258"),
    "cp874",
)
#: Of these, the pages of the Latin script.
_LATIN: Final = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257")
GUESSABLE: Final = frozenset({"euc_jp", *_DOUBLE, *_SINGLE})
#: chardet gives whole text of more than a few words more than this.
_DOUBTFUL: Final = 0.2
#: One broken byte rules out an encoding of pairs. So much of a text must be left without its broken
#: bytes for the encoding to count; more, and surer, where another of pairs explains every byte.
_KEPT: Final = 0.8
_RIVAL: Final = (0.98, 0.4)
#: Words of other scripts have more than one letter; accents stand alone, next to ASCII letters.
ADJACENT: Final = re.compile(rb"[\x80-\xff]{2}")
_TOUCHING: Final = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])")
#: The first bytes of kana in Shift_JIS, whose second ones may be ASCII.
_KANA: Final = bytes(range(0x81, 0x85))
HIGH: Final = bytes(range(128, 256))
#: As few bytes, with a sign among them that is in no word (©), say nothing of a language.
_FEW: Final = 3
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 12, 13})


def guess_codec(data: bytes) -> tuple[str, bool]:
    """The likeliest encoding of bytes that are not UTF-8, and whether it reads like a language."""
    sample = foreign_sample(data)
    if stands_alone(sample):
        high = len(sample) - len(sample.translate(None, HIGH))
        signs = high - sum(1 for _ in _TOUCHING.finditer(sample))
        return ("cp1252" if signs and high < _FEW else _detect(sample, _LATIN)[0]), True
    codec, confidence = _detect(sample)
    if confidence < _DOUBTFUL:
        least, doubtful = (_KEPT, _DOUBTFUL) if codec in _SINGLE else _RIVAL
        for double in _DOUBLE:
            whole = sample.decode(double, "ignore").encode(double)
            if least * len(sample) < len(whole) < len(sample):
                found, sure = _detect(whole)
                if found == codec_of(double) and sure > max(doubtful, confidence):
                    codec, confidence = found, sure
    return codec, confidence >= _DOUBTFUL


def stands_alone(data: bytes) -> bool:
    """Whether no two bytes over 127 are neighbours, as in no script but Latin."""
    return not ADJACENT.search(data) and not data.translate(None, _KANA).isascii()


def touches_ascii(data: bytes) -> bool:
    """Whether half of the bytes over 127 are in words with ASCII letters, as accents are."""
    high = len(data) - len(data.translate(None, HIGH))
    return high > 1 and 2 * sum(1 for _ in _TOUCHING.finditer(data)) >= high


def _detect(sample: bytes, candidates: tuple[str, ...] = _DOUBLE + _SINGLE) -> tuple[str, float]:
    from chardet import detect

    found = detect(
        sample,
        include_encodings=candidates,
        compat_names=False,
        no_match_encoding="cp1252",
        empty_input_encoding="cp1252",
    )
    return codec_of(found["encoding"] or "cp1252") or "cp1252", found["confidence"]


def foreign_sample(data: bytes) -> bytes:
    """The runs that hold bytes over 127: the rest is markup and scripts, and says nothing."""
    kept = bytearray()
    end = 0
    for run in FOREIGN_RUN.finditer(data):
        first = run.start()
        kept += data[max(end, first - BEFORE) : min(run.end(), first + SAMPLE)]
        if len(kept) >= SAMPLE:
            break
        kept += b"\n"
        end = run.end()
    return bytes(kept).translate(None, _CONTROLS)  # chardet takes a control for a binary file
