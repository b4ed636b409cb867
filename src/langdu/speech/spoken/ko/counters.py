"""What Korean counts with, and which numbers stand before it.

Native numbers stand before counters of native and of many Sino-Korean origins up to a limit, above
which speakers go over to Sino-Korean ones (국립국어원, 온라인가나다): 스물다섯 명, but
이십오 건. Above 99 langdu always reads Sino-Korean numbers.
"""

import re
from types import MappingProxyType
from typing import Final

_ALWAYS: Final = (
    "개 명 살 마리 사람 번 번째 권 그루 송이 켤레 자루 달 척 벌 통 그릇 곡 표 움큼 마디 줄 쌍"
)
_UP_TO_19: Final = (
    "시간 건 곳 가지 대 군데 차례 배 장 채 편 잔 병 팀 종류 바퀴 골 가구 세대 끼 상자 봉지 컵 "
    "방울 포기 모금"
)
#: Counter → the largest number that is native before it.
NATIVE: Final = MappingProxyType(
    dict.fromkeys(_ALWAYS.split(), 99) | dict.fromkeys(_UP_TO_19.split(), 19) | {"시": 12}
)
SINO: Final = frozenset(
    (
        "년 년대 년도 년간 년생 개년 월 개월 개월간 일 일간 일째 주 주일 주간 주년 분 분기 초 "
        "세 세기 원 달러 유로 엔 위안 루블 파운드 도 층 호 호선 호기 회 회차 차 차례째 차선 위 "
        "등 급 급지 조 항 개국 개사 개교 개소 개년 인 인분 명당 미터 킬로미터 센티미터 "
        "밀리미터 킬로 킬로그램 그램 톤 리터 헥타르 제곱미터 제곱킬로미터 평 퍼센트 "
        "퍼센트포인트 포인트 번지 동 학년 학기 반 과 쪽 페이지 점 단 단계 부 부작 배럴 시즌 기 "
        "기가 메가 볼트 와트 킬로와트 칼로리 라운드 세트 승 패 연승 연패 타 타수 경기 게임 박 "
        "교시 강 순위 선 선거구 중대 대대 사단 군단 여단 지구 블록 촌 관왕"
    ).split()
)
COUNTERS: Final = "|".join(sorted({*NATIVE, *SINO}, key=len, reverse=True))
#: After these 번 is part of a name, not of a count.
NUMBERED: Final = (
    "출구|버스|국도|문제|타자|선수|후보|홀|트랙|채널|게이트|승강장|"
    "노선|환자|확진자|마을버스|창구|주자"
)
#: What follows where 대 is "great" or "main" (5대 과제); before the words in it it still counts.
GREAT_AFTER: Final = re.compile(
    r"\s(?!등|중|이상|이하|미만|가량|정도|규모|분량|모두|이내|안팎|늘|줄)[가-힣]"
)
