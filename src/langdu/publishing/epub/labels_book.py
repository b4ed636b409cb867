"""The words that only a book needs, in the five languages; the shape is that of ``labels.py``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_COLUMNS: Final = ("zh", "en", "ja", "ko", "ru")

# fmt: off
_ROWS: Final[Mapping[str, tuple[str, str, str, str, str]]] = MappingProxyType({
    "cover": ("封面", "Cover", "表紙", "표지", "Обложка"),
    "contents": ("目录", "Contents", "目次", "차례", "Содержание"),
    "landmarks": ("导航位置", "Landmarks", "ランドマーク", "이정표", "Ориентиры"),
    "text": ("正文", "Text", "本文", "본문", "Текст"),
    "made": ("本书由“朗读”（langdu）自动生成。", "This book was made automatically by langdu.",
             "この電子書籍は langdu で自動的に作成されました。",
             "이 전자책은 langdu로 자동 생성되었습니다.",
             "Книга создана автоматически программой langdu."),
    # the accessibility summary, sentence by sentence
    "sum_text": ("文字可放大、可变换颜色，可由屏幕阅读器朗读；有目录。",
                 "The text can be enlarged and recoloured and works with screen readers; "
                 "there is a table of contents.",
                 "文字は拡大や配色の変更ができ、スクリーンリーダーで読めます。目次があります。",
                 "글자를 확대하거나 색을 바꿀 수 있고 화면 낭독기로 읽을 수 있으며, "
                 "차례가 있습니다.",
                 "Текст можно увеличить, изменить его цвета и читать с экранным диктором; "
                 "есть содержание."),
    "sum_audio": ("全文配有合成语音，读到的句子会突出显示。",
                  "The whole article is read by a synthetic voice, "
                  "and each sentence is highlighted as it is heard.",
                  "記事全体が合成音声で読み上げられ、読まれている文が強調表示されます。",
                  "글 전체를 합성 음성으로 들을 수 있으며, 읽고 있는 문장이 강조됩니다.",
                  "Вся статья озвучена синтезированным голосом, "
                  "звучащее предложение выделяется."),
    "sum_some_audio": ("部分内容配有合成语音。",
                       "Parts of the article are read by a synthetic voice.",
                       "記事の一部が合成音声で読み上げられます。",
                       "글의 일부를 합성 음성으로 들을 수 있습니다.",
                       "Часть статьи озвучена синтезированным голосом."),
    "sum_described": ("所有图片都有文字说明。", "All pictures have a description or a caption.",
                      "すべての画像に説明があります。", "모든 그림에 설명이 있습니다.",
                      "У всех изображений есть описание или подпись."),
    "sum_undescribed": ("没有文字说明的图片：{n}。", "Pictures without a description: {n}.",
                        "説明のない画像：{n}。", "설명이 없는 그림: {n}.",
                        "Изображений без описания: {n}."),
    "sum_moving": ("有活动图片，未检查是否闪烁。",
                   "Some pictures move; nobody checked whether they flash.",
                   "動く画像があり、点滅するかどうかは確認されていません。",
                   "움직이는 그림이 있으며, 깜박이는지는 확인하지 않았습니다.",
                   "Есть движущиеся изображения; мигают ли они, не проверялось."),
    "sum_unclaimed": ("本书自动生成，未经人工检查，不声明符合任何无障碍标准。",
                      "The book was made automatically and no person has checked it: "
                      "it claims conformance with no standard.",
                      "この電子書籍は自動的に作成され、人による確認を受けていないため、"
                      "いかなる規格への適合も表明しません。",
                      "이 전자책은 자동으로 만들어졌고 사람이 검사하지 않았으므로 "
                      "어떤 표준의 준수도 주장하지 않습니다.",
                      "Книга создана автоматически и не проверена человеком: "
                      "о соответствии стандартам не заявляется."),
})
# fmt: on


def book_words(code: str) -> Mapping[str, str]:
    """The texts in the language of a code that :class:`~langdu.publishing.labels.Labels` has."""
    column = _COLUMNS.index(code)
    return MappingProxyType({name: row[column] for name, row in _ROWS.items()})
