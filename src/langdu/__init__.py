"""langdu 朗读: an accessible, multilingual article reader.

Importing it loads nothing heavy: a name is imported when it is first used.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

__version__ = "0.1.0"

if TYPE_CHECKING:
    from langdu.article import Article as Article
    from langdu.article import Attachment as Attachment
    from langdu.article import Block as Block
    from langdu.article import Cell as Cell
    from langdu.article import Check as Check
    from langdu.article import Code as Code
    from langdu.article import Figure as Figure
    from langdu.article import Heading as Heading
    from langdu.article import List as List
    from langdu.article import ListItem as ListItem
    from langdu.article import Mark as Mark
    from langdu.article import Model as Model
    from langdu.article import Paragraph as Paragraph
    from langdu.article import Quote as Quote
    from langdu.article import Sentence as Sentence
    from langdu.article import Table as Table
    from langdu.article import Translation as Translation
    from langdu.article_json import from_dict as from_dict
    from langdu.article_json import from_json as from_json
    from langdu.article_json import to_dict as to_dict
    from langdu.article_json import to_json as to_json
    from langdu.batching.calling import batch as batch
    from langdu.batching.outcomes import Outcome as Outcome
    from langdu.batching.recipe import Manner as Manner
    from langdu.batching.recipe import Recipe as Recipe
    from langdu.errors import ArticleError as ArticleError
    from langdu.errors import BatchError as BatchError
    from langdu.errors import Cancelled as Cancelled
    from langdu.errors import ExtractError as ExtractError
    from langdu.errors import FetchError as FetchError
    from langdu.errors import GlossaryError as GlossaryError
    from langdu.errors import LangduError as LangduError
    from langdu.errors import ListError as ListError
    from langdu.errors import LoadError as LoadError
    from langdu.errors import MissingModel as MissingModel
    from langdu.errors import MissingVoice as MissingVoice
    from langdu.errors import NoAudioDevice as NoAudioDevice
    from langdu.errors import PackageError as PackageError
    from langdu.errors import PluginError as PluginError
    from langdu.errors import PublishError as PublishError
    from langdu.errors import RobotsError as RobotsError
    from langdu.errors import SpeechError as SpeechError
    from langdu.errors import TranslationError as TranslationError
    from langdu.extraction import SiteRule as SiteRule
    from langdu.publishing import Publication as Publication
    from langdu.publishing import render as render
    from langdu.reader import Reader as Reader
    from langdu.reader import load as load
    from langdu.reader import publish as publish
    from langdu.speech.audio import Audio as Audio
    from langdu.speech.voice import Voice as Voice
    from langdu.timeline import Cue as Cue
    from langdu.timeline import Timeline as Timeline
    from langdu.translation.translator import Link as Link
    from langdu.translation.translator import Request as Request
    from langdu.translation.translator import Translated as Translated
    from langdu.translation.translator import Translator as Translator

#: Module → the public names that come from it.
_PUBLIC: Final = MappingProxyType(
    {
        "langdu.article": "Article Attachment Block Cell Check Code Figure Heading List ListItem "
        "Mark Model Paragraph Quote Sentence Table Translation",
        "langdu.article_json": "from_dict from_json to_dict to_json",
        "langdu.batching.calling": "batch",
        "langdu.batching.outcomes": "Outcome",
        "langdu.batching.recipe": "Manner Recipe",
        "langdu.errors": "ArticleError BatchError Cancelled ExtractError FetchError GlossaryError "
        "LangduError ListError LoadError MissingModel MissingVoice NoAudioDevice PackageError "
        "PluginError PublishError RobotsError SpeechError TranslationError",
        "langdu.extraction": "SiteRule",
        "langdu.publishing": "Publication render",
        "langdu.reader": "Reader load publish",
        "langdu.speech.audio": "Audio",
        "langdu.speech.voice": "Voice",
        "langdu.timeline": "Cue Timeline",
        "langdu.translation.translator": "Link Request Translated Translator",
    }
)
_HOME: Final = MappingProxyType(
    {name: module for module, names in _PUBLIC.items() for name in names.split()}
)

__all__ = ["__version__", *sorted(_HOME)]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'langdu' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
