"""Backends by name."""

from importlib.metadata import EntryPoint

import pytest

from langdu import plugins
from langdu.errors import PluginError
from langdu.translation.fake import FakeTranslator


def test_an_object_is_given_back_as_it_is() -> None:
    fake = FakeTranslator()
    assert plugins.translator(fake) is fake


@pytest.mark.parametrize("group", list(plugins.BUILT_IN))
def test_every_built_in_backend_is_there(group: str) -> None:
    for name in plugins.BUILT_IN[group]:
        assert name in plugins.names(group)
        assert callable(plugins._factory(group, name))


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(PluginError, match=r"no 'babel' among .*argos"):
        plugins.translator("babel")
    with pytest.raises(PluginError, match=r"no 'hal' among .*pyttsx3"):
        plugins.voice("hal")


def test_entry_points_add_backends(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint("mine", "langdu.translation.fake:FakeTranslator", "langdu.translators"),
        EntryPoint("broken", "langdu.no_such_module:Thing", "langdu.translators"),
    ]

    def entry_points(*, group: str, name: str | None = None) -> list[EntryPoint]:
        return [p for p in points if p.group == group and name in (None, p.name)]

    monkeypatch.setattr(plugins, "entry_points", entry_points)
    own = list(plugins.BUILT_IN["langdu.translators"])
    assert plugins.names("langdu.translators") == [*own, "broken", "mine"]
    assert isinstance(plugins.translator("mine"), FakeTranslator)
    with pytest.raises(PluginError, match="'broken' cannot be loaded"):
        plugins.translator("broken")
