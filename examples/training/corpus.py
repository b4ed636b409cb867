"""Hand-written templates in five languages: what the demo models see besides the demo page.

A template has slots for a person, a place, an office, a thing, a group, a number, an amount in 万,
a year and a month; :func:`rows` fills them at random. People and places are invented.
"""

import random

Row = tuple[str, ...]
LANGS = ("zh", "en", "ja", "ko", "ru")

PERSON: list[Row] = [
    ("沈明远", "Shen Mingyuan", "沈明遠", "선밍위안", "Шэнь Минъюань"),
    ("周桂兰", "Zhou Guilan", "周桂蘭", "저우구이란", "Чжоу Гуйлань"),
    ("陈雨桐", "Chen Yutong", "陳雨桐", "천위퉁", "Чэнь Юйтун"),
    ("何晓岚", "He Xiaolan", "何暁嵐", "허샤오란", "Хэ Сяолань"),
    ("林致和", "Lin Zhihe", "林致和", "린즈허", "Линь Чжихэ"),
    ("李刚", "Li Gang", "李剛", "리강", "Ли Ган"),
]
PLACE: list[Row] = [
    ("云溪区", "Yunxi District", "雲渓区", "윈시구", "район Юньси"),
    ("江临市", "Jianglin City", "江臨市", "장린시", "город Цзянлинь"),
    ("柳桥镇", "Liuqiao Town", "柳橋鎮", "류차오진", "посёлок Люцяо"),
    ("南湾街道", "Nanwan Subdistrict", "南湾街道", "난완가도", "микрорайон Наньвань"),
]
JOB: list[Row] = [
    (
        "区委书记",
        "secretary of the district Party committee",
        "区党委書記",
        "구당위원회 서기",
        "секретарь райкома партии",
    ),
    ("副局长", "deputy director", "副局長", "부국장", "заместитель директора"),
]
THING: list[Row] = [
    ("口罩", "masks", "マスク", "마스크", "маски"),
    ("消毒设备", "disinfection equipment", "消毒設備", "소독 설비", "оборудование для дезинфекции"),
    ("垃圾", "garbage", "ごみ", "쓰레기", "мусор"),
    ("停车泊位", "parking spaces", "駐車スペース", "주차 공간", "парковочные места"),
    ("物资", "supplies", "物資", "물자", "материалы"),
    (
        "燃气安全报警自闭阀",
        "gas safety valves",
        "ガス安全弁",
        "가스 안전 밸브",
        "газовые предохранительные клапаны",
    ),
]
ORG: list[Row] = [
    ("企业", "enterprises", "企業", "기업", "предприятия"),
    ("项目", "projects", "プロジェクト", "프로젝트", "проекты"),
    ("居民", "residents", "住民", "주민", "жители"),
    ("干部", "officials", "幹部", "간부", "кадры"),
    ("党支部", "Party branches", "党支部", "당지부", "партийные ячейки"),
    ("党员", "Party members", "党員", "당원", "члены партии"),
]
MONTH_EN: list[str] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH_RU: list[str] = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
]

TEMPLATES: list[Row] = [
    ("{J}{P}", "{J} {P}", "{J}{P}", "{J} {P}", "{J} {P}"),
    ("{P}表示。", "{P} said.", "{P}は述べた。", "{P}은 말했다.", "{P} сказал."),
    (
        "{L}{J}{P}表示。",
        "{P}, {J} of {L}, said.",
        "{L}の{J}{P}は述べた。",
        "{L} {J} {P}은 말했다.",
        "{P}, {J}, {L}, сказал.",
    ),
    (
        "{P}是{L}{J}。",
        "{P} is the {J} of {L}.",
        "{P}は{L}の{J}である。",
        "{P}은 {L}의 {J}이다.",
        "{P} - {J}, {L}.",
    ),
    (
        "{P}解决了{n}家{O}的问题。",
        "{P} solved the problems of {n} {O}.",
        "{P}は{n}の{O}の問題を解決した。",
        "{P}은 {n}개 {O}의 문제를 해결했다.",
        "{P} решил проблемы: {n} {O}.",
    ),
    (
        "协调{T}{n}件。",
        "{n} {T} were arranged.",
        "{T}を{n}件手配した。",
        "{T} {n}건을 조달했다.",
        "Организовано: {n} {T}.",
    ),
    (
        "{P}协调{T}等物资。",
        "{P} arranged {T} and other supplies.",
        "{P}は{T}などの物資を手配した。",
        "{P}은 {T} 등 물자를 조달했다.",
        "{P} организовал {T} и другие материалы.",
    ),
    (
        "争取资金{w}万元。",
        "Funds of {W} yuan were secured.",
        "資金{w}万元を確保した。",
        "자금 {w}만 위안을 확보했다.",
        "Получено {W} юаней.",
    ),
    (
        "{y}年累计投入{w}万元。",
        "A total of {W} yuan was invested in {y}.",
        "{y}年に累計{w}万元を投入した。",
        "{y}년에 총 {w}만 위안을 투입했다.",
        "В {y} году вложено {W} юаней.",
    ),
    (
        "清理{T}{w}万立方米。",
        "{W} cubic meters of {T} were cleared.",
        "{T}{w}万立方メートルを片付けた。",
        "{T} {w}만 세제곱미터를 정리했다.",
        "Убрано {W} кубометров: {T}.",
    ),
    (
        "全区{w}万名{O}。",
        "{W} {O} in the district.",
        "全区{w}万人の{O}。",
        "전 구 {w}만 명의 {O}.",
        "{W} в районе: {O}.",
    ),
    (
        "全区{n}个{O}。",
        "{n} {O} in the district.",
        "全区{n}の{O}。",
        "전 구 {n}개의 {O}.",
        "{n} в районе: {O}.",
    ),
    (
        "走访{O}{n}家。",
        "{n} {O} were visited.",
        "{O}{n}軒を訪問した。",
        "{O} {n}곳을 방문했다.",
        "Посещено {n}: {O}.",
    ),
    (
        "{y}年{m}月,{P}到{L}任职。",
        "In {M} {y}, {P} took office in {L}.",
        "{y}年{m}月、{P}は{L}に着任した。",
        "{y}년 {m}월, {P}은 {L}에 부임했다.",
        "В {R} {y} года {P} вступил в должность, {L}.",
    ),
    (
        "{y}年共调整干部{n}人。",
        "{n} officials were adjusted in {y}.",
        "{y}年に幹部{n}人を調整した。",
        "{y}년에 간부 {n}명을 조정했다.",
        "В {y} году переведено {n} кадров.",
    ),
    (
        "{L}组织干部学习培训。",
        "{L} organized training for officials.",
        "{L}は幹部の研修を行った。",
        "{L}는 간부 교육을 조직했다.",
        "{L} провёл обучение кадров.",
    ),
    (
        "{L}表彰好干部。",
        "{L} honored good officials.",
        "{L}は優れた幹部を表彰した。",
        "{L}는 훌륭한 간부를 표창했다.",
        "{L} наградил хороших кадров.",
    ),
    (
        "{L}全部复工。",
        "{L} fully resumed work.",
        "{L}は全面的に操業を再開した。",
        "{L}는 전면 조업을 재개했다.",
        "{L} полностью возобновил работу.",
    ),
    (
        "{P}用时{n}天。",
        "{P} took {n} days.",
        "{P}は{n}日かかった。",
        "{P}은 {n}일이 걸렸다.",
        "{P} потратил {n} дней.",
    ),
    (
        "时间:{y}年{m}月{d}日",
        "Date: {M} {d}, {y}",
        "日付:{y}年{m}月{d}日",
        "날짜: {y}년 {m}월 {d}일",
        "Дата: {d}.{m}.{y}",
    ),
    (
        "解决群众反映的问题{n}件。",
        "{n} problems reported by residents were solved.",
        "住民からの問題{n}件を解決した。",
        "주민이 제기한 문제 {n}건을 해결했다.",
        "Решено {n} проблем жителей.",
    ),
    (
        "为{n}户居民免费安装{T}。",
        "{T} were installed free of charge for {n} households.",
        "{n}世帯に{T}を無料で設置した。",
        "{n}가구에 {T}를 무료로 설치했다.",
        "Для {n} семей бесплатно установлено: {T}.",
    ),
    (
        "日均人流{n}人。",
        "The daily flow is {n} people.",
        "一日平均の人出は{n}人。",
        "하루 평균 유동 인구는 {n}명.",
        "В среднем {n} человек в день.",
    ),
    (
        "交易总额达{w}万元。",
        "The total trade reached {W} yuan.",
        "取引総額は{w}万元に達した。",
        "거래 총액은 {w}만 위안에 달했다.",
        "Объём торговли достиг {W} юаней.",
    ),
]
FIXED: list[Row] = [
    ("政务服务", "Government services", "行政サービス", "행정 서비스", "Государственные услуги"),
    ("县区动态", "District news", "区県の動き", "구현 소식", "Новости районов"),
    ("首页", "Home", "ホーム", "홈", "Главная"),
    ("政务", "Government affairs", "政務", "정무", "Дела правительства"),
    ("登录", "Log in", "ログイン", "로그인", "Войти"),
    ("注册", "Register", "登録", "등록", "Регистрация"),
    ("关闭", "Close", "閉じる", "닫기", "Закрыть"),
    ("来源", "Source", "出典", "출처", "Источник"),
    ("编辑", "Editor", "編集", "편집", "Редактор"),
    ("打印", "Print", "印刷", "인쇄", "Печать"),
    ("资料图片", "File photo", "資料写真", "자료 사진", "Архивное фото"),
    ("部门网站", "Department websites", "部門サイト", "부서 사이트", "Сайты ведомств"),
]


def fill(generator: random.Random, template: Row) -> Row:
    """A template with its slots filled, the same choice in every language."""
    person, place, job, thing, group = (
        generator.choice(rows) for rows in (PERSON, PLACE, JOB, THING, ORG)
    )
    number = generator.choice(
        [
            generator.randint(2, 99),
            generator.randint(100, 999),
            generator.randint(1000, 9999),
        ]
    )
    amount = generator.choice(
        [str(generator.randint(2, 9900)), f"{generator.uniform(1, 99):.1f}", "1.7", "3200"]
    )
    whole = round(float(amount) * 10000)
    year, month, day = (
        generator.randint(2012, 2026),
        generator.randint(1, 12),
        generator.randint(1, 28),
    )
    out = []
    for index, text in enumerate(template):
        slots = {
            "{P}": person[index],
            "{L}": place[index],
            "{J}": job[index],
            "{T}": thing[index],
            "{O}": group[index],
            "{n}": str(number),
            "{w}": amount,
            "{W}": f"{whole:,}" if LANGS[index] == "en" else f"{whole:,}".replace(",", " "),
            "{y}": str(year),
            "{m}": str(month),
            "{d}": str(day),
            "{M}": MONTH_EN[month - 1],
            "{R}": MONTH_RU[month - 1],
        }
        for slot, value in slots.items():
            text = text.replace(slot, value)
        out.append(text[0].upper() + text[1:] if LANGS[index] in ("en", "ru") else text)
    return tuple(out)


def rows(count: int, seed: int = 7) -> list[Row]:
    """``count`` different rows: the fixed ones, the slots' own words, and filled templates."""
    generator = random.Random(seed)
    found = [*FIXED, *PERSON, *PLACE, *JOB, *THING, *ORG]
    seen = {row[0] for row in found}
    while len(found) < count:
        row = fill(generator, generator.choice(TEMPLATES))
        if row[0] not in seen:
            seen.add(row[0])
            found.append(row)
    return found
