"""What is planted in a page, and the check that must see it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect: ``plant`` is JavaScript that makes it, ``check`` the name of what must find it.

    ``says``: a word of the finding, so that nothing else is taken for it.
    """

    name: str
    check: str
    says: str
    plant: str


def _style(rules: str) -> str:
    """JavaScript that adds style as a page's policy allows it."""
    return (
        "const sheet = new CSSStyleSheet(); "
        f"sheet.replaceSync({rules!r}); document.adoptedStyleSheets.push(sheet);"
    )


_P: Final = "document.querySelector('article > p')"

OWN: Final = (
    Defect("wrong page language", "languages", "lang=en", "document.documentElement.lang = 'en'"),
    Defect("foreign part untagged", "languages", "Hang", f"{_P}.append(' 대한민국 ')"),
    Defect("foreign label untagged", "languages", "Cyrl", f"{_P}.title = 'Читать вслух'"),
    Defect("Latin sentence untagged", "languages", "Latn",
           "const p = document.createElement('p'); p.textContent = 'This is not a Chinese text';"
           f" {_P}.before(p)"),
    Defect("bold as heading", "headings", "bold",
           f"const p = document.createElement('p'), b = document.createElement('b');"
           f" b.textContent = '第二部分'; p.append(b); {_P}.before(p)"),
    Defect("id there twice", "ids", "twice", f"{_P}.id = '_main'"),
    Defect("div as button", "buttons", "acts as a button",
           "const d = document.createElement('div'); d.dataset.do = 'read'; d.textContent = '读';"
           f" {_P}.before(d)"),
    Defect("div with a pointer", "buttons", "pointer",
           f"{_style('.odd { cursor: pointer }')} const d = document.createElement('div');"
           f" d.className = 'odd'; d.textContent = '读'; {_P}.before(d)"),
    Defect("role without a key", "buttons", "no key",
           "const s = document.createElement('span'); s.setAttribute('role', 'button');"
           f" s.textContent = '读'; {_P}.append(s)"),
    Defect("line height 1.2", "lines", "line height",
           _style("article p { line-height: 1.2 !important }")),
    Defect("justified", "lines", "justified", _style("article { text-align: justify !important }")),
    Defect("paragraphs close together", "lines", "next paragraph",
           f"{_style('article p { margin: 0 0 .5em !important }')}"
           " const p = document.querySelector('article > p'); p.after(p.cloneNode(true))"),
    Defect("lines too long", "lines", "characters",
           _style("body, main, article, p { max-width: none !important; inline-size: auto }")),
    Defect("ruby without rp", "ruby", "without rp",
           "document.querySelectorAll('rp').forEach((each) => each.remove())"),
    Defect("autoplay", "sound", "by itself", "document.querySelector('audio').autoplay = true"),
    Defect("player without controls", "sound", "no controls",
           "document.querySelector('audio').controls = false"),
    Defect("no reflow", "reflow", "wide", _style("article { min-width: 1500px !important }")),
    Defect("text outside of the window", "reflow", "reaches",
           _style("article p { position: relative; left: -900px }")),
    Defect("text cut off with spacing", "spacing", "cut off",
           f"const {{ style, offsetWidth }} = {_P}; style.whiteSpace = 'nowrap';"
           " style.overflow = 'hidden'; style.width = 'fit-content';"
           f" style.width = {_P}.offsetWidth + 'px'"),
    Defect("pale text", "colours", "contrast", _style("article p { color: #767676 !important }")),
    Defect("pale clause", "colours", "highlight(clause)",
           _style("::highlight(clause) { color: #777; background-color: #999 }")
           + f" {_P}.classList.add('now')"),
    Defect("small target", "targets", "pixels",
           _style("nav a { min-width: 0 !important; min-height: 0 !important;"
                  " padding: 0 !important; line-height: 1 !important }")),
    Defect("no focus ring", "focus", "no focus ring",
           _style("*:focus-visible { outline: none !important }")),
    Defect("keyboard trap", "focus", "holds the focus",
           "addEventListener('keydown', (event) => { if (event.key === 'Tab' &&"
           " document.activeElement.closest('nav a:last-child')) event.preventDefault(); }, true)"),
    Defect("focus covered", "focus", "under",
           "const d = document.createElement('div'); d.className = 'lid'; document.body.append(d);"
           + _style(".lid { position: fixed; inset: 0; z-index: 99 }")),
    Defect("no key reaches it", "focus", "does not reach",
           "addEventListener('focusin', ({ target }) => {"
           " if (target.matches('.audio a')) target.blur() })"),
    Defect("policy with a hole", "policy", "unsafe-inline",
           "document.querySelector('meta[http-equiv]').content += \"; style-src 'unsafe-inline'\""),
    Defect("inline handler", "policy", "onclick", f"{_P}.setAttribute('onclick', 'x()')"),
    Defect("error in the console", "console", "planted",
           "console.error('planted')"),
    Defect("request to elsewhere", "network", "evil.example",
           "new Image().src = 'http://evil.example/pixel.gif'"),
    Defect("dialog", "dialogs", "planted", "setTimeout(() => alert('planted'))"),
)  # fmt: skip

AXE: Final = (
    Defect("picture without alternative", "axe", "image-alt",
           "document.querySelector('img').removeAttribute('alt')"),
    Defect("button without name", "axe", "button-name",
           "document.querySelector('main').append(document.createElement('button'))"),
    Defect("link without name", "axe", "link-name",
           f"const a = document.createElement('a'); a.href = '#title'; {_P}.append(a)"),
    Defect("field without label", "axe", "label",
           "document.querySelector('main').append(document.createElement('input'))"),
    Defect("tag that is none", "axe", "html-has-lang",
           "document.documentElement.removeAttribute('lang')"),
    Defect("contrast of AAA", "axe", "color-contrast-enhanced",
           _style("article p { color: #666 !important }")),
    Defect("heading levels skipped", "axe", "heading-order",
           f"const h = document.createElement('h6'); h.textContent = '标题'; {_P}.before(h)"),
    Defect("focus in what is hidden", "axe", "aria-hidden-focus",
           "document.querySelector('nav').setAttribute('aria-hidden', 'true')"),
    Defect("role that is none", "axe", "aria-roles", f"{_P}.setAttribute('role', 'buton')"),
    Defect("two main parts", "axe", "landmark",
           "document.body.append(document.createElement('main'))"),
)  # fmt: skip
