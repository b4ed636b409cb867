"""The fixture models on a real article: what they get wrong is flagged, what is right is not.

They invent most of what they say, so this is a hard test for the checks of numbers and names. It
needs files beside the repository and is skipped where they are not.
"""

import importlib.util
import re
from types import ModuleType

import pytest

import langdu
from langdu.article import Article, Check
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages.installing import install
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared"
MODELS = sorted((SHARED / "fixtures" / "translation").glob("*.argosmodel"))
PAGE = SHARED / "bench" / "portal-article.txt"
LANGUAGES = ("en", "ja", "ko", "ru")

pytestmark = pytest.mark.skipif(
    not (MODELS and PAGE.exists()), reason="needs the fixture models and the article of ../shared"
)


@pytest.fixture(scope="module")
def article() -> Article:
    return langdu.load(PAGE)


@pytest.fixture(scope="module")
def translations(article: Article, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    folder = tmp_path_factory.mktemp("fixtures") / "packages"
    for file in MODELS:
        install(file, directory=folder)
    with langdu.Reader(ArgosTranslator(folder)) as reader:
        return reader.translate_all(article, LANGUAGES)


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    """The names as the models were taught them, in five languages."""
    spec = importlib.util.spec_from_file_location("corpus", MODELS[0].parent / "corpus.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checks(translation: Article, sentence: str, kind: str) -> list[Check]:
    assert translation.translation is not None
    found = translation.translation.checks
    return [check for check in found if check.sentence == sentence and check.kind == kind]


def texts(article: Article) -> dict[str, str]:
    return {segment.id: segment.text for segment in article.segments}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names(
    article: Article, translations: dict[str, Article], corpus: ModuleType, lang: str
) -> None:
    column = ("zh", *LANGUAGES).index(lang)
    wrong = []
    for sentence, text in texts(translations[lang]).items():
        source = texts(article)[sentence]
        findings = checks(translations[lang], sentence, "name")
        for row in corpus.PERSON:
            chinese, there = row[0], row[column] in text
            flagged = any(chinese in (check.expected or "") for check in findings)
            invented = any(check.found == row[column] for check in findings)
            if chinese in source and there == flagged:
                wrong.append((sentence, chinese, "right and flagged" if there else "lost"))
            pronoun = re.search("[他她]", source)
            if there and chinese not in source and not invented and not pronoun:
                wrong.append((sentence, row[column], text))
    # a name glued to other letters is no name: it cannot be read as one
    assert [one for one in wrong if "Цюй Сицзюньн" not in one[2]] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers(article: Article, translations: dict[str, Article], lang: str) -> None:
    """By another way than the check's own: figures that neither side of a sentence shares."""
    for sentence, text in texts(translations[lang]).items():
        source = texts(article)[sentence]
        plain = re.sub(r"(?<=\d)[,\u00a0 ](?=\d)", "", text)
        here = set(re.findall(r"\d+", plain))
        there = set(re.findall(r"\d+", source))
        findings = checks(translations[lang], sentence, "number")
        if there and not here:
            assert findings, (sentence, source, text)
        if re.search("2,?019[日일]", text):  # a year that became as many days
            assert findings, (sentence, source, text)
            continue
        if here == there and "万" not in source and len(here) == len(re.findall(r"\d+", source)):
            assert all(check.expected is None for check in findings), (sentence, source, text)
