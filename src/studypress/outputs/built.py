"""What is made of one definition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Length:
    """How many pages the paper in `file` has; `name` is its version, as people say it."""

    name: str
    file: str
    pages: int
    is_exact: bool = False

    @property
    def sheets(self) -> int:
        """Printed on both sides."""
        return -(-self.pages // 2)


@dataclass(frozen=True, slots=True)
class Built:
    """Files by name, and of papers how long they are and which texts were not at hand."""

    files: Mapping[str, bytes]
    lengths: tuple[Length, ...] = ()
    not_at_hand: tuple[str, ...] = ()


def silent(said: str) -> None:
    """Tells nobody what is being made."""
