"""The publishing: an edition written in one of its forms."""

from sayso.charts.maps import drawn
from sayso.charts.ranges import bars
from sayso.errors import ConfigError
from sayso.exports.edition_html import edition_html
from sayso.exports.edition_json import edition_json
from sayso.exports.edition_md import edition_md
from sayso.exports.edition_text import edition_text
from sayso.record.edition import Edition


def published(edition: Edition, format: str) -> str:
    """The edition as text, html, md or json; ConfigError for another format, EvidenceError for a page that does not prove itself."""
    if format == "json":
        return edition_json(edition)
    if format == "html":
        return edition_html(edition, draw=lambda pins, title: drawn(pins, title=title), scale=bars)
    if format == "md":
        return edition_md(edition)
    if format == "text":
        return edition_text(edition)
    raise ConfigError(f"no format {format}", then="there are text, html, md and json")
