"""Bytes in more than one encoding, or broken: each run in its own, and no neighbour is swallowed.

A page whose template and database disagree holds runs of both; a text cut to so many bytes ends in
half a character. Python's ``errors="replace"`` goes on one byte after a pair that it has no
character for, so that all pairs after it are read askew: here the whole pair becomes U+FFFD.
"""

import codecs
import re
from collections.abc import Callable
from typing import Final

from langdu.loading.guessing import ADJACENT, BEFORE, FOREIGN_RUN, HIGH, SAMPLE, guess_codec

#: Text in UTF-8 that is hardly valid by chance elsewhere: four East Asian characters in a row stand
#: in one of some ten million runs of GBK; six Cyrillic letters are box-drawing in other encodings.
#: (One set of first bytes, looked back at, makes the search ten times as fast as a choice of two.)
_BLOCK: Final = re.compile(
    rb"[\xd0\xd1\xe3-\xe9][\x80-\xbf](?:"
    rb"(?<=[\xe3-\xe9].)[\x80-\xbf](?:[\xe3-\xe9][\x80-\xbf]{2}){3}"
    rb"|(?<=[\xd0\xd1].)(?:[\xd0\xd1][\x80-\xbf]){5})",
    re.DOTALL,
)
#: Half of the bytes after the first of a character in UTF-8; most encodings have none of them.
_CONTROLS: Final = bytes(range(0x80, 0xA0))
#: What accents and dashes in UTF-8 are in Windows-1252, where no word holds them: Ã© and â€“.
_ACCENT: Final = re.compile(rb"\xc3[\xa1-\xbf]|\xe2\x80[\x90-\xaf]")
#: The beginning of a character at the end of the bytes.
_CUT: Final = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
#: Bytes that are looked at run by run, as costs a second or so when each run is broken; of what is
#: longer the broken bytes become U+FFFD.
_PATIENCE: Final = 2_000_000
#: Fewer bytes tell no encoding; when they stand alone among ASCII they are Western accents.
_ENOUGH: Final = 6
_PAIR: Final = re.compile(rb"[\x81-\xfe][\xa1-\xfe]")
#: Whether a byte or a pair is wrong shows in how many are left up to the next ASCII character.
_NEAR: Final = re.compile(rb"[\x80-\xff]{0,64}")
#: Encodings of pairs.
DOUBLE: Final = frozenset({"big5hkscs", "cp932", "cp949", "euc_jp", "gb18030", "johab"})
_REGULAR: Final = DOUBLE - {"cp932", "gb18030"}
_JIS: Final = re.compile(rb"\x1b(\$[@B]|\$\(D|\([BJI])")
_TO_EUC: Final = bytes(byte | 0x80 if 0x21 <= byte <= 0x7E else byte for byte in range(256))


def utf8_evidence(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are whole in UTF-8, and how many bytes belong to none."""
    ascii_bytes = len(data.translate(None, HIGH))
    text = data.decode("utf-8", "ignore")
    whole = len(text) - ascii_bytes
    broken = len(data) - len(text.encode("utf-8"))
    return whole, broken


def without_cut(data: bytes) -> bytes:
    """The bytes without a character that is cut off at their end, as UTF-8 has it."""
    cut = _CUT.search(data, max(0, len(data) - 3))
    return data[: cut.start()] if cut else data


def is_mostly_utf8(data: bytes) -> bool:
    """Whether UTF-8 explains the bytes better than any other encoding could.

    In other encodings only one character in seven or so looks like UTF-8 by chance, and most bytes
    belong to none.
    """
    whole, broken = utf8_evidence(data)
    return whole > broken


def decode_utf8(data: bytes) -> str:
    """Text of a UTF-8 page: broken runs in the encoding that they look like."""
    if (text := strictly(data, "utf-8")) is not None:
        return text
    if len(whole := without_cut(data)) < len(data):
        return decode_utf8(whole) + "\ufffd"
    if len(data) > _PATIENCE:
        return data.decode("utf-8", "replace")
    second = _second_codec(data)

    def read(run: bytes) -> str:
        text = None
        if not is_mostly_utf8(run) and (second or not ADJACENT.search(run)):
            text = strictly(run, second or "cp1252")
        return run.decode("utf-8", "replace") if text is None else text

    return _by_runs(data, read)


def _second_codec(data: bytes) -> str | None:
    """The encoding of the runs that are not UTF-8, if there is enough of them to tell."""
    alien = bytearray()
    end = high = 0
    for run in FOREIGN_RUN.finditer(data):
        if not is_mostly_utf8(run[0]):
            alien += data[max(end, run.start() - BEFORE) : run.end()] + b"\n"
            high += len(run[0]) - len(run[0].translate(None, HIGH))
            if len(alien) > SAMPLE:
                break
        end = run.end()
    return guess_codec(bytes(alien))[0] if high >= _ENOUGH else None


def decode_legacy(data: bytes, codec: str) -> str:
    """Text of a page in another encoding; blocks of UTF-8 in it are read as such."""

    def read(run: bytes) -> str:
        text = None if _has_block(run, codec) else strictly(run, codec)
        if text is not None:
            return text
        return run.decode("utf-8", "replace") if is_mostly_utf8(run) else run.decode(codec, _PAIRS)

    if len(data) > _PATIENCE:
        return data.decode(codec, "replace")
    text = None if _has_block(data, codec) else strictly(data, codec)
    return _by_runs(data, read) if text is None else text


def _has_block(data: bytes, codec: str) -> bool:
    if len(data.translate(None, _CONTROLS)) == len(data):
        return False
    return bool(_BLOCK.search(data) or (codec == "cp1252" and _ACCENT.search(data)))


def decode_iso2022_jp(data: bytes) -> str:
    """ISO-2022-JP as EUC-JP, which has characters of Windows that Python's own codec lacks."""
    if len(data) > _PATIENCE:
        return data.decode("iso2022_jp_ext", "replace")
    pieces = _JIS.split(data)
    text = [pieces[0].decode("euc_jp", _PAIRS)]
    for escape, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if escape in (b"$@", b"$B"):
            piece = piece.translate(_TO_EUC)
        elif escape == b"$(D":
            piece = re.sub(rb"([\xa1-\xfe]{2})", b"\x8f\\1", piece.translate(_TO_EUC))
        elif escape == b"(I":
            piece = re.sub(rb"([\xa1-\xdf])", b"\x8e\\1", piece.translate(_TO_EUC))
        text.append(piece.decode("euc_jp", _PAIRS))
    return "".join(text)


def strictly(data: bytes, codec: str) -> str | None:
    """The text if the codec decodes every byte."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _by_runs(data: bytes, read: Callable[[bytes], str]) -> str:
    pieces = []
    end = 0
    for run in FOREIGN_RUN.finditer(data):
        pieces += [data[end : run.start()].decode("ascii"), read(run[0])]
        end = run.end()
    return "".join(pieces) + data[end:].decode("ascii")


def _unknown_pair(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that a double-byte codec refuses, and where it goes on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start = error.start
    pair = error.object[start : start + 2]
    if error.encoding == "gb18030" and pair[:1] == b"\x80":
        return "€", start + 1  # as Windows has it
    if not _PAIR.fullmatch(pair) or error.encoding not in _REGULAR:
        return "\ufffd", start + 1
    if error.encoding == "euc_jp":
        # rows that Windows added to JIS X 0208: ①, ㈱, ㍻ and rare kanji
        row, cell = pair[0] - 0xA1, pair[1] - 0xA1
        lead = (0x81 if row < 62 else 0xC1) + row // 2
        trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell > 62)
        return bytes((lead, trail)).decode("cp932", "replace")[:1], start + 2
    run = _NEAR.match(error.object, start)
    whole = run is None or (run.end() - start) % 2 == 0
    return "\ufffd", start + 2 if whole else start + 1


_PAIRS: Final = "langdu.pairs"
codecs.register_error(_PAIRS, _unknown_pair)  # the only way to tell a codec what to do
