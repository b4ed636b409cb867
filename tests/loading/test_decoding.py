import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from langdu.loading.charsets import codec_of, declared_codecs
from langdu.loading.decoding import clean, decode

ZH = "青石市人民政府今天上午召开新闻发布会，介绍城市公园管理办法的修订情况。新办法将从明年起施行。"
TW = "青石市政府今天上午召開記者會，說明公園管理辦法的修訂情形。新辦法將從明年一月一日起施行。"
JA = "みなと市は三日、駅前に新しい図書館を開館した。蔵書は約十二万冊で、平日は九時まで利用できる。"
KO = "한빛시는 올해 안에 모든 어린이 보호구역의 제한 속도를 낮춘다고 밝혔다. 결과는 다음 달."
RU = "Городская библиотека получила более двухсот новых книг. Читатели смогут взять их домой."
UK = "Міська бібліотека отримала понад двісті нових книжок. Читачі зможуть взяти їх додому."
AR = "أعلنت البلدية اليوم عن افتتاح مكتبة عامة جديدة في وسط المدينة، وسوف تستقبل القراء قريبا."
EL = "Η δημοτική βιβλιοθήκη άνοιξε σήμερα τις πόρτες της στο κοινό και θα λειτουργεί κάθε μέρα."
TH = "หอสมุดประชาชนแห่งใหม่เปิดให้บริการวันนี้ ประชาชนสามารถยืมหนังสือได้ทุกวัน"
PL = "Biblioteka miejska została dziś otwarta i będzie czynna codziennie, również w święta."
FR = "La bibliothèque a été rouverte après l’été, à la joie des élèves et des lecteurs âgés."
TR = "Şehir kütüphanesi bugün yeniden açıldı ve her gün akşama kadar çalışacağını duyurdu."
CASES = [
    *((ZH, "gb18030", label) for label in ("gb2312", "gbk", "gb18030", "x-gbk")),
    *((TW, "big5hkscs", label) for label in ("big5", "big5-hkscs")),
    *((JA, "cp932", label) for label in ("shift_jis", "windows-31j", "x-sjis")),
    (JA, "euc_jp", "euc-jp"),
    (JA, "gb18030", "gb2312"),  # as Chinese portals write their Japanese editions
    (JA, "iso2022_jp", "iso-2022-jp"),
    *((KO, "cp949", label) for label in ("euc-kr", "ks_c_5601-1987")),
    (RU, "koi8-r", "koi8-r"),
    (RU, "cp1251", "windows-1251"),
    (RU, "iso8859-5", "iso-8859-5"),
    (RU, "cp866", "ibm866"),
    (UK, "koi8-u", "koi8-u"),
    (UK, "cp1251", "windows-1251"),
    (AR, "cp1256", "windows-1256"),
    (EL, "cp1253", "windows-1253"),
    (TH, "cp874", "tis-620"),
    (PL, "cp1250", "windows-1250"),
    (FR, "cp1252", "iso-8859-1"),
    (TR, "cp1254", "iso-8859-9"),
    *((text, "utf-8", "utf-8") for text in (ZH, TW, JA, KO, RU, AR, PL)),
]
LATIN = (PL, FR, TR)
DOUBLE = [
    (ZH, "gb18030"),
    (TW, "big5hkscs"),
    (JA, "cp932"),
    (JA, "euc_jp"),
    (KO, "cp949"),
]
#: What a short text stands in: the guess must not be led astray by markup.
PAGE = '<html><head><title>News</title></head>\n<body class="main">{}</body></html>'


@pytest.mark.parametrize(("text", "codec", "label"), CASES)
def test_declared_undeclared_and_false(text: str, codec: str, label: str) -> None:
    for prefix, charset in [
        ("", label),
        ("", None),
        (f'<meta charset="{label}">', None),
        (f"<META http-equiv=Content-Type content='text/html; charset={label}'>", None),
        (f'<?xml version="1.0" encoding="{label}"?>', None),
        ('<meta charset="utf-8">', None),
        ('<meta charset="koi8-r">', None) if text in LATIN else ('<meta charset="ascii">', None),
        (f'<meta charset="{label}">', "utf-8"),
        *(() if text in LATIN else (('<meta charset="shift_jis">', None), ("", "windows-1252"))),
    ]:
        page = prefix + PAGE.format(f"<p>{text}</p>")
        assert decode(page.encode(codec), charset)[0] == page, (prefix, charset)


@pytest.mark.parametrize("length", [15, 30, 60])
@pytest.mark.parametrize(
    ("text", "codec"), [*DOUBLE, (RU, "cp1251"), (RU, "koi8-r"), (RU, "cp866"), (UK, "cp1251")]
)
def test_short_texts_among_markup(text: str, codec: str, length: int) -> None:
    for start in range(0, min(len(text), 60) - length + 1, 5):
        page = PAGE.format(f"<p>{text[start : start + length]}</p>")
        assert decode(page.encode(codec))[0] == page


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
@pytest.mark.parametrize("text", [ZH, JA, KO, RU, FR])
def test_wide_unicode(text: str, codec: str) -> None:
    page = PAGE.format(f"<p>{text}</p>")
    assert decode(page.encode(codec))[0] == page
    assert decode(page.encode(codec), "iso-8859-1")[0] == page


def test_utf16_by_the_word_of_http() -> None:
    assert decode(ZH.encode("utf-16-be"), "UTF-16BE") == (ZH, "utf-16-be")
    assert decode(ZH.encode("gb18030"), "utf-16") == (ZH, "gb18030")


@pytest.mark.parametrize("label", ["utf-8", "no-such-charset", "zip", "idna", "", "utf-16", "\x00"])
def test_false_declaration(label: str) -> None:
    text = f'<meta charset="{label}"><p>{ZH}</p>'
    assert ZH in decode(text.encode("gb18030"), label)[0]


def test_a_word_or_two_is_what_the_page_says() -> None:
    page = '<meta charset="gb2312"><p>小</p>'
    assert page.encode("gb18030").decode("utf-8") != page  # its bytes are valid UTF-8 too
    assert decode(page.encode("gb18030")) == (page, "gb18030")
    for label in ("iso-8859-1", "gb2312", "shift_jis", "koi8-r"):
        assert decode("<p>café ©</p>".encode(), label)[0] == "<p>café ©</p>"
        assert decode("<p>café ©</p>".encode("cp1252"), label)[0] == "<p>café ©</p>"
    assert decode("<p>café</p>".encode("cp1252"))[0] == "<p>café</p>"


def test_utf8_declared_as_gb2312() -> None:
    text = f'<meta charset="gb2312"><p>{ZH}</p>'
    assert decode(text.encode()) == (text, "utf-8")


def test_declarations_in_order() -> None:
    page = b"<?xml version='1.0' encoding='gbk'?><meta charset=KOI8-R><meta charset=big5>"
    assert list(declared_codecs(page, "Windows-1251")) == [
        "cp1251",
        "gb18030",
        "koi8-r",
        "big5hkscs",
    ]


@pytest.mark.parametrize(
    "name", ["zip", "rot13", "idna", "cp037", "utf-16", "undefined", "", "\x00"]
)
def test_what_no_page_is_in(name: str) -> None:
    assert codec_of(name) is None


def is_utf8(data: bytes) -> bool:
    return data.decode("utf-8", "ignore").encode() == data


def paragraphs(*parts: bytes) -> bytes:
    return b"\n".join(b"<p>" + part + b"</p>" for part in parts)


@pytest.mark.parametrize(
    ("part", "codec"), [*DOUBLE, (RU, "cp1251"), (RU, "koi8-r"), (FR, "cp1252"), ("café", "cp1252")]
)
def test_another_encoding_in_the_middle_of_utf8(part: str, codec: str) -> None:
    data = paragraphs(ZH.encode(), RU.encode(), part.encode(codec), ZH.encode())
    assert decode(data) == (f"<p>{ZH}</p>\n<p>{RU}</p>\n<p>{part}</p>\n<p>{ZH}</p>", "utf-8")


@pytest.mark.parametrize(
    ("text", "codec"), [*DOUBLE, (RU, "cp1251"), (RU, "koi8-r"), (FR, "cp1252")]
)
@pytest.mark.parametrize("declared", [True, False])
def test_utf8_in_the_middle_of_another_encoding(text: str, codec: str, declared: bool) -> None:
    data = paragraphs(*[text.encode(codec)] * 4, text.encode(), text.encode(codec))
    found, encoding = decode(data, codec if declared else None)
    assert found == "\n".join([f"<p>{text}</p>"] * 6)
    assert encoding == codec or encoding == "koi8-u"  # which has all letters of koi8-r


@pytest.mark.parametrize(("text", "codec"), [*DOUBLE, (ZH, "utf-8"), (RU, "utf-8")])
def test_broken_bytes_swallow_nothing(text: str, codec: str) -> None:
    half = len(text) // 2
    before, after = text[:half].encode(codec), text[half:].encode(codec)
    whole = paragraphs(text.encode(codec))
    first = text[0].encode(codec)[:1]
    if codec != "cp932":  # which reads 0xFF as a character of its own
        assert text[:half] + "\ufffd" + text[half:] in decode(before + b"\xff" + after + whole)[0]
    assert f"{text[:half]}\ufffd..." in decode(before + first + b"...\n" + whole)[0]
    assert decode(whole + b"<p>" + before + first)[0] == f"<p>{text}</p><p>{text[:half]}\ufffd"
    assert decode(b"\x00" + before + b"\x00" + after)[0] == text


def test_a_pair_without_a_character_does_not_shift_the_next() -> None:
    data = KO.encode("cp949")
    assert decode(data + b"\xc9\xa1" + data, "euc-kr")[0] == f"{KO}\ufffd{KO}"


def test_characters_of_windows_in_euc_jp_and_iso_2022_jp() -> None:
    assert decode(JA.encode("euc_jp") + b"\xad\xa1\xad\xea")[0] == JA + "①㈱"
    assert decode(b"\x1b$B-!\x1b(B" + JA.encode("iso2022_jp"))[0] == "①" + JA
    assert decode("ｱｲｳ".encode("iso2022_jp_ext") + JA.encode("iso2022_jp"))[0] == "ｱｲｳ" + JA
    assert decode(b"\x80" + ZH.encode("gb18030"), "gbk")[0] == "€" + ZH


def test_nothing_unwritable_is_left() -> None:
    assert decode(b"a\x00b\xed\xa0\x80")[0].encode()
    assert clean("\ufeffa\x00\ud800b") == "ab"


LABELS = [None, "gbk", "utf-8", "rot13", "big5", "\x00", "iso-2022-jp", "utf-16", "hz", "utf-7"]


@given(st.binary(max_size=400), st.sampled_from(LABELS))
def test_never_fails(data: bytes, charset: str | None) -> None:
    text, _ = decode(data, charset)
    assert "\x00" not in text
    text.encode()


@given(
    st.lists(
        st.sampled_from([ZH.encode(), ZH.encode("gbk"), JA.encode("cp932"), RU.encode("koi8-r")])
        | st.binary(max_size=6),
        max_size=8,
    ),
    st.sampled_from(LABELS),
)
def test_never_fails_on_what_is_nearly_text(parts: list[bytes], charset: str | None) -> None:
    decode(b"\n".join(parts), charset)[0].encode()


@given(st.data(), st.sampled_from(CASES))
def test_round_trip_of_a_few_declared_characters(
    data: st.DataObject, case: tuple[str, str, str]
) -> None:
    """Fewer than any guess would overrule a declaration for."""
    text, codec, label = case
    drawn = data.draw(st.text(alphabet=sorted({*text, *"12 <>&"}), max_size=3))
    assume(drawn.isascii() or codec == "utf-8" or not is_utf8(drawn.encode(codec)))
    assert decode(drawn.encode(codec), label)[0] == drawn


@given(st.sampled_from(CASES), st.integers(0, 30), st.integers(12, 100))
def test_round_trip_of_declared_text(case: tuple[str, str, str], start: int, length: int) -> None:
    text, codec, label = case
    part = text[start : start + length]
    assert decode(part.encode(codec), label)[0] == part


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(b"\xff", id="no encoding"),
        pytest.param(ZH.encode("gb18030"), id="one line"),
        pytest.param(b"<\xe9", id="a run a tag"),
        pytest.param(ZH.encode() + b"\n<caf\xe9>\n", id="mixed"),
        pytest.param(b"\xc9\xa1", id="pairs that are none"),
        pytest.param(b"\x1b$B-!\x1b(B", id="escapes"),
        pytest.param(b"<meta charset", id="metas"),
    ],
)
def test_cost_is_linear(shape: bytes) -> None:
    decode(RU.encode("cp1251"))  # imports the detector
    begin = time.process_time()
    decode(shape * (5_000_000 // len(shape)))
    assert time.process_time() - begin < 2


def test_import_loads_no_detector() -> None:
    program = "import sys, langdu.loading.decoding; sys.exit('chardet' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_this_file() -> None:
    data = Path(__file__).read_bytes()
    assert decode(data) == (data.decode(), "utf-8")
