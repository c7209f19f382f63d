"""Positioned values to typed values, or diagnostics. Knows nothing of questions."""

from studypress.decode.compile import decode
from studypress.decode.plain import decode_plain
from studypress.decode.shape import (
    Malformed,
    Origin,
    Parts,
    Variant,
    describe,
    is_mapping,
    optional,
    pair,
)
from studypress.decode.values import meant

__all__ = [
    "Malformed",
    "Origin",
    "Parts",
    "Variant",
    "decode",
    "decode_plain",
    "describe",
    "is_mapping",
    "meant",
    "optional",
    "pair",
]
