"""What is made of one definition."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from studypress.languages import PaperSize

Tell = Callable[[str], None]


class Length(Struct, frozen=True):
    """The fewest and the most pages of a size that the paper in `file` has; `name` is its version,
    as people say it."""

    name: str
    file: str
    fewest: int
    most: int
    size: PaperSize
    is_exact: bool = False


class Built(Struct, frozen=True):
    """Files by name, and of papers how long they are and which texts were not at hand."""

    files: Mapping[str, bytes]
    lengths: tuple[Length, ...] = ()
    not_at_hand: tuple[str, ...] = ()


class UntrustedLook(Exception):
    """Raised where a quiz has a look of its own and whoever builds has not allowed it."""

    def __init__(self, definition: str, folder: str) -> None:
        super().__init__(definition, folder)
        self.definition = definition
        self.folder = folder


class BrokenLook(Exception):
    """Raised where a file of a look cannot be used: which file, in which line, and why."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(file, line, message)
        self.file = file
        self.line = line
        self.message = message


def silent(said: str) -> None:
    """Tells nobody what is being made."""
