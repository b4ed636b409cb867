"""The words of the interface, in the five languages of the project.

A row is one text, side by side in all languages; a language without a column gets the English one,
which pages mark as English. ``{n}`` is a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.languages import LANGUAGES, normalize, tag_of
from langdu.publishing.labels_tools import ROWS as _TOOLS

_COLUMNS: Final = ("zh", "en", "ja", "ko", "ru")

# fmt: off
_ROWS: Final[Mapping[str, tuple[str, str, str, str, str]]] = MappingProxyType({
    # signs
    "colon": ("：", ": ", "：", ": ", ": "),
    "comma": ("、", ", ", "、", ", ", ", "),
    # around the article
    "skip": ("跳到正文", "Skip to the article", "本文へ移動", "본문으로 건너뛰기",
             "Перейти к тексту"),
    "languages": ("语言", "Languages", "言語", "언어", "Языки"),
    "editions": ("语言版本", "Editions", "言語版", "언어별 페이지", "Языковые версии"),
    "source_edition": ("原文", "Original", "原文", "원문", "Оригинал"),
    "untitled": ("无标题文章", "Untitled article", "無題の記事", "제목 없는 글",
                 "Статья без названия"),
    "original": ("查看原网页", "Open the original page", "元のページを見る", "원본 페이지 보기",
                 "Открыть исходную страницу"),
    "withdrawn": ("本文已撤回", "This article has been withdrawn",
                  "この記事は取り下げられました", "이 글은 철회되었습니다",
                  "Эта статья отозвана"),
    "withdrawn_note": ("它不再提供阅读和收听。", "It can no longer be read or heard here.",
                       "ここで読むことも聞くこともできません。",
                       "더 이상 여기에서 읽거나 들을 수 없습니다.",
                       "Её больше нельзя здесь прочитать или прослушать."),
    "formats": ("其他格式", "Other formats", "その他の形式", "다른 형식", "Другие форматы"),
    "format_epub-bilingual": ("双语 EPUB", "Bilingual EPUB", "二言語 EPUB", "이중 언어 EPUB",
                              "EPUB на двух языках"),
    "format_braille": ("盲文用文本", "Text for braille", "点字用テキスト", "점자용 텍스트",
                       "Текст для шрифта Брайля"),
    "made": ("本页由“朗读”（langdu）自动生成。", "This page was made automatically by langdu.",
             "このページは langdu で自動的に作成されました。",
             "이 페이지는 langdu로 자동 생성되었습니다.",
             "Страница создана автоматически программой langdu."),
    "statement": ("无障碍说明", "Accessibility statement", "アクセシビリティについて",
                  "접근성 안내", "О доступности"),
    # about the article
    "published": ("发布时间", "Published", "公開日", "게시일", "Опубликовано"),
    "updated": ("更新时间", "Updated", "更新日", "수정일", "Обновлено"),
    "source": ("来源", "Source", "出典", "출처", "Источник"),
    "author": ("作者", "Author", "著者", "글쓴이", "Автор"),
    "editor": ("编辑", "Editor", "編集", "편집", "Редактор"),
    "column": ("栏目", "Section", "カテゴリー", "분류", "Раздел"),
    "site": ("网站", "Website", "サイト", "사이트", "Сайт"),
    # about the translation
    "machine": ("机器翻译", "Machine translation", "機械翻訳", "기계 번역", "Машинный перевод"),
    "machine_note": ("本文由机器翻译，可能有错误，请以原文为准。",
                     "A machine translated this text. It may contain errors; "
                     "the original is authoritative.",
                     "この文章は機械翻訳です。誤りが含まれることがあります。"
                     "正確な内容は原文でご確認ください。",
                     "이 글은 기계가 번역한 것으로 오류가 있을 수 있습니다. "
                     "정확한 내용은 원문을 확인하십시오.",
                     "Этот текст переведён машиной и может содержать ошибки. "
                     "Сверяйтесь с оригиналом."),
    "demo_note": ("演示模型：它只认识演示页面，这不是真正的翻译。",
                  "Demo model: it knows only the demo page; this is not a real translation.",
                  "デモ用モデル：デモページにしか対応していません。実際の翻訳ではありません。",
                  "데모 모델: 데모 페이지만 처리할 수 있으며, 실제 번역이 아닙니다.",
                  "Демонстрационная модель: она знает только демонстрационную страницу; "
                  "это не настоящий перевод."),
    "from_language": ("原文语言", "Original language", "原文の言語", "원문 언어", "Язык оригинала"),
    "engine": ("翻译引擎", "Translation engine", "翻訳エンジン", "번역 엔진", "Система перевода"),
    "models": ("翻译模型", "Models", "翻訳モデル", "번역 모델", "Модели перевода"),
    "original_published": ("原文发布时间", "Original published", "原文の公開日", "원문 게시일",
                           "Оригинал опубликован"),
    "unknown": ("不详", "unknown", "不明", "알 수 없음", "неизвестно"),
    "read_source": ("阅读原文", "Read the original text", "原文を読む", "원문 읽기",
                    "Читать оригинал"),
    # what the checks of the translation found
    "flagged": ("自动检查认为可能有问题的句子：{n}", "Sentences flagged by an automatic check: {n}",
                "自動チェックで要確認とされた文：{n}",
                "자동 검사에서 확인이 필요하다고 표시된 문장: {n}",
                "Предложения, отмеченные автоматической проверкой: {n}"),
    "flag_reasons": ("查看原因", "See the reasons", "理由を見る", "이유 보기",
                     "Посмотреть причины"),
    "flag_title": ("自动检查的结果", "What the automatic check found", "自動チェックの結果",
                   "자동 검사 결과", "Результаты автоматической проверки"),
    "flag": ("[存疑 {n}]", "[check {n}]", "[要確認 {n}]", "[확인 필요 {n}]", "[проверить {n}]"),
    "flag_missing": ("未见于译文", "not found", "訳文になし", "번역문에 없음", "не найдено"),
    "flag_here": ("译文作", "here", "訳文では", "번역문", "в переводе"),
    "flag_extra": ("原文没有", "not in the original", "原文になし", "원문에 없음",
                   "нет в оригинале"),
    "flag_back": ("回到句子 {n}", "Back to sentence {n}", "文 {n} に戻る",
                  "문장 {n} 위치로 돌아가기",
                  "К предложению {n}"),
    "expected": ("原文中", "In the original", "原文", "원문", "В оригинале"),
    "found": ("译文中", "In the translation", "訳文", "번역문", "В переводе"),
    "nothing": ("无", "nothing", "なし", "없음", "нет"),
    "kind_number": ("数字", "Number", "数値", "숫자", "Число"),
    "kind_date": ("日期", "Date", "日付", "날짜", "Дата"),
    "kind_unit": ("单位", "Unit", "単位", "단위", "Единица измерения"),
    "kind_name": ("名称", "Name", "名称", "이름", "Имя или название"),
    "kind_term": ("术语", "Term", "用語", "용어", "Термин"),
    "kind_length": ("长度", "Length", "長さ", "길이", "Длина"),
    "kind_repetition": ("重复", "Repetition", "繰り返し", "반복", "Повтор"),
    "kind_copied": ("未翻译", "Not translated", "未翻訳", "번역되지 않음", "Не переведено"),
    "kind_score": ("模型没有把握", "The model is not sure", "モデルの確信が低い",
                   "모델의 확신이 낮음", "Модель не уверена"),
    "kind_empty": ("没有译文", "No translation", "訳文なし", "번역 없음", "Нет перевода"),
    "kind_other": ("其他", "Other", "その他", "기타", "Другое"),
    # audio
    "listen": ("听这篇文章", "Listen to this article", "この記事を聞く", "이 글 듣기",
               "Прослушать статью"),
    "download": ("下载音频", "Download the audio", "音声をダウンロード", "오디오 내려받기",
                 "Скачать аудио"),
    # parts of the text
    "figure": ("图", "Figure", "図", "그림", "Рисунок"),
    "no_alt": ("没有文字说明的图片", "Picture without a description", "説明のない画像",
               "설명이 없는 그림", "Изображение без описания"),
    "picture": ("查看原图", "Open the original picture", "元の画像を開く", "원본 그림 열기",
                "Открыть исходное изображение"),
    "table": ("表格", "Table", "表", "표", "Таблица"),
    "code": ("代码", "Code", "コード", "코드", "Код"),
    "attachments": ("附件", "Attachments", "添付ファイル", "첨부 파일", "Приложенные файлы"),
    "attachment": ("附件", "Attachment", "添付ファイル", "첨부 파일", "Приложенный файл"),
    "notes": ("注释", "Notes", "注", "각주", "Примечания"),
    "note": ("注 {n}", "Note {n}", "注 {n}", "각주 {n}", "Примечание {n}"),
    "note_back": ("回到正文中的注 {n}", "Back to note {n} in the text", "本文の注 {n} に戻る",
                  "본문의 각주 {n} 위치로 돌아가기", "К сноске {n} в тексте"),
    # languages
    "lang_zh": ("中文", "Chinese", "中国語", "중국어", "китайский"),
    "lang_en": ("英语", "English", "英語", "영어", "английский"),
    "lang_ja": ("日语", "Japanese", "日本語", "일본어", "японский"),
    "lang_ko": ("韩语", "Korean", "韓国語", "한국어", "корейский"),
    "lang_ru": ("俄语", "Russian", "ロシア語", "러시아어", "русский"),
})
# fmt: on

_TABLE: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        code: MappingProxyType({name: row[column] for name, row in {**_ROWS, **_TOOLS}.items()})
        for column, code in enumerate(_COLUMNS)
    }
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts in one language. ``tag``: that language; ``marked`` where the page's is another."""

    code: str
    tag: str
    marked: bool

    def __getitem__(self, name: str) -> str:
        return _TABLE[self.code][name]

    def numbered(self, name: str, n: int | str) -> str:
        """The text ``name`` with a number in it."""
        return self[name].format(n=n)

    def language(self, lang: str) -> str:
        """The name of a language; its own name, or its code, where there is none."""
        code = normalize(lang)
        known = LANGUAGES.get(code)
        return _TABLE[self.code].get(f"lang_{code}") or (known.endonym if known else lang)

    def format(self, name: str, title: str) -> str:
        """What a format is called; ``title`` where that is the same in all languages."""
        return _TABLE[self.code].get(f"format_{name}", title)

    def check_kind(self, kind: str) -> str:
        """What a kind of check is called."""
        texts = _TABLE[self.code]
        return texts.get(f"kind_{kind}", texts["kind_other"])


def labels(lang: str) -> Labels:
    """The texts for a page in ``lang``."""
    code = normalize(lang)
    code = code if code in _TABLE else "en"
    tag = tag_of(code)
    return Labels(code, tag, marked=not page_tag(lang).lower().startswith(tag.lower()))


def all_labels() -> tuple[Labels, ...]:
    """The texts in every language that there are texts in."""
    return tuple(Labels(code, tag_of(code), marked=True) for code in _COLUMNS)


def page_tag(lang: str) -> str:
    """The tag for a page: that of the table for a bare code, else the code itself (``zh-TW``)."""
    return tag_of(lang)


def endonym(lang: str) -> str:
    """A language's own name; variants keep their code: ``中文 (zh-TW)``."""
    known = LANGUAGES.get(normalize(lang))
    if not known:
        return lang
    return known.endonym if lang == known.code else f"{known.endonym} ({lang})"
