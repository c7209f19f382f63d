"""Decoding of single values: text, true and false, whole numbers, words of a closed set."""

from __future__ import annotations

import functools
from bisect import bisect
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from studypress import codes, source
from studypress.decode.shape import Malformed
from studypress.diagnostics import Code, Report
from studypress.source import Node, Scalar, Sequence


class Invalid:
    """Stands for a value that was reported."""


INVALID: Final = Invalid()


class Context(Struct, frozen=True):
    """Where faults go, and the file that they are in."""

    file: str
    report: Report

    def fault(self, code: Code, node: Node, message: str, advice: str) -> Invalid:
        self.report.add(code, node.span(self.file), message, help=advice)
        return INVALID


Decoder = Callable[[Node, Context], Any]


def converter(tp: Any) -> Callable[[str], Any]:
    """How the text of a scalar becomes a value of a type; it raises Malformed."""
    known = _CONVERT.get(tp)
    if known:
        return known
    if is_closed_set(tp):
        return functools.partial(_to_word, tp)
    parse: Callable[[str], Any] = tp.parse
    return parse


def is_closed_set(tp: Any) -> bool:
    """Whether the values of a type are words, with no grammar of their own."""
    return issubclass(tp, StrEnum) and not hasattr(tp, "parse")


def scalar_decoder(tp: Any) -> Decoder:
    convert = converter(tp)

    def scalar(node: Node, context: Context) -> Any:
        if isinstance(node, Sequence) and node.flow:
            message = "text stands in brackets, where every comma begins another value"
            advice = "write it without brackets; where they belong to it, put it in double quotes"
            return context.fault(codes.FREE_TEXT_IN_BRACKETS, node, message, advice)
        if not isinstance(node, Scalar):
            return context.fault(codes.WRONG_SHAPE, node, *unexpected("one value is", node))
        if not node.text.strip():
            message = "there is nothing here"
            return context.fault(
                codes.EMPTY_VALUE, node, message, "write a value, or delete the key"
            )
        return converted(node, convert, context)

    return scalar


def converted(node: Scalar, convert: Callable[[str], Any], context: Context) -> Any:
    """What a value's text stands for."""
    try:
        return convert(node.text)
    except Malformed as slip:
        return context.fault(slip.code, node, slip.message, slip.advice)


def unexpected(wanted: str, node: Node) -> tuple[str, str]:
    if isinstance(node, Sequence):
        advice = "write it on one line, after the key"
        return f"{wanted} expected here, and this is a list", advice
    if isinstance(node, source.Mapping):
        advice = "where it is text with a colon, put it in double quotes"
        return f"{wanted} expected here, and this has keys of its own", advice
    return f"{wanted} expected here, and this is text", "see `studypress explain Q105`"


def _to_text(text: str) -> str:
    if text.startswith("$") and text[1:2].isalpha() and " " not in text:
        raise Malformed(
            codes.REFERENCE_NOT_HERE,
            f"`{text}` is a reference, and this key takes text",
            "write the text itself",
        )
    return text.strip()


def _to_bool(text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise Malformed(
        codes.NOT_TRUE_OR_FALSE, f"`{text}` is neither true nor false", "write true or false"
    )


def _to_int(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 16:
        return int(text)
    raise Malformed(codes.NOT_A_NUMBER, f"`{text}` is not a whole number", "write digits only")


def _to_word(words: type[StrEnum], text: str) -> StrEnum:
    try:
        return words(text)
    except ValueError:
        known = [w.value for w in words]
        raise Malformed(
            codes.UNKNOWN_VALUE, f"unknown value `{text}`", meant(text, known)
        ) from None


_CONVERT: dict[Any, Callable[[str], Any]] = {str: _to_text, bool: _to_bool, int: _to_int}


def meant(text: str, known: list[str], *, otherwise: str = "") -> str:
    """ "Did you mean", or what there is to choose from, or what to do `otherwise`."""
    text = text.lower()[:_LONGEST_MEANT]
    close = get_close_matches(text, _near(text, tuple(known)), n=1, cutoff=0.6)
    if close:
        return f"did you mean `{close[0]}`?"
    return otherwise or "it is one of " + ", ".join(f"`{k}`" for k in known)


_LONGEST_MEANT = 80  # characters of what was typed that are compared
_FEW = 200  # words that are all compared


def _near(text: str, known: tuple[str, ...]) -> Iterable[str]:
    """All words, or of very many those that begin or end most nearly as the text does."""
    if len(known) <= _FEW:
        return known
    forwards, backwards = _both_ways(known)
    ends = (word[::-1] for word in _around(text[::-1], backwards))
    return dict.fromkeys((*_around(text, forwards), *ends))


@functools.lru_cache(maxsize=4)
def _both_ways(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    return sorted(known), sorted(word[::-1] for word in known)


def _around(text: str, words: list[str]) -> list[str]:
    at = bisect(words, text)
    return words[max(at - _FEW // 4, 0) : at + _FEW // 4]
