"""A hook of MkDocs: the pages at the top of the repository, and the decisions, join the site."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
#: The file at the top → its page of the site.
PAGES = {
    "README.md": "index.md",
    "README.zh.md": "index.zh.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
_LINK = re.compile(r"(?<!!)\[([^\]\n]*)\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(docs/([^)\s]+)\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The decisions stand in the order of their numbers, without being listed twice."""
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    explanation = next(part["Explanation"] for part in config.nav or [] if "Explanation" in part)
    explanation.append({"Decisions": [f"decisions/{file.name}" for file in decisions]})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages at the top, with their links as the site has them."""
    for name, page in PAGES.items():
        if (ROOT / name).exists():
            text = (ROOT / name).read_text(encoding="utf-8")
            files.append(File.generated(config, page, content=_linked(text)))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Links that lead out of docs/ go to the pages above, or stay as words."""
    up = "../" * page.file.src_uri.count("/")

    def link(found: re.Match[str]) -> str:
        path, mark, anchor = found[2].partition("#")
        if not path.startswith(f"{up}../"):
            return found[0]
        name = PAGES.get(path.removeprefix(f"{up}../"))
        return f"[{found[1]}]({up}{name}{mark}{anchor})" if name else found[1]

    return _LINK.sub(link, markdown)


def _linked(text: str) -> str:
    """Paths seen from the top of the repository → paths seen from docs/."""

    def link(found: re.Match[str]) -> str:
        words, target = found[1], found[2]
        path, mark, anchor = target.partition("#")
        if "://" in target or not path:
            return found[0]
        if path.startswith("docs/") and path.endswith(".md"):
            return f"[{words}]({path.removeprefix('docs/')}{mark}{anchor})"
        if path in PAGES:
            return f"[{words}]({PAGES[path]}{mark}{anchor})"
        return words

    return _LINK.sub(link, _PICTURE.sub(r"![\1](\2)", text))
