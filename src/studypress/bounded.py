"""Files that somebody else may have made: read up to a bound, and only where they are files."""

from __future__ import annotations

from errno import EINVAL
from pathlib import Path


def read_within(path: Path, most: int) -> bytes:
    """At most so many bytes. Raises OSError, also for more, and for a device or a pipe, which would
    have no end."""
    refuse_no_file(path)
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(EINVAL, f"it has more than {most:,} bytes", str(path))
    return data


def refuse_no_file(path: Path) -> None:
    """Raises OSError for what is there and is not a file."""
    if path.exists() and not path.is_file():
        raise OSError(EINVAL, "it is not a file", str(path))
