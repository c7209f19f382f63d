"""Zstandard, in which current packages are compressed; the library is an extra."""

from __future__ import annotations

from typing import IO, Protocol

from studypress.adopt.found import Refused

_LARGEST_WINDOW = 2**27  # what decompressing may take of memory, in bytes: the library's own limit


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def decompressed(packed: IO[bytes]) -> Readable:
    """Raises Refused without the library; reading raises ValueError where the data are damaged."""
    try:
        import zstandard
    except ImportError:
        raise Refused(
            "it is in Anki's current format, for which `pip install 'studypress[adopt]'` is "
            "needed; or export it again, and tick “Support older Anki versions”"
        ) from None
    reader = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).stream_reader(packed)
    return _Reader(reader, zstandard.ZstdError)


class _Reader:
    """Turns the library's errors into ValueError."""

    def __init__(self, reader: Readable, error: type[Exception]) -> None:
        self._reader = reader
        self._error = error

    def read(self, size: int, /) -> bytes:
        try:
            return self._reader.read(size)
        except self._error as error:
            raise ValueError(error) from error
