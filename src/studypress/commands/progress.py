"""One line on a terminal that says what is being made, and is gone at the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from studypress.outputs.built import Tell, silent


@contextmanager
def progress(stream: TextIO) -> Iterator[Tell]:
    """Where the stream is no terminal, nothing is shown."""
    if not stream.isatty():
        yield silent
        return
    shown = 0

    def tell(said: str) -> None:
        nonlocal shown
        line = said[: shutil.get_terminal_size().columns - 1]
        stream.write(f"\r{line:<{shown}}")
        stream.flush()
        shown = len(line)

    try:
        yield tell
    finally:
        stream.write("\r" + " " * shown + "\r")
        stream.flush()
