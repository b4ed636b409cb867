"""The demo page's own sentences in five languages, translated by hand: what the demo shows.

Every row is (zh, en, ja, ko, ru), one row for each sentence, heading line, caption and alternative
text of ``examples/portal/article.html``. District, people and numbers are invented. Names follow
the conventions of each target: Hanyu Pinyin, Japanese forms of the characters, the Korean rules
for foreign names (외래어 표기법), the Palladius system.
"""

Row = tuple[str, str, str, str, str]

PAGE: tuple[Row, ...] = (
    (
        "【云溪区】河畔老城添新景",
        "[Yunxi District] New Scenery in the Old Riverside Town",
        "【雲渓区】川辺の旧市街に新しい景色",
        "[윈시구] 강변 구도심에 새 풍경",
        "[Район Юньси] Новый облик старого города у реки",
    ),
    (
        "云溪河畔公园建成开放",
        "Yunxi Riverside Park opens to the public",
        "完成し開放された雲渓河畔公園",
        "완공되어 문을 연 윈시 강변공원",
        "Открылся парк на берегу реки Юньси",
    ),
    (
        "河边的公园，有一座桥和三棵树",
        "A riverside park with a bridge and three trees",
        "橋と三本の木がある川辺の公園",
        "다리 하나와 나무 세 그루가 있는 강변공원",
        "Парк у реки: мост и три дерева",
    ),
    (
        "居民在社区阅览室读书（陈雨桐摄）",
        "Residents read in the community reading room (photo by Chen Yutong)",
        "地域の閲覧室で本を読む住民（陳雨桐撮影）",
        "지역 열람실에서 책을 읽는 주민들(천위퉁 촬영)",
        "Жители читают в общественном читальном зале (фото Чэнь Юйтун)",
    ),
    (
        "云溪区位于云溪河北岸，全区有居民1.7万户。",
        "Yunxi District lies on the north bank of the Yunxi River and has 17,000 households.",
        "雲渓区は雲渓河の北岸にあり、区内には1万7000世帯が暮らしている。",
        "윈시구는 윈시강 북쪽 기슭에 있으며, 구 전체에 1만 7000가구가 살고 있다.",
        "Район Юньси находится на северном берегу реки Юньси, в нём живут 17 000 семей.",
    ),
    (
        "2024年，云溪区投入3200万元，改造老街12条。",
        "In 2024, Yunxi District invested 32 million yuan and renovated 12 old streets.",
        "2024年、雲渓区は3200万元を投じ、古い通り12本を改修した。",
        "2024년 윈시구는 3200만 위안을 투입해 옛 거리 12곳을 정비했다.",
        "В 2024 году район Юньси вложил 32 млн юаней и обновил 12 старых улиц.",
    ),
    (
        "河畔新貌",
        "A new look for the riverside",
        "川辺の新しい姿",
        "강변의 새 모습",
        "Новый облик берега",
    ),
    (
        "让老街“亮起来”",
        'Bringing the old streets "to light"',
        "古い通りを「明るく」",
        "옛 거리를 ‘환하게’",
        "Чтобы старые улицы «засияли»",
    ),
    (
        "“以前晚上路很黑，现在灯亮了，走路放心。”",
        '"The road used to be dark at night; now the lights are on and we walk at ease."',
        "「以前は夜道が暗かったが、今は明かりがつき、安心して歩ける。」",
        "“예전에는 밤길이 어두웠는데, 이제는 불이 켜져 안심하고 걷습니다.”",
        "«Раньше по ночам на дороге было темно, а теперь горит свет, и ходить спокойно».",
    ),
    (
        "居民周桂兰说。",
        "So says Zhou Guilan, a resident.",
        "住民の周桂蘭さんはこう話す。",
        "주민 저우구이란 씨의 말이다.",
        "Так говорит жительница Чжоу Гуйлань.",
    ),
    (
        "到2025年9月，全区安装路灯680盏，覆盖率达到98.5%。",
        "By September 2025, 680 street lamps had been installed, covering 98.5% of the district.",
        "2025年9月までに、区内には街灯680基が設置され、整備率は98.5%に達した。",
        "2025년 9월까지 구 전체에 가로등 680개가 설치되어 설치율이 98.5%에 이르렀다.",
        "К сентябрю 2025 года в районе установили 680 фонарей, охват достиг 98,5%.",
    ),
    (
        "河畔公园占地5.6公顷，日均游客2300人。",
        "The riverside park covers 5.6 hectares and has 2,300 visitors a day on average.",
        "河畔公園の広さは5.6ヘクタールで、一日平均2300人が訪れる。",
        "강변공원의 넓이는 5.6헥타르이며, 하루 평균 2300명이 찾는다.",
        "Парк у реки занимает 5,6 гектара, в среднем здесь бывает 2300 человек в день.",
    ),
    (
        "服务到家",
        "Services that come to the door",
        "家まで届くサービス",
        "집까지 찾아가는 서비스",
        "Услуги приходят на дом",
    ),
    (
        "社区阅览室每天开放10个小时，有图书2.4万册。",
        "The community reading room is open 10 hours a day and holds 24,000 books.",
        "地域の閲覧室は毎日10時間開いており、蔵書は2万4000冊ある。",
        "지역 열람실은 매일 10시간 문을 열며, 책 2만 4000권을 갖추고 있다.",
        "Общественный читальный зал открыт 10 часов в день, в нём 24 000 книг.",
    ),
    (
        "区图书馆馆长沈明远介绍，盲人读者可以用手机听书。",
        "Shen Mingyuan, director of the district library, says that blind readers can listen to "
        "books on their phones.",
        "区図書館の沈明遠館長によると、目の見えない読者は携帯電話で本を聴くことができる。",
        "구 도서관 선밍위안 관장은 시각장애인 독자가 휴대전화로 책을 들을 수 있다고 소개했다.",
        "По словам директора районной библиотеки Шэнь Минъюаня, незрячие читатели могут слушать "
        "книги на телефоне.",
    ),
    (
        "2025年6月18日，第一批有声书上线。",
        "The first audiobooks went online on June 18, 2025.",
        "2025年6月18日、最初のオーディオブックが公開された。",
        "2025년 6월 18일, 첫 오디오북이 공개되었다.",
        "18 июня 2025 года вышли первые аудиокниги.",
    ),
    (
        "志愿者每周为老人读报3次。",
        "Volunteers read the newspaper to elderly people three times a week.",
        "ボランティアは週に3回、お年寄りに新聞を読んで聞かせている。",
        "자원봉사자들은 일주일에 세 번 어르신들에게 신문을 읽어 드린다.",
        "Волонтёры три раза в неделю читают пожилым людям газеты.",
    ),
    (
        "今后，云溪区还将新建2个阅览室。",
        "Yunxi District will build two more reading rooms.",
        "今後、雲渓区はさらに閲覧室を2か所新設する。",
        "앞으로 윈시구는 열람실 2곳을 더 지을 계획이다.",
        "В будущем район Юньси построит ещё два читальных зала.",
    ),
)

#: Full-width marks that a plain-text dump of a page folds to ASCII.
_FOLDED = str.maketrans(
    {"，": ",", "（": "(", "）": ")", "：": ":", "；": ";", "？": "?", "！": "!"}
)


def folded(text: str) -> str:
    """A Chinese text as a plain-text dump has it: punctuation in ASCII but for 。 and quotes."""
    return text.translate(_FOLDED)


def page_pairs(source: str, target: str, languages: tuple[str, ...]) -> list[tuple[str, str]]:
    """The page's (source, target) texts; Chinese sources also with folded punctuation."""
    i, j = languages.index(source), languages.index(target)
    pairs = [(row[i], row[j]) for row in PAGE]
    if source == "zh":
        pairs += [(folded(a), b) for a, b in pairs if folded(a) != a]
    return pairs
