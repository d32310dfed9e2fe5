"""The dot-and-range chart: figures of several sources on one scale, as percentages for a style sheet."""

from collections.abc import Sequence

from sayso.record.chart import Bar


def bars(ranges: Sequence[tuple[float, float | None]]) -> tuple[Bar, ...]:
    """A bar for each (low, high), on one scale from 0 to a little beyond the largest.

    >>> bars([(60, 60), (100, None)])
    (Bar(left=54.5, width=0.0, open_ended=False), Bar(left=90.9, width=9.1, open_ended=True))
    """
    most = max((max(low, high or 0) for low, high in ranges), default=0) * 1.1 or 1
    found = []
    for low, high in ranges:
        left = round(100 * low / most, 1)
        end = 100.0 if high is None else round(100 * high / most, 1)
        found.append(Bar(left=left, width=round(end - left, 1), open_ended=high is None))
    return tuple(found)
