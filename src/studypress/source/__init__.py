"""YAML text to positioned values. PyYAML is imported in this package only.

Scalars stay the text that was typed (`no`, `010`, `12:30`) until a type asks for something else.
"""

from studypress.source.events import quoted
from studypress.source.nodes import Mapping, Node, Scalar, Sequence, by_line, span_at
from studypress.source.read import Document, read

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "by_line",
    "quoted",
    "read",
    "span_at",
]
