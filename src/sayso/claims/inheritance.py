"""The inheritance of a source: whose is a cue that has no subject of its own."""

from sayso.claims import adjuncts, sources
from sayso.claims.hit import Hit
from sayso.claims.view import Range, View


def inherit(view: View, hit: Hit, earlier: list[Hit], start: int) -> None:
    """The source of a cue without subject: that of the cue before it in the unit, else the subject that opens the unit."""
    hit.side = "inherit"
    last = next((h for h in reversed(earlier) if h.source and h.side in ("left", "right", "inherit")), None)
    if last:
        hit.source = last.source
        return
    subject = _opening_subject(view, hit.low, start)
    if subject is None:
        hit.side = "drop"
        return
    hit.source = subject


def _opening_subject(view: View, low: int, high: int) -> Range | None:
    """The noun phrase before the first verb of the unit."""
    for k in range(low, min(high, low + 30)):
        if view.in_quote[k] >= 0:
            return None
        if view.pos(k) in ("VERB", "AUX") and not view.capital(k) and k > low:
            start = adjuncts.skipped_left(view, k, low)
            return sources.before(view, start, low)
    return None
