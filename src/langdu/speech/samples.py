"""A few words by which one gets to know a voice."""

from types import MappingProxyType
from typing import Final

from langdu.article import Article, Paragraph
from langdu.errors import MissingVoice
from langdu.languages import normalize
from langdu.sentences import to_sentences

#: Language → what its voices say: a greeting, a date and a number, and a question.
_TEXTS: Final = MappingProxyType(
    {
        "zh": "大家好，欢迎收听今天的新闻。四月五日，全市新增绿地三万平方米。您听得清楚吗？",
        "en": "Hello, and welcome to the news of today. On the fifth of April the city opened "
        "three new parks. Can you follow me?",
        "ja": "みなさん、こんにちは。四月五日、市内に三つの公園が開かれました。よく聞こえますか。",
        "ko": "안녕하세요, 오늘의 뉴스입니다. 사월 오일에 공원 세 곳이 문을 열었습니다. "
        "잘 들리십니까?",
        "ru": "Здравствуйте, вы слушаете новости. Пятого апреля в городе открыли три парка. "
        "Вам хорошо слышно?",
    }
)


def sample(lang: str) -> Article:
    """An article of one paragraph. Raises :class:`MissingVoice` where langdu has no words."""
    code = normalize(lang)
    text = _TEXTS.get(code)
    if text is None:
        raise MissingVoice(f"there is no sample in {code!r}; there are: {', '.join(_TEXTS)}")
    return Article(code, (Paragraph("b1", to_sentences("b1", text, code)),))
