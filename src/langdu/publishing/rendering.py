"""The templates: HTML with everything escaped that comes from an article."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: object) -> str:
    """The text of a template, with the values that it names."""
    return environment().get_template(template).render(**values) + "\n"


@cache
def environment(*packages: str) -> "Environment":
    """The templates of these packages, which may build on those of the pages."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # slow to import
    from markupsafe import Markup

    made = Environment(
        loader=ChoiceLoader([PackageLoader(p) for p in (*packages, "langdu.publishing")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # our own files, and JSON that is safe there: the only texts that are not escaped
    made.filters["ours"] = Markup
    return made
