"""Plain blocks to typed values, the quick way: no positions and no reports.

At the first thing that is not sound it gives up, and the file is read and decoded with care
(`compile`), which says what is wrong and where. What it does accept has the same value; a property
in `tests/test_plain.py` holds the two together.
"""

from __future__ import annotations

import functools
import typing
from collections import defaultdict
from collections.abc import Callable
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

from studypress.decode.shape import (
    Description,
    Malformed,
    Origin,
    Parts,
    Variant,
    describe,
    is_mapping,
    most_entries,
    optional,
)
from studypress.decode.values import converter, is_closed_set
from studypress.source import Block, Declined, Plain

T = TypeVar("T")
_TO_TEXT = converter(str)
Decoder = Callable[[Plain, str], Any]  # from the value, and the file that it stands in


def decode_plain(block: Block, tp: type[T], file: str) -> T:
    """The typed value of a block. Raises Declined."""
    try:
        return typing.cast(T, _decoder(typing.cast(Any, tp))(block, file))
    except (Malformed, LookupError, TypeError) as fault:
        raise Declined from fault


@functools.cache
def _decoder(tp: Any) -> Decoder:
    tp = optional(tp)
    if typing.get_origin(tp) is tuple:
        return _list_decoder(typing.get_args(tp)[0])
    if not is_mapping(tp):
        return _text_decoder(tp)
    description = describe(tp)
    if hasattr(tp, "__pair__"):
        return _pair_decoder(description)
    return _grouped_decoder(description) if description.inline else _block_decoder(description)


def _text_decoder(tp: Any) -> Decoder:
    convert = _converter(tp)

    def text(value: Plain, file: str) -> Any:
        if not isinstance(value, str):
            raise Declined
        return convert(value)

    return _string if tp is str else text


def _string(value: Plain, file: str) -> str:
    if not isinstance(value, str):
        raise Declined
    return _TO_TEXT(value) if value[0] == "$" else value.strip()


def _converter(tp: Any) -> Callable[[str], Any]:
    return {word.value: word for word in tp}.__getitem__ if is_closed_set(tp) else converter(tp)


def _list_decoder(tp: Any) -> Decoder:
    inner = _decoder(tp)
    loose = tp is str or getattr(tp, "loose", False) or hasattr(tp, "__pair__")
    most = most_entries(tp)

    def items(value: Plain, file: str) -> Any:
        if isinstance(value, tuple):
            if loose and not all(word.startswith("$") for word in value):
                raise Declined
        elif not isinstance(value, list):
            raise Declined
        if len(value) > most:
            raise Declined
        return tuple(map(inner, value, repeat(file)))

    return items


def _pair_decoder(description: Description) -> Decoder:
    first, second = description.keys
    convert, decode_second = _converter(optional(first.type)), _decoder(second.type)
    make = description.type

    def entry(value: Plain, file: str) -> Any:
        if isinstance(value, Block) and len(value) == 1:
            ((name, inner),) = value.items()
            return make(convert(name), decode_second(inner, file))
        if not isinstance(value, str) or second.required:
            raise Declined
        return make(convert(value), None)

    return entry


class _Slot(NamedTuple):
    """Where the value of a key goes: a field of the type, or of a group of keys beside its own."""

    group: type | None
    field: str
    decode: Decoder


def _slots(tp: type, group: type | None = None) -> dict[str, _Slot]:
    return {k.name: _Slot(group, k.field, _decoder(k.type)) for k in describe(tp).keys}


def _block_decoder(description: Description) -> Decoder:
    make, has_origin = description.type, description.has_origin
    slots = _slots(make)

    def block(value: Plain, file: str) -> Any:
        if not isinstance(value, Block):
            raise Declined
        fields: dict[str, Any] = {"origin": Origin(file, value.line)} if has_origin else {}
        for name, inner in value.items():
            _, field, decode = slots[name]
            fields[field] = decode(inner, file)
        return make(**fields)

    return block


def _grouped_decoder(description: Description) -> Decoder:
    """For a type with groups of keys beside its own: one that a word decides, and any others."""
    make = description.type
    (known, variant), (parts, others) = description.inline
    assert isinstance(variant, Variant)
    assert isinstance(others, Parts)
    always = dict(_slots(make))
    for tp in others.types:
        always |= _slots(tp, tp)
    tables = {word: always | _slots(tp, tp) for word, tp in variant.types.items()}

    def block(value: Plain, file: str) -> Any:
        if not isinstance(value, Block):
            raise Declined
        word: Any = value.get(variant.by)
        slots = tables[word] if word is not None else always
        fields: dict[str, Any] = {"origin": Origin(file, value.line)}
        groups: dict[type, dict[str, Any]] = defaultdict(dict)
        for name, inner in value.items():
            group, field, decode = slots[name]
            if group is None:
                fields[field] = decode(inner, file)
            else:
                groups[group][field] = decode(inner, file)
        if word is not None:
            kind = variant.types[word]
            fields[known] = kind(**groups.pop(kind, {}))
        fields[parts] = tuple([tp(**groups[tp]) for tp in others.types if tp in groups])
        return make(**fields)

    return block
