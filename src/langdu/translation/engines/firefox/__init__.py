"""Mozilla's Firefox Translations models: getting them, and translating with them.

See ``docs/decisions/009-firefox-models.md``.
"""

from langdu.translation.engines.firefox.engine import FirefoxTranslator
from langdu.translation.engines.firefox.installed import FirefoxModel, installed, remove
from langdu.translation.engines.firefox.installing import add, update

__all__ = ["FirefoxModel", "FirefoxTranslator", "add", "installed", "remove", "update"]
