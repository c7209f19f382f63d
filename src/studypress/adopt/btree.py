"""How long the schema of a database is, before SQLite reads it: that takes time that grows with the
square of its length, and nothing can stop it.

The list of tables is the table on page 1. https://sqlite.org/fileformat2.html#b_tree_pages
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import IO

from studypress.adopt.found import Refused

_LARGEST_SCHEMA = 2**18  # bytes; Anki's own takes some ten thousand
_HEADER = 100  # bytes of the file before the header of page 1
_INNER, _LEAF = 5, 13  # types of pages that hold a table
_PAGE_SIZE = struct.Struct(">16xH")
_PAGE = struct.Struct(">BHHHBL")  # type, free block, cells, content, fragments, last child (inner)
_LARGEST_PAGE = 65_536  # written as 1


def refuse_long_schema(path: Path) -> None:
    """Raises Refused; a file that is no database is left to SQLite."""
    with path.open("rb") as file:
        start = file.read(_HEADER + _PAGE.size)
        if len(start) < _HEADER + _PAGE.size:
            return
        (size,) = _PAGE_SIZE.unpack_from(start)
        size = _LARGEST_PAGE if size == 1 else size
        kind, _, cells, *_ = _PAGE.unpack_from(start, _HEADER)
        is_long = kind == _INNER and (
            (cells + 2) * size > _LARGEST_SCHEMA or not _are_leaves(file, start, size)
        )
    if is_long:
        raise Refused("its database has more tables than any of Anki's")


def _are_leaves(file: IO[bytes], start: bytes, size: int) -> bool:
    """Whether all pages below page 1 are the last ones."""
    _, _, cells, _, _, last = _PAGE.unpack_from(start, _HEADER)
    file.seek(_HEADER + _PAGE.size)
    places = struct.unpack(f">{cells}H", file.read(2 * cells).ljust(2 * cells, b"\0"))
    children = [last]
    for place in places:
        file.seek(place)
        children.append(int.from_bytes(file.read(4)))
    return all(_type(file, (child - 1) * size) == _LEAF for child in children)


def _type(file: IO[bytes], offset: int) -> int:
    file.seek(max(offset, 0))
    return int.from_bytes(file.read(1))
