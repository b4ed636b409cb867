"""The words of the reading tools: rows like those of :mod:`langdu.publishing.labels`.

``do_``: functions; ``set_``: values of a setting, by its name; ``say_``: messages of the script,
in which ``{n}`` is a number, a key or the name of a language.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# fmt: off
ROWS: Final[Mapping[str, tuple[str, str, str, str, str]]] = MappingProxyType({
    "tools": ("阅读工具", "Reading tools", "読書ツール", "읽기 도구", "Инструменты чтения"),
    # groups of the toolbar
    "tools_listen": ("朗读", "Listening", "読み上げ", "듣기", "Чтение вслух"),
    "tools_look": ("显示", "Display", "表示", "화면", "Вид"),
    "tools_help": ("辅助", "Reading aids", "読書補助", "읽기 보조", "Помощь при чтении"),
    "tools_two": ("双语", "Two languages", "二言語", "두 언어", "Два языка"),
    "other_language": ("另一种语言", "Other language", "もう一つの言語", "다른 언어",
                       "Другой язык"),
    # reading aloud
    "do_read": ("连读", "Read aloud", "読み上げる", "이어 읽기", "Читать вслух"),
    "do_pause": ("暂停", "Pause", "一時停止", "일시 정지", "Пауза"),
    "do_stop": ("停止", "Stop", "停止", "정지", "Стоп"),
    "do_previous": ("上一句", "Previous sentence", "前の文", "이전 문장",
                    "Предыдущее предложение"),
    "do_next": ("下一句", "Next sentence", "次の文", "다음 문장", "Следующее предложение"),
    "do_previous-paragraph": ("上一段", "Previous paragraph", "前の段落", "이전 문단",
                              "Предыдущий абзац"),
    "do_next-paragraph": ("下一段", "Next paragraph", "次の段落", "다음 문단",
                          "Следующий абзац"),
    "do_slower": ("放慢", "Slower", "遅く", "느리게", "Медленнее"),
    "do_faster": ("加快", "Faster", "速く", "빠르게", "Быстрее"),
    "speed": ("语速", "Speed", "速さ", "속도", "Скорость"),
    "do_voice": ("声音", "Sound", "音声", "소리", "Звук"),
    "do_point": ("指读", "Read what I point at", "指した文を読む", "가리킨 문장 읽기",
                 "Читать под указателем"),
    "do_each": ("逐句停顿", "Pause after each sentence", "一文ごとに止める",
                "문장마다 멈춤", "Пауза после каждого предложения"),
    "do_highlight": ("标出正在读的句子", "Highlight", "読んでいる文を強調", "읽는 문장 표시",
                     "Выделять предложение"),
    "do_follow": ("跟随滚动", "Scroll along", "自動スクロール", "따라 스크롤",
                  "Прокручивать вслед"),
    "do_captions": ("大字幕", "Large captions", "大きな字幕", "큰 자막", "Крупные субтитры"),
    "do_script": ("字幕文字", "Script of the captions", "字幕の文字", "자막 문자",
                  "Письмо субтитров"),
    # how the page looks
    "do_larger": ("大字", "Larger text", "文字を大きく", "글자 크게", "Крупнее"),
    "do_smaller": ("小字", "Smaller text", "文字を小さく", "글자 작게", "Мельче"),
    "do_theme": ("配色", "Colours", "配色", "색상", "Цвета"),
    "do_line": ("行距", "Line spacing", "行間", "줄 간격", "Интервал строк"),
    "do_letter": ("字距", "Letter spacing", "字間", "글자 간격", "Интервал букв"),
    "do_width": ("版面宽度", "Text width", "本文の幅", "본문 너비", "Ширина текста"),
    "do_font": ("字体", "Font", "書体", "글꼴", "Шрифт"),
    "do_only": ("纯文本", "Text only", "文字のみ", "텍스트만", "Только текст"),
    "do_layout": ("长者模式", "Simple large layout", "シニア向け表示", "어르신 화면",
                  "Крупный простой вид"),
    "do_print": ("打印", "Print", "印刷", "인쇄", "Печать"),
    # aids
    "do_guide": ("辅助线", "Reading guide", "読書ガイド", "읽기 안내선", "Линейка"),
    "do_pointer": ("大鼠标", "Large pointer", "大きなポインター", "큰 포인터",
                   "Крупный указатель"),
    "do_ruby": ("拼音", "Pronunciation", "ふりがな", "발음", "Произношение"),
    "do_readings": ("这一句的读音", "Pronounce this sentence", "この文の読み方",
                    "이 문장의 발음", "Произношение предложения"),
    "do_flags": ("存疑标记", "Marks of checks", "要確認の印", "확인 필요 표시",
                 "Отметки проверки"),
    # two languages
    "do_bilingual": ("双语对照", "Bilingual view", "対訳表示", "두 언어 보기", "Два языка рядом"),
    "do_translate": ("翻译这一句", "Translate this sentence", "この文の訳", "이 문장 번역",
                     "Перевести предложение"),
    # the reader
    "do_help": ("帮助", "Help", "ヘルプ", "도움말", "Справка"),
    "do_reset": ("重置", "Reset", "リセット", "초기화", "Сбросить всё"),
    "do_close": ("退出", "Close", "閉じる", "닫기", "Закрыть"),
    "do_keys": ("快捷键", "Shortcut keys", "ショートカットキー", "단축키", "Горячие клавиши"),
    # values
    "set_auto": ("自动", "Automatic", "自動", "자동", "Авто"),
    "set_normal": ("标准", "Normal", "標準", "보통", "Обычный"),
    "set_off": ("关", "Off", "オフ", "끔", "Выкл."),
    "set_all": ("全文", "Whole text", "全文", "전체", "Весь текст"),
    "set_demand": ("点一句显示", "On demand", "選んだ文だけ", "선택한 문장만", "По запросу"),
    "theme_light": ("浅色", "Light", "ライト", "밝게", "Светлая"),
    "theme_dark": ("深色", "Dark", "ダーク", "어둡게", "Тёмная"),
    "theme_sepia": ("护眼米黄", "Sepia", "セピア", "세피아", "Сепия"),
    "theme_contrast": ("黑底白字", "White on black", "黒地に白", "검은 바탕 흰 글자",
                       "Белым по чёрному"),
    "theme_yellow": ("黑底黄字", "Yellow on black", "黒地に黄", "검은 바탕 노란 글자",
                     "Жёлтым по чёрному"),
    "theme_blue": ("浅蓝", "Pale blue", "薄い青", "연한 파랑", "Голубая"),
    "line_loose": ("宽松", "Loose", "広い", "넓게", "Шире"),
    "line_looser": ("更宽松", "Looser", "もっと広い", "더 넓게", "Ещё шире"),
    "letter_wide": ("宽松", "Wide", "広い", "넓게", "Шире"),
    "letter_wider": ("更宽松", "Wider", "もっと広い", "더 넓게", "Ещё шире"),
    "width_narrow": ("窄", "Narrow", "狭い", "좁게", "Узкий"),
    "width_wide": ("宽", "Wide", "広い", "넓게", "Широкий"),
    "width_full": ("全宽", "Full", "全幅", "전체", "Во всю ширину"),
    "font_serif": ("宋体", "Serif", "明朝体", "명조", "С засечками"),
    "font_sans": ("黑体", "Sans serif", "ゴシック体", "고딕", "Без засечек"),
    "font_legible": ("易辨认", "Easy to tell apart", "見分けやすい", "읽기 쉬운",
                     "Удобочитаемый"),
    "guide_line": ("线", "Line", "線", "줄", "Линия"),
    "guide_mask": ("遮罩", "Mask", "マスク", "가림막", "Маска"),
    "guide_cross": ("十字线", "Cross", "十字", "십자선", "Крест"),
    "script_same": ("原文", "As written", "本文のまま", "원문대로", "Как в тексте"),
    "script_traditional": ("繁体", "Traditional", "繁体字", "번체", "Традиционное"),
    "script_pinyin": ("拼音", "Pinyin", "ピンイン", "병음", "Пиньинь"),
    "script_kana": ("假名", "Kana", "ふりがな", "가나", "Кана"),
    "bilingual_side": ("左右对照", "Side by side", "左右", "나란히", "Рядом"),
    "bilingual_under": ("逐句对照", "Under each sentence", "文の下", "문장 아래",
                        "Под предложением"),
    # the help
    "help_keys": ("功能与快捷键", "Functions and keys", "機能とキー", "기능과 키",
                  "Функции и клавиши"),
    "help_text": (
        "在开着“指读”或“点一句显示”时，按 Tab 键到句子，"
        "再用方向键移动，按回车键读这一句或显示译文。",
        "While pointing or a view on demand is on, Tab reaches a sentence, the arrow keys move on "
        "from there, and Enter reads it or shows its translation.",
        "「指した文を読む」や「選んだ文だけ」がオンのときは、Tab キーで文に移り、矢印キーで前後に"
        "動き、Enter キーで読み上げや訳の表示をします。",
        "가리킨 문장 읽기나 선택한 문장만 보기를 켜면 Tab 키로 문장에 가고, 화살표 키로 움직이고, "
        "Enter 키로 읽거나 번역을 볼 수 있습니다.",
        "Когда включено чтение под указателем или показ по запросу, клавиша Tab ведёт "
        "к предложению, стрелки — к соседним, Enter читает его или показывает перевод."),
    "say_function": ("功能", "Function", "機能", "기능", "Функция"),
    "say_key": ("键", "Key", "キー", "키", "Клавиша"),
    "say_change": ("更改", "Change", "変更", "변경", "Изменить"),
    "say_no_key": ("无", "none", "なし", "없음", "нет"),
    "say_press_key": (
        "请按新的键。按 Delete 键表示不用键，按 Esc 键取消。",
        "Press the new key. Delete: no key; Esc: leave it as it was.",
        "新しいキーを押してください。Delete：キーなし、Esc：取り消し。",
        "새 키를 누르십시오. Delete: 키 없음, Esc: 취소.",
        "Нажмите новую клавишу. Delete — без клавиши, Esc — отмена."),
    "say_key_is": ("新的键：{n}", "The key is now: {n}", "新しいキー：{n}", "새 키: {n}",
                   "Новая клавиша: {n}"),
    "say_key_kept": ("没有更改。", "Nothing was changed.", "変更していません。",
                     "바뀌지 않았습니다.", "Ничего не изменено."),
    # messages
    "say_on": ("开", "on", "オン", "켬", "вкл."),
    "say_off": ("关", "off", "オフ", "끔", "выкл."),
    "say_size_is": ("字号：{n}%", "Text size: {n}%", "文字の大きさ：{n}%", "글자 크기: {n}%",
                    "Размер текста: {n} %"),
    "say_speed_is": ("语速：{n} 倍", "Speed: {n}×", "速さ：{n} 倍", "속도: {n}배",
                     "Скорость: {n}×"),
    "say_reset_done": ("所有设置已恢复默认。", "Everything is as it was at first.",
                       "すべての設定を初期状態に戻しました。", "모든 설정을 처음으로 되돌렸습니다.",
                       "Все настройки сброшены."),
    "say_captions_wait": ("朗读时这里显示字幕。", "Captions appear here while the text is read.",
                          "読み上げ中、ここに字幕が出ます。", "읽는 동안 여기에 자막이 나옵니다.",
                          "Здесь появятся субтитры, когда текст читается вслух."),
    "say_no_voice": (
        "这个浏览器没有{n}语音，请在系统设置中添加。",
        "This browser has no voice for {n}. Add one in the settings of your system.",
        "このブラウザーには{n}の音声がありません。システムの設定で追加してください。",
        "이 브라우저에는 {n} 음성이 없습니다. 시스템 설정에서 추가하십시오.",
        "В этом браузере нет голоса для языка «{n}». Добавьте его в настройках системы."),
    "say_voice_failed": (
        "浏览器的语音中断了，请再试一次。", "The browser's voice failed. Try again.",
        "ブラウザーの音声が止まりました。もう一度お試しください。",
        "브라우저 음성이 멈췄습니다. 다시 시도하십시오.",
        "Голос браузера прервался. Попробуйте ещё раз."),
    "say_sound_failed": (
        "音频文件无法播放，改用浏览器的语音。",
        "The audio file cannot be played; the browser's own voice goes on.",
        "音声ファイルを再生できません。ブラウザーの音声で続けます。",
        "오디오 파일을 재생할 수 없어 브라우저 음성으로 이어 읽습니다.",
        "Аудиофайл не воспроизводится; читает голос браузера."),
    "say_no_readings": (
        "这一句没有读音。", "This sentence has no readings.", "この文には読み方がありません。",
        "이 문장에는 발음이 없습니다.", "Для этого предложения нет чтений."),
    "say_stuck": (
        "这个服务器不支持在音频中跳转，只能从头播放。",
        "This server cannot jump within the sound: it plays from where it is.",
        "このサーバーでは音声の途中に移動できません。今の位置から再生します。",
        "이 서버에서는 오디오의 다른 위치로 건너뛸 수 없어 지금 위치에서 재생합니다.",
        "Этот сервер не позволяет переходить внутри записи: она звучит с текущего места."),
    "say_no_words": (
        "找不到这篇文章的文字文件（words.js）。",
        "The words of this article (the file words.js) could not be loaded.",
        "この記事の文字ファイル（words.js）を読み込めません。",
        "이 글의 단어 파일(words.js)을 불러올 수 없습니다.",
        "Не удалось загрузить слова статьи (файл words.js)."),
})
# fmt: on

#: Those that the block of data holds: none, the toolbar has them in its own language.
SCRIPT_LABELS: Final[tuple[str, ...]] = ()
