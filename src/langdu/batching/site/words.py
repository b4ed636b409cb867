"""The words of the index pages, in the five languages: the rows are those of publishing's table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_COLUMNS: Final = ("zh", "en", "ja", "ko", "ru")

# fmt: off
_ROWS: Final[Mapping[str, tuple[str, str, str, str, str]]] = MappingProxyType({
    "articles": ("文章", "Articles", "記事", "기사", "Статьи"),
    "skip": ("跳到文章列表", "Skip to the list of articles", "記事一覧へ移動",
             "기사 목록으로 건너뛰기", "Перейти к списку статей"),
    "newest": ("最新文章", "Newest articles", "新着記事", "최신 기사", "Новые статьи"),
    "months": ("按月份浏览", "By month", "月別", "월별", "По месяцам"),
    "columns": ("按栏目浏览", "By section", "カテゴリー別", "분류별", "По разделам"),
    "undated": ("日期不详", "Without a date", "日付不明", "날짜 없음", "Без даты"),
    "start": ("返回首页", "Back to the front page", "トップページへ戻る", "첫 페이지로",
              "На главную страницу"),
    "newer": ("较新的文章", "Newer articles", "新しい記事", "더 최근 기사", "Более новые статьи"),
    "older": ("较早的文章", "Older articles", "古い記事", "이전 기사", "Более старые статьи"),
    "paging": ("翻页", "Pages", "ページ送り", "페이지 이동", "Страницы"),
    "page": ("第 {n} 页", "page {n}", "{n} ページ", "{n}쪽", "страница {n}"),
    "follow": ("订阅", "Follow", "購読", "구독", "Подписка"),
    "feed": ("文章订阅（Atom）", "Articles (Atom feed)", "記事フィード（Atom）", "기사 피드(Atom)",
             "Лента статей (Atom)"),
    "podcast": ("播客订阅（RSS）", "Podcast (RSS feed)", "ポッドキャスト（RSS）", "팟캐스트(RSS)",
                "Подкаст (RSS)"),
    "heard": ("有声，时长 {n}", "audio, {n}", "音声あり、{n}", "음성 있음, {n}", "есть аудио, {n}"),
    "choose": ("选择语言", "Choose a language", "言語を選ぶ", "언어 선택", "Выберите язык"),
    "some_machine": ("标有“机器翻译”的文章由机器翻译，可能有错误，请以原文为准。",
                     "Articles marked as machine translation were translated by a machine and may "
                     "contain errors; the originals are authoritative.",
                     "「機械翻訳」とある記事は機械が翻訳したもので、誤りが含まれることがあります。"
                     "正確な内容は原文でご確認ください。",
                     "‘기계 번역’ 표시가 있는 글은 기계가 번역한 것으로 오류가 있을 수 있습니다. "
                     "정확한 내용은 원문을 확인하십시오.",
                     "Статьи с пометкой «машинный перевод» переведены машиной и могут содержать "
                     "ошибки. Сверяйтесь с оригиналом."),
    "spoken": ("{n}：有声文章", "{n}: articles read aloud", "{n}：記事の読み上げ",
               "{n}: 낭독 기사", "{n}: статьи вслух"),
})
# fmt: on

_TABLE: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        code: MappingProxyType({name: row[column] for name, row in _ROWS.items()})
        for column, code in enumerate(_COLUMNS)
    }
)


def words(code: str) -> Mapping[str, str]:
    """The texts in the language of a publishing :class:`~langdu.publishing.labels.Labels`."""
    return _TABLE[code]
