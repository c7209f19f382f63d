"""One decoder a type, compiled once: lists, entries and mappings out of single values."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from studypress import codes, source
from studypress.decode.shape import (
    Description,
    Key,
    Origin,
    Parts,
    Variant,
    describe,
    is_list_of_text,
    is_mapping,
    most_entries,
    optional,
)
from studypress.decode.values import (
    INVALID,
    Context,
    Decoder,
    converted,
    meant,
    scalar_decoder,
    unexpected,
)
from studypress.diagnostics import Report
from studypress.source import Node, Scalar, Sequence

T = TypeVar("T")


def decode(node: Node, tp: type[T], file: str, report: Report) -> T | None:
    """The typed value of a node, or None where something in it was reported."""
    value = decoder_for(typing.cast(Any, tp))(node, Context(file, report))
    return None if value is INVALID else typing.cast(T, value)


@functools.cache
def decoder_for(tp: Any) -> Decoder:
    tp = optional(tp)
    if typing.get_origin(tp) is tuple:
        return _list_decoder(typing.get_args(tp)[0])
    if is_mapping(tp):
        if hasattr(tp, "__pair__"):
            return _pair_decoder(describe(tp))
        return _mapping_decoder(describe(tp))
    return scalar_decoder(tp)


def _list_decoder(tp: Any) -> Decoder:
    inner = decoder_for(tp)
    loose = tp is str or getattr(tp, "loose", False) or hasattr(tp, "__pair__")
    most = most_entries(tp)
    several = getattr(tp, "several", None)

    def sequence(node: Node, context: Context) -> Any:
        if not isinstance(node, Sequence):
            if several and isinstance(node, Scalar) and node.text.strip():
                return converted(node, several, context)
            return _not_a_list(node, tp, context)
        if node.flow and loose and not all(_may_stand_in_brackets(i) for i in node.items):
            return context.fault(
                codes.FREE_TEXT_IN_BRACKETS,
                node,
                "free text stands in brackets, where every comma begins another value",
                "write one thing a line, each after `- `",
            )
        if len(node.items) > most:
            message = f"this list has {len(node.items):,} entries; it may have {most:,}"
            return context.fault(codes.TOO_LARGE, node, message, "shorten it")
        values = [inner(item, context) for item in node.items]
        return INVALID if any(v is INVALID for v in values) else tuple(values)

    return sequence


def _not_a_list(node: Node, tp: Any, context: Context) -> Any:
    if isinstance(node, Scalar) and not node.text.strip():
        advice = "write one thing a line below it, each after `- `, or delete the key"
        return context.fault(codes.EMPTY_VALUE, node, "there is nothing here", advice)
    message, _ = unexpected("a list is", node)
    advice = "write one thing a line, each after `- `"
    if is_mapping(tp) and not hasattr(tp, "__pair__"):
        advice = f"begin each entry, below the key, with `- {describe(tp).keys[0].name}: …`"
    return context.fault(codes.WRONG_SHAPE, node, message, advice)


def _may_stand_in_brackets(item: Node) -> bool:
    return (
        isinstance(item, Scalar)
        and item.plain
        and item.text.startswith("$")
        and " " not in item.text
    )


def _pair_decoder(description: Description) -> Decoder:
    first, second = description.keys
    decode_first, decode_second = decoder_for(first.type), decoder_for(second.type)

    def entry(node: Node, context: Context) -> Any:
        if isinstance(node, source.Mapping) and len(node.entries) == 1:
            name, value = node.entries[0]
            values = (decode_first(name, context), decode_second(value, context))
        elif isinstance(node, Scalar) and not second.required:
            values = (decode_first(node, context), None)
        else:
            advice = f"write `{first.name}: {second.name}` on one line"
            message = f"one entry, {first.name} and {second.name}, is expected here"
            return context.fault(codes.WRONG_SHAPE, node, message, advice)
        return INVALID if INVALID in values else description.type(*values)

    return entry


class _Keys(typing.NamedTuple):
    """Decoders of the keys of one description."""

    description: Description
    own: tuple[tuple[Key, Decoder], ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(key.name for key, _ in self.own)


@functools.cache
def _keys(tp: type) -> _Keys:
    description = describe(tp)
    return _Keys(description, tuple((key, decoder_for(key.type)) for key in description.keys))


Entries = dict[str, tuple[Scalar, Node]]


def _mapping_decoder(description: Description) -> Decoder:
    def mapping(node: Node, context: Context) -> Any:
        if not isinstance(node, source.Mapping):
            message, _ = unexpected("keys and values are", node)
            advice = f"write its keys one a line, as in `{description.keys[0].name}: …`"
            return context.fault(codes.WRONG_SHAPE, node, message, advice)
        entries = {name.text: (name, value) for name, value in node.entries}
        values, known = _own_values(_keys(description.type), node, entries, context)
        for field, inline in description.inline:
            if isinstance(inline, Variant):
                values[field], more = _variant(inline, node, entries, context)
            else:
                values[field], more = _parts(inline, node, entries, context)
            known |= more
        clean = _refuse_unknown(description, entries, known, context)
        if not clean or any(v is INVALID for v in values.values()):
            return INVALID
        return description.type(**values)

    return mapping


def _own_values(
    keys: _Keys, node: source.Mapping, entries: Entries, context: Context
) -> tuple[dict[str, Any], set[str]]:
    values: dict[str, Any] = {}
    for key, decoder in keys.own:
        if key.name in entries:
            values[key.field] = decoder(entries[key.name][1], context)
            if values[key.field] == () and key.required and is_list_of_text(key.type):
                message = f"`{key.name}` is empty"
                advice = "write at least one"
                fault = context.fault(codes.EMPTY_VALUE, entries[key.name][1], message, advice)
                values[key.field] = fault
        elif key.required:
            message = f"`{key.name}` is missing"
            advice = f"add `{key.name}:`" + (f" ({key.doc})" if key.doc else "")
            values[key.field] = context.fault(codes.MISSING_KEY, node, message, advice)
    if keys.description.has_origin:
        values["origin"] = Origin(context.file, node.span(context.file).line or node.line)
    return values, set(keys.names)


def _variant(
    variant: Variant, node: source.Mapping, entries: Entries, context: Context
) -> tuple[Any, set[str]]:
    """The keys that the word under `variant.by` asks for; None where there is no such word."""
    word = entries[variant.by][1] if variant.by in entries else None
    tp = variant.types.get(word.text) if isinstance(word, Scalar) else None
    if tp is None:
        return None, {name for t in variant.types.values() for name in _keys(t).names}
    values, names = _own_values(_keys(tp), node, entries, context)
    return INVALID if any(v is INVALID for v in values.values()) else tp(**values), names


def _parts(
    parts: Parts, node: source.Mapping, entries: Entries, context: Context
) -> tuple[Any, set[str]]:
    found: list[Any] = []
    known: set[str] = set()
    for tp in parts.types:
        keys = _keys(tp)
        known |= keys.names
        if keys.names & entries.keys():
            values, _ = _own_values(keys, node, entries, context)
            found.append(INVALID if any(v is INVALID for v in values.values()) else tp(**values))
    return INVALID if INVALID in found else tuple(found), known


def _refuse_unknown(
    description: Description, entries: Entries, known: set[str], context: Context
) -> bool:
    available = sorted(known)
    refused: list[str] = []
    for name, (scalar, _) in entries.items():
        if name in known:
            continue
        refused.append(name)
        elsewhere = sorted(_kinds_with(description, name))
        if elsewhere:
            by, words = elsewhere[0][0], ", ".join(f"`{word}`" for _, word in elsewhere)
            context.fault(
                codes.KEY_OF_OTHER_KIND,
                scalar,
                f"`{name}` is not a key of this {by}",
                f"it goes with {words}",
            )
        else:
            advice = (
                _meant(name, available, description) if len(refused) <= _MOST_MEANT else "delete it"
            )
            context.fault(codes.UNKNOWN_KEY, scalar, f"unknown key `{name}`", advice)
    return not refused


def _meant(name: str, available: list[str], description: Description) -> str:
    key = description.mistaken.get(name.lower())
    return f"did you mean `{key}`?" if key in available else meant(name, available)


_MOST_MEANT = 20  # unknown keys of one mapping for which it is asked what was meant


def _kinds_with(description: Description, name: str) -> Iterator[tuple[str, str]]:
    for _, inline in description.inline:
        if isinstance(inline, Variant):
            yield from (
                (inline.by, word) for word, t in inline.types.items() if name in _keys(t).names
            )
