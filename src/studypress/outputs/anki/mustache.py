"""Anki's templates rendered as Anki renders them, for the preview: fields, conditions, filters.

https://docs.ankiweb.net/templates/fields.html
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from studypress.outputs.anki.gaps import gaps_of, with_gaps
from studypress.outputs.anki.reading import COMMENT, read, without
from studypress.outputs.anki.tags import Field, parts

Side = Literal["front", "back"]


class Asked(Struct, frozen=True):
    """What a card is rendered of: its fields, by name, and the number of its gap, from 1."""

    fields: Mapping[str, str]
    gap: int
    side: Side


_FILTERS: Mapping[str, Callable[[str, Asked], str]] = {
    "cloze": lambda html, asked: with_gaps(html, asked.gap, asked.side),
    "cloze-only": lambda html, asked: ", ".join(gaps_of(html, asked.gap)),
    "text": lambda html, asked: read(html),
    "type": lambda html, asked: html if asked.side == "back" else "<input disabled>",
}


def render(template: str, asked: Asked) -> str:
    """One side of a card. A field that there is not is empty; filters of add-ons do nothing."""

    def says_something(name: str) -> bool:
        return bool(asked.fields.get(name, "").strip())

    found = parts(without(template, COMMENT), says_something)
    return "".join(p if isinstance(p, str) else _field(p, asked) for p in found)


def _field(field: Field, asked: Asked) -> str:
    html = asked.fields.get(field.name, "")
    for known in filter(None, map(_FILTERS.get, reversed(field.filters))):
        html = known(html, asked)
    return html
