"""Drafts and notes → the article: ids, sentences, levels, and the fields of the metadata."""

import re
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from langdu.article import (
    Article,
    Attachment,
    Block,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Sentence,
    Table,
)
from langdu.extraction.dates import finer
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.language import language_of
from langdu.extraction.metadata.editions import editions
from langdu.extraction.notes import Notes
from langdu.extraction.text import collapse
from langdu.sentences import number, split, to_sentences

_FILMS: Final = MappingProxyType(
    {
        "video": MappingProxyType(
            {"zh": "视频", "en": "Video", "ja": "動画", "ko": "동영상", "ru": "Видео"}
        ),
        "audio": MappingProxyType(
            {"zh": "音频", "en": "Audio", "ja": "音声", "ko": "오디오", "ru": "Аудио"}
        ),
    }
)
_KEYWORD_BREAK: Final = re.compile(r"[,，;；、|]\s*")
_SPACE: Final = re.compile(r"\s+")
_MAX_KEYWORDS: Final = 40


def assemble(
    drafts: list[Draft], notes: Notes, *, declared: str | None, url: str | None
) -> Article:
    """The article made of finished drafts. ``declared`` is the page's own language tag."""
    lang = language_of(" ".join(_texts(drafts)), declared)
    maker = _Maker(lang)
    blocks = tuple(maker.block(f"b{index}", draft) for index, draft in enumerate(drafts, 1))
    path = (notes.first("path") or notes.first("column") or "").split("\n")
    return Article(
        lang=lang,
        blocks=blocks,
        title=notes.first("title"),
        url=notes.first("canonical") or url,
        site=notes.first("site"),
        published=_published(notes),
        updated=notes.first("updated"),
        source=notes.first("source"),
        author=notes.first("author"),
        editor=notes.first("editor"),
        column=tuple(name for name in path if name),
        keywords=_keywords(notes.first("keywords")),
        offered=editions(notes.all("edition"), lang),
    )


def _published(notes: Notes) -> str | None:
    found = [*notes.all("published"), *notes.all("published_near")]
    if not found:
        return None
    best = found[0]
    for other in found[1:]:
        best = finer(best, other) or best
    return best


def _keywords(text: str | None) -> tuple[str, ...]:
    if not text:
        return ()
    words = _KEYWORD_BREAK.split(text)
    if len(words) == 1 and not text.isascii():
        words = _SPACE.split(text)
    kept = dict.fromkeys(word for part in words if (word := collapse(part)))
    return tuple(kept)[:_MAX_KEYWORDS]


def _texts(drafts: list[Draft]) -> list[str]:
    out = []
    for draft in drafts:
        if draft.kind == "code":
            continue
        out.append(draft.text)
        out.extend(item.rich.text for item in draft.items)
        out.extend(cell.rich.text for row in draft.rows for cell in row)
    return out


class _Maker:
    """Makes blocks of drafts, in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def sentences(self, prefix: str, rich: Rich) -> tuple[Sentence, ...]:
        if not rich.cuts:
            return to_sentences(prefix, rich.text, self.lang, rich.marks)
        return number(prefix, self.pieces(rich), rich.marks)

    def pieces(self, rich: Rich) -> list[str]:
        """The sentences of a text that surely has some borders."""
        borders = [0, *rich.cuts, len(rich.text)]
        return [piece for a, b in pairwise(borders) for piece in split(rich.text[a:b], self.lang)]

    def block(self, id: str, draft: Draft) -> Block:
        match draft.kind:
            case "list":
                return self.list(id, draft)
            case "table":
                return self.table(id, draft)
            case "code":
                return Code(id, draft.text)
            case "figure":
                return Figure(id, draft.image, draft.alt, self.sentences(id, draft.rich))
            case "heading":
                return Heading(id, draft.level, self.sentences(id, draft.rich))
            case "attachment":
                return Attachment(id, draft.href or "", self.sentences(id, draft.rich))
            case "quote":
                return Quote(id, self.sentences(id, draft.rich))
            case "media":
                return Paragraph(id, self.sentences(id, self.film(draft)))
            case _:
                return Paragraph(id, self.sentences(id, draft.rich))

    def film(self, draft: Draft) -> Rich:
        names = _FILMS[draft.alt or "video"]
        label = draft.text or names.get(self.lang, names["en"])
        return Rich(label, (Mark("link", 0, len(label), draft.href),))

    def list(self, id: str, draft: Draft) -> List:
        items = []
        for index, item in enumerate(draft.items, 1):
            own = f"{id}.i{index}"
            nested = self.list(f"{own}.l", item.nested) if item.nested else None
            items.append(ListItem(own, self.sentences(own, item.rich), nested))
        return List(id, draft.ordered, draft.start, tuple(items))

    def table(self, id: str, draft: Draft) -> Table:
        caption = tuple(
            Sentence(f"{id}.c{index}", sentence.text, sentence.marks)
            for index, sentence in enumerate(self.sentences(id, draft.rich), 1)
        )
        rows = tuple(
            tuple(
                Cell(
                    f"{id}.r{r}.c{c}",
                    self.sentences(f"{id}.r{r}.c{c}", cell.rich),
                    header=cell.header,
                    colspan=cell.colspan,
                    rowspan=cell.rowspan,
                )
                for c, cell in enumerate(row, 1)
            )
            for r, row in enumerate(draft.rows, 1)
        )
        return Table(id, caption, rows)
