"""The words of the accessibility statement, in the five languages of the project.

They say what a machine has looked at and what it cannot see, and claim no more.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# fmt: off
_ROWS: Final[Mapping[str, tuple[str, str, str, str, str]]] = MappingProxyType({
    "passed": (
        "自动检查已通过。",
        "Automated checks passed.",
        "自動チェックに合格しています。",
        "자동 검사를 통과했습니다.",
        "Автоматические проверки пройдены.",
    ),
    "unchecked": (
        "这个版本的 langdu 尚未通过自动检查。",
        "This build of langdu has not gone through its automated checks.",
        "このビルドの langdu は自動チェックをまだ受けていません。",
        "이 langdu 빌드는 아직 자동 검사를 거치지 않았습니다.",
        "Эта сборка langdu ещё не прошла автоматических проверок.",
    ),
    "samples": (
        "{date}，用 langdu {version} 由示例文章生成的网页和电子书通过了下列检查工具。"
        "检查的是示例，而不是您正在阅读的这篇文章。",
        "On {date}, pages and books that langdu {version} made of sample articles went through "
        "the checkers below. They looked at the samples, not at the article that you are reading.",
        "{date}に、langdu {version} がサンプル記事から作成したページと電子書籍を、"
        "次のツールで検査しました。検査したのはサンプルで、お読みの記事そのものではありません。",
        "{date}에 langdu {version}이(가) 예시 글로 만든 페이지와 전자책을 다음 도구로 "
        "검사했습니다. 검사한 것은 예시이며, 지금 읽고 계신 글 자체는 아닙니다.",
        "{date} страницы и книги, созданные langdu {version} из образцов статей, прошли через "
        "перечисленные ниже программы. Проверялись образцы, а не статья, которую вы читаете.",
    ),
    "changed": (
        "此后，生成网页和电子书的程序代码有过改动，改动后的代码尚未通过这些检查。",
        "The code that makes pages and books has changed since then, and has not gone through them "
        "again.",
        "その後、ページと電子書籍を作成するコードが変更されており、変更後の検査はまだ行われていません。",
        "그 뒤로 페이지와 전자책을 만드는 코드가 바뀌었으며, "
        "바뀐 코드는 아직 검사를 거치지 않았습니다.",
        "С тех пор код, создающий страницы и книги, изменился и заново этих проверок не проходил.",
    ),
    "looks": ("检查次数：{n}", "looks: {n}", "検査回数：{n}", "검사 횟수: {n}", "проверок: {n}"),
    "own": ("langdu 自己的检查", "langdu’s own checks", "langdu 独自の検査", "langdu 자체 검사",
            "собственные проверки langdu"),
    "unseen": (
        "机器无法检查的内容，也没有人检查过：",
        "What no machine can check, and no person has checked:",
        "機械では検査できず、人も確認していないこと：",
        "기계가 검사할 수 없고 사람도 확인하지 않은 것:",
        "Чего не может проверить машина и не проверял человек:",
    ),
    "unseen_pictures": (
        "图片的文字说明是否说出了图片的内容；",
        "whether the descriptions of pictures say what the pictures show;",
        "画像の説明が画像の内容を伝えているか。",
        "그림 설명이 그림의 내용을 알려 주는지",
        "говорят ли описания изображений о том, что на них показано;",
    ),
    "unseen_translation": (
        "机器翻译和注音是否正确；",
        "whether the machine translation and the readings of words are right;",
        "機械翻訳とふりがなが正しいか。",
        "기계 번역과 발음 표기가 맞는지",
        "верны ли машинный перевод и указанное чтение слов;",
    ),
    "unseen_voice": (
        "合成语音是否读得正确、清楚；",
        "whether the synthetic voice reads correctly and clearly;",
        "合成音声が正しく、聞き取りやすく読んでいるか。",
        "합성 음성이 정확하고 또렷하게 읽는지",
        "правильно ли и разборчиво ли читает синтезированный голос;",
    ),
    "unseen_use": (
        "用您的读屏软件、盲文显示器或其他辅助工具使用起来是否顺手。",
        "how well the page works with your screen reader, braille display or other aid.",
        "お使いのスクリーンリーダーや点字ディスプレイなどで使いやすいか。",
        "사용하시는 화면 낭독기, 점자 단말기 등에서 쓰기 편한지",
        "насколько удобно работать со страницей с вашей программой экранного доступа, "
        "брайлевским дисплеем или другим средством.",
    ),
    "no_claim": (
        "因此，本页不声称符合任何标准。",
        "So this page claims conformance with no standard.",
        "したがって、このページはいかなる規格への適合も主張しません。",
        "따라서 이 페이지는 어떤 표준도 준수한다고 주장하지 않습니다.",
        "Поэтому эта страница не заявляет о соответствии какому-либо стандарту.",
    ),
})
# fmt: on

_CODES: Final = ("zh", "en", "ja", "ko", "ru")


def statement_words() -> Mapping[str, Mapping[str, str]]:
    """Language → name → text."""
    return {
        code: {name: row[column] for name, row in _ROWS.items()}
        for column, code in enumerate(_CODES)
    }
