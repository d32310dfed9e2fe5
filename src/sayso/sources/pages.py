"""The page: the article in an HTML file, without its menus."""

import json
import re
from datetime import date, datetime

from sayso.record.document import Document, document
from sayso.sources.published import published_at

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_META = re.compile(r"<meta\s([^>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TIMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
)
_LD = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,60})\"")
_TIME = re.compile(r"<time\s[^>]{0,300}?datetime\s*=\s*[\"']([^\"']{4,60})[\"']", re.IGNORECASE)
_LANG = re.compile(r"<html\s[^>]{0,500}?lang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|noscript|nav|header|footer|aside|form|template)\b|<!--", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|br|li|h[1-6]|tr|blockquote|section|article)\b[^>]*>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|u)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,5000}>")


def charset(data: bytes) -> str | None:
    """The encoding that a page declares, None where it declares none."""
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii", "replace").lower() if found else None


def looks_like_page(text: str) -> bool:
    """Does the text begin like HTML?"""
    return bool(
        re.match(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|meta|main)\b",
            text[:5000],
            re.IGNORECASE | re.DOTALL,
        )
    )


def page(html: str, *, name: str, raw: bytes) -> Document | None:
    """The article of a page; its text is what was extracted. None where the page holds no words."""
    import trafilatura

    found = trafilatura.bare_extraction(html, include_comments=False, include_tables=True, with_metadata=True)
    text = (getattr(found, "text", None) or "").strip() if found else ""
    if len(text) < 40:
        text = max(text, words_of_page(html), key=len)
    if not any(ch.isalnum() for ch in text):
        return None
    metas = _metas(html)
    lang = _LANG.search(html[:20_000])
    published = _published(html, metas) or published_at(getattr(found, "date", None))
    edited = published_at(metas.get("article:modified_time") or metas.get("og:updated_time"))
    return document(
        text,
        name=name,
        published=published,
        outlet=metas.get("og:site_name") or getattr(found, "sitename", None),
        url=metas.get("og:url") or getattr(found, "url", None),
        lang=lang.group(1).casefold().split("-")[0] if lang else None,
        title=metas.get("og:title") or getattr(found, "title", None),
        edited=edited if isinstance(edited, datetime) and edited != published else None,
        raw=raw,
    )


def _metas(html: str) -> dict[str, str]:
    from html import unescape

    found: dict[str, str] = {}
    for match in _META.finditer(html[:200_000]):
        attributes = {key.casefold(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(match.group(1))}
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if key and attributes.get("content"):
            found.setdefault(key.casefold(), unescape(attributes["content"]).strip())
    return found


def _published(html: str, metas: dict[str, str]) -> datetime | date | None:
    """The hour of publication where the page tells it, else its day."""
    told = [metas[key] for key in _TIMES if key in metas]
    told += [json.loads(f'"{match}"') if "\\" not in match else match for match in _LD.findall(html)[:1]]
    told += _TIME.findall(html)[:1]
    moments = [moment for moment in map(published_at, told) if moment]
    return next((moment for moment in moments if isinstance(moment, datetime)), moments[0] if moments else None)


def words_of_page(html: str) -> str:
    """All words of a page or a piece of one, in lines; what is hidden (scripts, menus, comments) left out."""
    from html import unescape

    shown = _TAG.sub(" ", _BLOCK.sub("\n", _INLINE.sub("", _visible(html))))
    lines = (" ".join(line.split()) for line in unescape(shown).splitlines())
    return "\n".join(line for line in lines if line)


def _visible(html: str) -> str:
    """The page without its scripts, menus and comments; what is opened and never closed is kept."""
    low = html.lower()
    kept: list[str] = []
    never_closed: set[str] = set()
    at = 0
    for match in _HIDDEN.finditer(html):
        closing = f"</{match.group(1).lower()}" if match.group(1) else "-->"
        if match.start() < at or closing in never_closed:
            continue
        end = low.find(closing, match.end())
        if end < 0:
            never_closed.add(closing)  # looked for once: a page of nothing but openings costs no more
            continue
        kept.append(html[at : match.start()])
        shut = low.find(">", end)
        at = shut + 1 if shut >= 0 else len(html)
    return " ".join([*kept, html[at:]])
