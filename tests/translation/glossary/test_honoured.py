"""Whether a translation uses a term: grammar's endings are free, other words are not."""

import pytest

from langdu.translation.glossary import Term, honoured

YES = [
    ("en", "Party branch", "All 817 party branches took part."),
    ("en", "policy", "New policies were announced."),
    ("en", "deputy director", "the deputy directors' meeting"),
    ("en", "people's congress", "The People’s Congress met."),
    ("en", "Ministry of Education", "said the ministry of education"),
    ("en", "Ministry of Education", "the Ministry of the Education"),
    ("en", "education bureau", "two education bureaus"),
    ("en", "state owned", "a state-owned company"),
    ("en", "Shen Mingyuan", "Shen Mingyuan's library"),
    ("en", "house", "three houses"),
    ("en", "COVID-19", "covid-19 rules"),
    ("ru", "районный комитет партии", "в районном комитете партии"),
    ("ru", "Партийная ячейка", "817 партийных ячеек"),
    ("ru", "рынок", "на рынке"),
    ("ru", "посёлок", "двух поселков"),
    ("ru", "Шэнь Минъюань", "со слов Шэнь Минъюаня"),
    ("ru", "заместитель директора", "заместителем директора стал он"),
    ("ru", "отдел образования", "отделы образования"),
    (
        "ru",
        "Государственный комитет по делам развития и реформ",
        "Государственного комитета по делам развития и реформ",
    ),
    ("ko", "당지부", "817개 당지부에서"),
    ("ko", "구당위원회 서기", "구 당위원회 서기는"),
    ("ko", "WHO", "who의 발표"),
    ("ja", "区党委書記", "雲渓区の区党委書記は"),
    ("zh", "党支部", "817个党支部"),
]
NO = [
    ("en", "Party branch", "the branch of the party"),
    ("en", "policy", "the police came"),
    ("en", "deputy director", "the director's deputy"),
    ("en", "county", "in this country"),
    ("en", "Shen Mingyuan", "Shen Ming Yuan"),
    ("en", "house", "the horse"),
    ("en", "town", "downtown"),
    ("en", "Home", ""),
    ("ru", "районный комитет", "городской комитет"),
    ("ru", "рынок", "на рыбалке"),
    ("ru", "директор", "дирекция решила"),
    ("ru", "город", "городской огород"),
    ("ru", "Шэнь Минъюань", "Шэнь Минюань"),
    ("ko", "당지부", "당위원회"),
    ("ko", "선밍위안", "선밍웬"),
    ("ja", "区党委書記", "区党委の書記"),
    ("ja", "雲渓区", "云渓区"),
    ("zh", "党支部", "党总支部"),
]


@pytest.mark.parametrize(("lang", "form", "text"), YES)
def test_honoured(lang: str, form: str, text: str) -> None:
    assert honoured(Term("源", form, (form,)), text, lang)
    assert honoured(Term("源", "другое", ("другое", form)), text, lang)


@pytest.mark.parametrize(("lang", "form", "text"), NO)
def test_not_honoured(lang: str, form: str, text: str) -> None:
    assert not honoured(Term("源", form, (form,)), text, lang)
