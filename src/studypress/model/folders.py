"""Folders that a definition names, within the folder of definitions."""

from __future__ import annotations

import re
from typing import ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed

_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"


class Folder(Struct, frozen=True):
    """A path relative to `decks/` that cannot lead out of it: names joined by `/`."""

    path: str

    pattern: ClassVar[str] = rf"{_NAME}(?:/{_NAME})*"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Folder:
        """Raises Malformed."""
        if len(text) > 200 or not re.fullmatch(cls.pattern, text):
            message = f"`{text[:90]}` is not a folder within decks/"
            advice = "write it from decks/ on, as in `looks/school`, without `..`"
            raise Malformed(codes.BAD_FOLDER, message, advice)
        return cls(text)
