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
    """64 bits in hexadecimal, of a tree of dataclasses, tuples, text and numbers; `without` the
    fields of these names."""
    text = "".join(_written(value, without))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _written(value: Any, without: frozenset[str]) -> Iterator[str]:
    if is_dataclass(value):
        yield "{"
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name not in without and inner != field.default:
                yield f"{field.name}:"
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
