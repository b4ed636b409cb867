"""The public names: a change here is a change of the interface."""

import langdu
from langdu import errors

PUBLIC = """
Article ArticleError Attachment Audio BatchError Block Cancelled Cell Check Code Cue ExtractError
FetchError Figure GlossaryError Heading LangduError Link List ListItem ListError LoadError Manner
Mark MissingModel MissingVoice Model NoAudioDevice Outcome PackageError Paragraph PluginError
Publication PublishError Quote Reader Recipe Request RobotsError Sentence SiteRule SpeechError
Table Timeline Translated Translation TranslationError Translator Voice __version__ batch
from_dict from_json load publish render to_dict to_json
""".split()


def test_the_public_names_are_these_and_all_of_them_can_be_had() -> None:
    assert sorted(langdu.__all__) == sorted(PUBLIC)
    for name in PUBLIC:
        assert getattr(langdu, name) is not None
    assert dir(langdu) == sorted(langdu.__all__)


def test_every_error_is_public_and_in_the_tree() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    for error in classes:
        assert issubclass(error, langdu.LangduError)
        assert error.__name__ in PUBLIC
        assert error.__name__ in (errors.__doc__ or "")


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(langdu, "nonsense")
