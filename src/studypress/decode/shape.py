"""How a type describes itself, so that decoder and editor schema are walks over one description.

A frozen Struct is a mapping: its fields are its keys (`held_by` is `held-by`, `from_` is `from`),
their types say what may stand there: `str` (text that is not empty), `bool`, `int`, a StrEnum (a
word of a closed set), a class with `parse` (a value with a grammar of its own), `tuple[T, ...]`,
`T | None`, another Struct. `Annotated[T, "…"]` adds a line of documentation; with a Variant or
Parts in its place, the field's keys stand beside the others. `mistaken` of the class names keys
that people type for those that they mean.
"""

from __future__ import annotations

import functools
import sys
import types
import typing
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from studypress.diagnostics import Code
from studypress.limits import MOST_ENTRIES

T = TypeVar("T")


class Malformed(ValueError):
    """Raised by a type's `parse`: which code, what is wrong, and what to write.

    Such a type has `pattern`, a regular expression for editors that is looser than `parse`, and
    `loose`, true where its values are free text, which must not stand in a list in brackets. Where
    it has `several`, a list of its values may also be typed as the one number that this takes.
    """

    def __init__(self, code: Code, message: str, advice: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice


class Origin(NamedTuple):
    """Where a value was written; a field of this type is filled in by the decoder."""

    file: str
    line: int


class Variant(NamedTuple):
    """The keys of this field stand beside the others; `by` names the key that decides which."""

    by: str
    types: Mapping[str, type]


class Parts(NamedTuple):
    """Groups of keys that stand beside the others, each read where one of its keys is present."""

    types: tuple[type, ...]


def pair(cls: type[T]) -> type[T]:
    """Mark a Struct that is typed as one entry, `first: second`, or as the first alone."""
    cls.__pair__ = True  # type: ignore[attr-defined]
    return cls


class Key(NamedTuple):
    """One key of a mapping: how it is typed, its type, and whether it may be left out."""

    name: str
    field: str
    type: Any
    required: bool
    doc: str


class Description(NamedTuple):
    """The keys of a Struct: its own, and those of the groups that stand beside them."""

    type: type[Struct]
    keys: tuple[Key, ...]
    inline: tuple[tuple[str, Variant | Parts], ...]
    has_origin: bool
    mistaken: Mapping[str, str]


def is_mapping(tp: Any) -> bool:
    """Whether values of a type are typed as keys and values."""
    return isinstance(tp, type) and issubclass(tp, Struct) and not hasattr(tp, "parse")


def is_list_of_text(tp: Any) -> bool:
    """Whether values of a type are typed as a list of text; where such a key is required, the list
    is not empty."""
    return typing.get_origin(tp) is tuple and typing.get_args(tp)[0] is str


@functools.cache
def describe(tp: type[Struct]) -> Description:
    hints = typing.get_type_hints(tp, include_extras=True)
    keys: list[Key] = []
    inline: list[tuple[str, Variant | Parts]] = []
    fields = tp.__struct_fields__
    for at, field in enumerate(fields):
        hint, said = _hint(hints[field])
        if isinstance(said, Variant | Parts):
            inline.append((field, said))
        elif hint is not Origin:
            required = at < len(fields) - len(tp.__struct_defaults__)
            keys.append(Key(field.rstrip("_").replace("_", "-"), field, hint, required, said))
    mistaken = getattr(tp, "mistaken", {})
    return Description(tp, tuple(keys), tuple(inline), Origin in hints.values(), mistaken)


def _hint(hint: Any) -> tuple[Any, Any]:
    """A field's type, and what is said of it."""
    if typing.get_origin(hint) is not typing.Annotated:
        return hint, ""
    tp, said = typing.get_args(hint)
    return tp, said


def optional(tp: Any) -> Any:
    """`T` of `T | None`, else the type itself."""
    if isinstance(tp, types.UnionType):
        inner = [t for t in typing.get_args(tp) if t is not type(None)]
        if len(inner) == 1:
            return inner[0]
    return tp


def most_entries(tp: Any) -> int:
    """How many entries a list of them may have: any number of records (questions, people, texts),
    since a file is bounded, and not so many of anything within a record."""
    is_record = is_mapping(tp) and describe(tp).has_origin
    return sys.maxsize if is_record else MOST_ENTRIES
