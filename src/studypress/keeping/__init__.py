"""Papers that were handed out, kept so that the same can be made for ever."""

from studypress.keeping.reading import (
    check_kept,
    facts_of_kept,
    layout_of,
    quiz_of,
    read_kept,
)
from studypress.keeping.writing import kept_file, kept_path

__all__ = [
    "check_kept",
    "facts_of_kept",
    "kept_file",
    "kept_path",
    "layout_of",
    "quiz_of",
    "read_kept",
]
