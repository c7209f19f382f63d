"""Values as read to typed values, or diagnostics. Knows nothing of questions.

`shape` is how a type describes itself; `plain` decodes what is sound, quickly, `compile` anything,
and says what is wrong and where; `values` are single texts, numbers and words.
"""

from studypress.decode.compile import decode
from studypress.decode.plain import decode_plain
from studypress.decode.shape import (
    Key,
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
    "Key",
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
