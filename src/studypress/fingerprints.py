"""What a value says, as a few letters and digits: the same on any machine and for ever.

A field that is not set is left out, so that values keep their fingerprint when a class gets a new
one. The names of fields are part of it, as msgspec encodes them: a field is renamed without losing
all kept papers where its class says what it was called (`rename`). The example of Q515 tells.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct


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
    """Name, value and default of each field of a record."""
    if not isinstance(value, Struct):
        return None
    fields, names = value.__struct_fields__, value.__struct_encode_fields__
    defaults = (_NONE,) * (len(fields) - len(value.__struct_defaults__)) + value.__struct_defaults__
    return [
        (name, getattr(value, field), default)
        for field, name, default in zip(fields, names, defaults, strict=True)
    ]


_NONE = object()
