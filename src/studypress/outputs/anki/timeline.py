"""The small timeline on the back of date cards: landmarks in the template, the event's own place
from its note. One unit of the drawing is a day, so a note holds nothing but its own days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from html import escape
from itertools import permutations

from studypress.items import Landmark

_MARGIN = 0.03  # of the span between the first and the last landmark, on either side
_LETTER = 0.021  # the width of a letter on a phone, as a share of the drawing
_ROW = 0.055  # the height of a row of names
_AXIS = 0.05  # from the last row to the axis
_BELOW = 0.085  # room for the years
_MOST_YEARS = 7  # that a phone has room for
_ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)
_MOST_ORDERED = 6  # landmarks of which every order is tried

# As in `markup`: what Anki would fill in, play or render as a formula stays text.
_KEPT_FROM_ANKI = str.maketrans({"{": "&#123;", "[": "&#91;", "\\": "<tspan>&#92;</tspan>"})

Extent = tuple[float, float]


def place(days: tuple[int, int]) -> str:
    """The attributes of the mark: `x` and `width` in days."""
    first, last = days
    return f"x={first} width={last - first + 1}"


@lru_cache(maxsize=4)  # every side of every note type has it
def drawing(landmarks: tuple[Landmark, ...], field: str, name: str) -> str:
    """The drawing as it stands in a template; `field` is what Anki replaces by the place,
    `name` says to those who cannot see it what it is.

    "" where there are not two landmarks to draw a line between.
    """
    if len({mark.day for mark in landmarks}) < 2:
        return ""
    span = landmarks[-1].day - landmarks[0].day
    start = landmarks[0].day - span * _MARGIN
    width = span * (1 + 2 * _MARGIN)
    rows = _rows(landmarks, start, width)
    axis = (max(rows) + 1) * _ROW * width + _AXIS * width
    parts = [
        f'<svg class="timeline" role="img" aria-label="{escape(name)}" '
        f'viewBox="{start:.0f} 0 {width:.0f} {axis + _BELOW * width:.0f}" '
        f'style="--unit: {width / 1000:.3f}px">',
        f'<path d="M{start:.0f} {axis:.0f}h{width:.0f}"/>',
        *_years(start, width, axis),
        *(
            _landmark(mark, row, start, width, axis)
            for mark, row in zip(landmarks, rows, strict=True)
        ),
        f'<rect class="here" {field} y="{axis - 0.014 * width:.0f}" height="{0.028 * width:.0f}"/>',
        "</svg>",
    ]
    return "".join(parts)


def _rows(landmarks: tuple[Landmark, ...], start: float, width: float) -> list[int]:
    """A row for each name: no two names meet, few lines cross a name, few rows are used."""
    extents = [_extent(mark, start, width) for mark in landmarks]
    positions = range(len(landmarks))
    orders = permutations(positions) if len(landmarks) <= _MOST_ORDERED else [tuple(positions)]
    tried = (_stacked(extents, order) for order in orders)
    return min(tried, key=lambda rows: (_crossings(landmarks, extents, rows), max(rows)))


def _stacked(extents: list[Extent], order: tuple[int, ...]) -> list[int]:
    """The lowest free row for each name, taken in an order."""
    rows = [-1] * len(extents)
    for at in order:
        left, right = extents[at]
        meeting = {
            rows[other]
            for other, (a, b) in enumerate(extents)
            if rows[other] >= 0 and left <= b and a <= right
        }
        rows[at] = next(row for row in range(len(extents)) if row not in meeting)
    return rows


def _crossings(landmarks: tuple[Landmark, ...], extents: list[Extent], rows: list[int]) -> int:
    """How often the line from a name down to the axis crosses another name."""
    return sum(
        rows[other] < rows[at] and left <= mark.day <= right
        for at, mark in enumerate(landmarks)
        for other, (left, right) in enumerate(extents)
    )


def _extent(mark: Landmark, start: float, width: float) -> Extent:
    length = len(mark.name) * _LETTER * width
    anchor = _anchor(mark, start, width)
    left = mark.day - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * length
    return left, left + length


def _anchor(mark: Landmark, start: float, width: float) -> str:
    share = (mark.day - start) / width
    return "start" if share < 1 / 3 else "end" if share > 2 / 3 else "middle"


def _landmark(mark: Landmark, row: int, start: float, width: float, axis: float) -> str:
    top = axis - _AXIS * width - row * _ROW * width
    name = escape(mark.name).translate(_KEPT_FROM_ANKI)
    anchor = _anchor(mark, start, width)
    return (
        f'<path d="M{mark.day} {top:.0f}V{axis:.0f}"/>'
        f'<circle cx="{mark.day}" cy="{axis:.0f}" r="{0.007 * width:.1f}"/>'
        f'<text x="{mark.day}" y="{top - 0.012 * width:.0f}" text-anchor="{anchor}">{name}</text>'
    )


def _years(start: float, width: float, axis: float) -> list[str]:
    """A tick and a number at the beginning of years, in round steps."""
    first = date.fromordinal(max(int(start), 1)).year + 1
    last = date.fromordinal(int(start + width)).year
    step = next(s for s in _ROUND if (last - first) / s < _MOST_YEARS)
    shown = range(-(-first // step) * step, last + 1, step)
    days = ((year, date(year, 1, 1).toordinal()) for year in shown)
    text = f'y="{axis + 0.06 * width:.0f}" text-anchor="middle"'
    return [
        f'<path d="M{day} {axis:.0f}v{0.016 * width:.0f}"/>'
        f'<text class="year" x="{day}" {text}>{year}</text>'
        for year, day in days
    ]
