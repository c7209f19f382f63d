"""The tags of Anki's templates: fields `{{Field}}`, and conditions `{{#Field}}…{{/Field}}`.

https://docs.ankiweb.net/templates/generation.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_OPENS, _CLOSES = "#^", "/"


class Field(Struct, frozen=True):
    """A field that a template shows, and the filters before its name, as in `cloze:Text`."""

    name: str
    filters: tuple[str, ...]


def parts(template: str, says_something: Callable[[str], bool]) -> Iterator[str | Field]:
    """The text and the fields that are left of a template, in order, where its conditions hold.

    A condition that is never closed reaches to the end; what closes none is left out.
    """
    conditions = _Conditions([], 0)
    at = 0
    for tag in _TAG.finditer(template):
        if not conditions.unmet:
            yield template[at : tag.start()]
        at = tag.end()
        inner = tag[1].strip()
        mark, name = inner[:1], inner[1:].strip()
        if mark and mark in _OPENS:
            conditions.open(says_something(name) is (mark == "#"))
        elif mark == _CLOSES:
            conditions.close()
        elif not conditions.unmet:
            *filters, field = (part.strip() for part in inner.split(":"))
            yield Field(field, tuple(filters))
    if not conditions.unmet:
        yield template[at:]


class _Conditions(Struct):
    """Those that are open, and how many of them are not met."""

    met: list[bool]
    unmet: int

    def open(self, is_met: bool) -> None:  # noqa: FBT001  (a condition is one or the other)
        self.met.append(is_met)
        self.unmet += not is_met

    def close(self) -> None:
        if self.met:
            self.unmet -= not self.met.pop()
