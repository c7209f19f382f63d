"""YAML text to values. PyYAML is imported in this package only, and only by `source.read`.

`plain` reads what is plainly written, quickly and without columns; `read` anything, from libyaml's
`events` to positioned `nodes`, and mends likely `slips` so that the rest is read too. `writing` is
the way back.

Scalars stay the text that was typed (`no`, `010`, `12:30`) until a type asks for something else.
"""

from studypress.source.nodes import Document, Mapping, Node, Scalar, Sequence, by_line, span_at
from studypress.source.plain import Block, Declined, Plain, read_plain
from studypress.source.text import to_text
from studypress.source.writing import on_one_line, scalar

__all__ = [
    "Block",
    "Declined",
    "Document",
    "Mapping",
    "Node",
    "Plain",
    "Scalar",
    "Sequence",
    "by_line",
    "on_one_line",
    "read_plain",
    "scalar",
    "span_at",
    "to_text",
]
