"""The publishing: an edition written in one of its forms."""

from collections.abc import Mapping

from sayso.errors import ConfigError
from sayso.exports.edition_json import edition_json
from sayso.exports.edition_text import edition_text
from sayso.record.edition import Edition


def published(edition: Edition, format: str, texts: Mapping[str, str]) -> str:
    """The edition as text, html, md or json; `texts` holds the documents by id, for the passages that the pages link to."""
    if format == "json":
        return edition_json(edition)
    if format == "text":
        return edition_text(edition)
    raise ConfigError(f"no format {format}", then="there are text, html, md and json")
