"""Reading a page back."""

from lxml import html

from langdu.publishing.safe import clean_text


def parse(page: str) -> html.HtmlElement:
    """The page's root element, as a browser would find it."""
    root = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    assert isinstance(root, html.HtmlElement)
    return root


def text(element: html.HtmlElement) -> str:
    """All text of an element."""
    return str(element.text_content())


def spoken(element: html.HtmlElement) -> str:
    """The text of an element without the numbers of notes and the readings of ruby."""
    path = ".//text()[not(ancestor::sup[@class='note'] or ancestor::rp or ancestor::rt)]"
    found = element.xpath(path)
    assert isinstance(found, list)
    return "".join(map(str, found))


def one(root: html.HtmlElement, path: str) -> html.HtmlElement:
    """The only element at an XPath."""
    found = every(root, path)
    assert len(found) == 1, (path, len(found))
    return found[0]


def every(root: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """The elements at an XPath."""
    found = root.xpath(path)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, html.HtmlElement)]


def words(value: str) -> str:
    """The text as a reader sees it: cleaned, white space as single spaces."""
    return " ".join(clean_text(value).split())
