"""Which cards a note of a foreign note type makes, by Anki's rules.

https://docs.ankiweb.net/templates/generation.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from studypress.outputs.anki.gaps import numbers
from studypress.outputs.anki.reading import COMMENT, without
from studypress.outputs.anki.tags import Field, parts

MOST_GAPS = 500
CLOZE = 1  # the type of note types that make a card a gap

_NOTHING = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)


def ordinals(stated: Mapping[str, Any], fields: Mapping[str, str]) -> frozenset[int]:
    """The numbers, from 0, of the templates or gaps that make a card of these fields."""
    if stated["type"] == CLOZE:
        found = frozenset[int]().union(*map(numbers, fields.values()))
        return frozenset(min(max(n, 1), MOST_GAPS) - 1 for n in found)
    said = saying(fields)
    return frozenset(
        ordinal
        for ordinal, template in enumerate(stated["tmpls"])
        if any(field.name in said for field in shown(template["qfmt"], said))
    )


def saying(fields: Mapping[str, str]) -> frozenset[str]:
    """The fields that say something: more than spaces and empty lines."""
    return frozenset(name for name, html in fields.items() if not _NOTHING.fullmatch(html))


def shown(template: str, said: frozenset[str]) -> Iterator[Field]:
    """The fields that one side of a card shows where these say something, in order."""
    found = parts(without(template, COMMENT), said.__contains__)
    return (part for part in found if isinstance(part, Field))
