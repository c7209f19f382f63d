"""What a value says, as a few letters and digits: the same on any machine and for ever.

A field that is not set is left out, so that values keep their fingerprint when a class gets a new
one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def fingerprint(value: Any, without: frozenset[str] = frozenset()) -> str:
    """64 bits in hexadecimal, of a tree of records, tuples, text and numbers; `without` the fields
    of these names."""
    text = "".join(_written(value, without))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _written(value: Any, without: frozenset[str]) -> Iterator[str]:
    record = _fields(value)
    if record is not None:
        yield "{"
        for name, inner, default in record:
            if name not in without and inner != default:
                yield f"{name}:"
                yield from _written(inner, without)
                yield ","
        yield "}"
    elif isinstance(value, tuple):
        yield "["
        for inner in value:
            yield from _written(inner, without)
            yield ","
        yield "]"
    else:
        yield json.dumps(value, ensure_ascii=False)


def _fields(value: Any) -> list[tuple[str, Any, Any]] | None:
    """Name, value and default of each field of a dataclass or a named tuple."""
    if is_dataclass(value):
        return [(f.name, getattr(value, f.name), f.default) for f in fields(value)]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        defaults: dict[str, Any] = value._field_defaults  # type: ignore[attr-defined]
        return [(name, getattr(value, name), defaults.get(name, _NONE)) for name in value._fields]
    return None


_NONE = object()
