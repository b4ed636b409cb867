"""Templates → XML: everything that is put into one is escaped."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: object) -> bytes:
    """The document that a template makes of the values, in UTF-8."""
    return (_environment().get_template(template).render(**values).strip() + "\n").encode()


def source(template: str) -> bytes:
    """A file among the templates as it is."""
    environment = _environment()
    assert environment.loader  # noqa: S101 - for the type checker
    return environment.loader.get_source(environment, template)[0].replace("\r\n", "\n").encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import

    return Environment(
        loader=PackageLoader("langdu.publishing.epub"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
