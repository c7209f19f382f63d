"""How a type describes itself, so that decoder and editor schema are walks over one description.

A frozen dataclass is a mapping: its fields are its keys (`held_by` is `held-by`, `from_` is
`from`), their types say what may stand there: `str` (text that is not empty), `bool`, `int`, a
StrEnum (a word of a closed set), a class with `parse` (a value with a grammar of its own),
`tuple[T, ...]`, `T | None`, another dataclass.
"""

from __future__ import annotations

import dataclasses
import functools
import sys
import types
import typing
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from studypress.diagnostics import Code

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


def key(doc: str, *, default: Any = dataclasses.MISSING) -> Any:
    """A field with its line of documentation."""
    return dataclasses.field(default=default, metadata={"doc": doc})


def beside(inline: Variant | Parts, *, default: Any) -> Any:
    """A field whose keys stand in the same mapping as the others."""
    return dataclasses.field(default=default, metadata={"inline": inline})


def pair(cls: type[T]) -> type[T]:
    """Mark a dataclass that is typed as one entry, `first: second`, or as the first alone."""
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
    """The keys of a dataclass: its own, and those of the groups that stand beside them."""

    type: type
    keys: tuple[Key, ...]
    inline: tuple[tuple[str, Variant | Parts], ...]
    has_origin: bool


@functools.cache
def describe(tp: type) -> Description:
    hints = typing.get_type_hints(tp)
    keys: list[Key] = []
    inline: list[tuple[str, Variant | Parts]] = []
    for field in dataclasses.fields(tp):
        if "inline" in field.metadata:
            inline.append((field.name, field.metadata["inline"]))
        elif hints[field.name] is not Origin:
            name = field.name.rstrip("_").replace("_", "-")
            required = field.default is dataclasses.MISSING
            doc = field.metadata.get("doc", "")
            keys.append(Key(name, field.name, hints[field.name], required, doc))
    return Description(tp, tuple(keys), tuple(inline), has_origin=Origin in hints.values())


def optional(tp: Any) -> Any:
    """`T` of `T | None`, else the type itself."""
    if isinstance(tp, types.UnionType):
        inner = [t for t in typing.get_args(tp) if t is not type(None)]
        if len(inner) == 1:
            return inner[0]
    return tp


_MOST_ENTRIES = 1_000


def most_entries(tp: Any) -> int:
    """How many entries a list of them may have: any number of records (questions, people, texts),
    since a file is bounded, and not so many of anything within a record."""
    is_record = dataclasses.is_dataclass(tp) and describe(typing.cast(type, tp)).has_origin
    return sys.maxsize if is_record else _MOST_ENTRIES
