"""What comes after the text: related articles, neighbours, notices of a site."""

import re
from itertools import accumulate
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.rules.related import RELATED
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import width

_NEIGHBOUR: Final = re.compile(
    r"[【\[\s]*(?:上一(?:篇|条|页|个)|下一(?:篇|条|页|个)|前の記事|次の記事|이전\s?글|다음\s?글|Предыдущ|Следующ"
    r"|Previous (?:article|post|story)|Next (?:article|post|story))",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"[【\[（(\s]*(?:扫一扫|扫描二维码|分享[到至](?=\s|[:：]|.{0,12}\Z)|版权所有|版权声明|特别声明|免责声明|未经授权"
    r"|本网站(?:版权|所有|内容|声明)|网站标识码|主办(?:单位)?\s?[:：]?.{0,40}(?:版权|技术支持|ICP备|标识码|运维)"
    r"|.{0,20}ICP备|.{0,20}公网安备|【?纠错|我要纠错|©|Copyright|All rights reserved"
    r"|.{0,30}未经.{0,8}(?:授权|许可|允许|同意).{0,12}(?:转载|使用|复制)|关注.{0,4}公众号|分享让更多人看到"
    r"|更多.{2,60}(?:敬请|请)(?:关注|访问|点击|登录)|进入【.{2,20}】讨论|本文来源于网络|投稿邮箱"
    r"|無断(?:転載|複製)|.{0,20}무단\s?(?:전재|복제)"
    r"|.{0,30}Adobe.{0,24}(?:Reader|Acrobat).{0,60}(?:必要|ダウンロード|入手|설치|필요|下载|download|required)"
    r"|.{0,20}(?:нашли|заметили) ошибку.{0,60}Ctrl|Все материалы сайта доступны"
    r"|Подписывайтесь на наш|Подпишитесь на (?:наш|нас)|Присоединяйтесь к нам в"
    r"|저작권자|ⓒ|Все права защищены|Sign up (?:for|to)|Subscribe (?:to|for|now)|Click here to"
    r"|Follow (?:us|me|@)|Like us on|Share this (?:article|story|post|with|on)|Download (?:the"
    r"|our) app"
    r"|This (?:site|website) uses cookies|We use cookies)",
    re.IGNORECASE,
)
#: Lines of a page's tools and of its advertisements, by themselves anywhere in a text.
_FURNITURE: Final = re.compile(
    r"(?:advertisements?|advert|ad feedback|sponsored(?: content)?|реклама|広告|광고|广告|廣告"
    r"|don['’]t miss|tags?:?|标签[:：]?|share this(?: on \w{1,20})?|story continues below.{0,20}"
    r"|article continues (?:below|after).{0,20}|continue reading.{0,30}|loading(?:\.{3}|…)?"
    r"|like this:|like loading(?:\.{3}|…)?|(?:tweet|post) may have been deleted"
    r"|this slideshow requires javascript\.?|(?:previous|next) slide|start slideshow"
    r"|(?:image|photo|slide|picture|фото|写真|사진|图|圖)?\s?\d{1,3}\s?(?:of|/|из)\s?\d{1,3}"
    r"|点击(?:图片)?进入下一页|点击查看更多|加载中(?:\.{3}|…)?|加载更多|查看全文|阅读全文|展开全文"
    r"|text size|sharing is caring!?|\d+\s?shares?|like this story\? share it.{0,20}"
    r"|(?:reading time|tempo de leitura|время чтения)[:：]? .{1,20}|\d{1,2} min(?:ute)?s?[ -]read"
    r"|iklan|publicidad|anzeige|werbung|pubblicità|publicité|reklama?|sign up|subscribe|follow"
    r"|you are visitor (?:number|no\.?|#)?\s?[\d,]*|вы (?:посетитель|гость) (?:№\s?)?\d*"
    r"|您是(?:本站)?第\s?\d*\s?位(?:访客|访问者|浏览者)|あなたは\s?\d*\s?人目の(?:訪問者|お客様)です?"
    r"|[+＋]?\s?(?:加|已)?关注|[+＋]?\s?订阅|フォロー(?:する)?|팔로우|구독(?:하기)?|подписаться"
    r"|поделиться(?: (?:в (?:соцсетях|социальных сетях)|ссылкой|новостью))?[:：]?"
    r"|もっと見る|続きを読む|더보기|Показать ещё|Читать далее)\Z",
    re.IGNORECASE,
)
#: What the pictures say that are codes to scan, or the line beside them.
_CODE: Final = re.compile(
    r"[【\[（(\s]*(?:微信)?(?:扫一扫|扫码|(?:长按|扫描|识别|扫)[^。]{0,12}二维码|关注[^。]{0,4}公众号|QRコードを|QR코드)",
    re.IGNORECASE,
)
#: Who runs a site, below the text; who holds an event, beside the other facts of it.
_OWNER: Final = re.compile(r"主办(?:单位)?\s?[:：\s].{2,40}\Z")
_EVENT: Final = re.compile(r"(?:承办|协办|支持单位|地点|时间|报名|联系|电话)")
_MAX_CODE: Final = 120
_MAIL: Final = re.compile(r"[\w.+-]{1,60}@[\w.-]{3,60}")
#: Below a heading of related things there may yet be text; so much of it means there is.
_STILL_TEXT: Final = 0.35


def tail(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Cut the tail off, and single lines of a site's furniture wherever they stand."""
    drafts = _without_codes(drafts, notes)
    drafts = _without(drafts, _NEIGHBOUR, "links to the neighbouring articles", 160, notes)
    drafts = _without(drafts, _FURNITURE, "a label of the page", 90, notes)
    drafts = _without(drafts, _NOTICE, "a notice of the site", 400, notes)
    drafts = _without_owner(drafts, notes)
    while len(drafts) > 1 and (reason := _trails(drafts[-1])):
        notes.removal("tail", reason, drafts[-1].text)
        drafts = drafts[:-1]
    heads = [
        index
        for index, draft in enumerate(drafts)
        if draft.kind in ("paragraph", "heading") and RELATED.match(draft.text[:80])
    ]
    if heads:
        prose = list(accumulate(map(_prose, drafts), initial=0))
        for index in heads:
            before, after = prose[index], prose[-1] - prose[index + 1]
            if before and after <= _STILL_TEXT * before:
                for gone in drafts[index:]:
                    if gone.kind != "attachment":
                        head = drafts[index].text
                        notes.removal("tail", f"stands under {head!r}", _words(gone))
                files = [gone for gone in drafts[index:] if gone.kind == "attachment"]
                return drafts[:index] + files
    return drafts


def _trails(draft: Draft) -> str | None:
    """Why a draft that nothing follows says nothing, or ``None``."""
    if draft.kind == "heading":
        return "a heading of nothing"
    return "an address of the writer" if draft.is_line and _MAIL.fullmatch(draft.text) else None


def _without_codes(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Without codes to scan: pictures whose alternative text says so, or a line that shares an
    element with them and nothing else."""
    kept = []
    for index, draft in enumerate(drafts):
        beside = "".join(after.text for after in drafts[index + 1 : index + 2] if after.paired)
        if draft.kind == "figure" and any(
            width(said) <= _MAX_CODE and _CODE.match(said) for said in (draft.alt or "", beside)
        ):
            notes.removal("tail", "a code to scan", draft.alt or beside)
        else:
            kept.append(draft)
    return kept


def _without_owner(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Without the line below the text that says who runs the site."""
    kept = []
    for index, draft in enumerate(drafts):
        if draft.is_line and _OWNER.match(draft.text):
            beside = drafts[max(index - 2, 0) : index] + drafts[index + 1 : index + 3]
            below = not any(is_prose(after) for after in drafts[index + 1 :])
            if below and not any(_EVENT.match(other.text) for other in beside):
                notes.removal("tail", "a notice of the site", draft.text)
                continue
        kept.append(draft)
    return kept


def _without(
    drafts: list[Draft], what: re.Pattern[str], reason: str, limit: int, notes: Notes
) -> list[Draft]:
    kept = []
    for draft in drafts:
        line = draft.kind in ("paragraph", "heading") and len(draft.text) <= limit
        if line and what.match(draft.text) and width(draft.text) <= limit:
            notes.removal("tail", reason, draft.text)
        else:
            kept.append(draft)
    return kept


def _prose(draft: Draft) -> int:
    return width(draft.text) if is_prose(draft) and not _linked(draft) else 0


def _linked(draft: Draft) -> bool:
    linked = sum(mark.end - mark.start for mark in draft.rich.marks if mark.kind == "link")
    return linked * 2 > len(draft.text)


def _words(draft: Draft) -> str:
    return draft.text or " ".join(item.rich.text for item in draft.items[:3]) or draft.kind
