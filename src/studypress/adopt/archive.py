"""A package as a file: a zip of which nothing is believed.

Three kinds are known, by the file `meta` in it or by what else is there: `collection.anki2`,
`collection.anki21`, and the current `collection.anki21b`, in which everything is compressed.
https://docs.ankiweb.net/exporting.html#packaged-decks
"""

from __future__ import annotations

import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from studypress.adopt import zstd
from studypress.adopt.found import Refused
from studypress.adopt.wire import parse
from studypress.adopted import NOT_AS_WRITTEN
from studypress.bounded import refuse_no_file

_LARGEST_DATABASE = 2**28
_LARGEST_MEDIA_FILE = 100 * 2**20  # AnkiWeb's own limit
_LARGEST_LIST = 4 * 2**20  # of the files in the zip, some 80,000, and of the media
_MOST_MEDIA = 2**31
_LONGEST_NAME = 255  # bytes
_CHUNK = 2**16
_ALWAYS, _TIMES = 2**22, 100  # what may be unpacked: so many bytes, and so often what is packed

# Where a zip's list of files is: APPNOTE 4.3.16 and 4.3.15.
_END = struct.Struct("<4s4HLLH")
_END_SIGNATURE, _LARGE_SIGNATURE, _LARGE_LOCATOR = b"PK\x05\x06", b"PK\x06\x07", 20
_LONGEST_COMMENT = 2**16

_COLLECTIONS = {1: "collection.anki2", 2: "collection.anki21", 3: "collection.anki21b"}
_CURRENT = 3  # PackageMetadata in Anki's import_export.proto

_TOO_LARGE = "`{}` in it is larger than this version reads"
_BROKEN = (
    *NOT_AS_WRITTEN,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


class MediaFile(Struct, frozen=True):
    """A file of media by its name, and under which name it stands in the zip."""

    name: str
    entry: str


class Package(Struct, frozen=True):
    """An open package; `version` says of what kind, `size` is that of its file in bytes."""

    archive: zipfile.ZipFile
    version: int
    size: int

    def extract_database(self, path: Path) -> None:
        """Raises Refused, and OSError where it cannot be written."""
        self._extract(_COLLECTIONS[self.version], path, _LARGEST_DATABASE)

    def media(self) -> tuple[MediaFile, ...]:
        """Every file of media that is there, once. Raises Refused."""
        with _one_line():
            named = dict(self._media_list())
            for name in named:
                _refuse_odd_name(name)
        held = set(self.archive.namelist())
        return tuple(MediaFile(name, entry) for name, entry in named.items() if entry in held)

    def extract_media(self, files: tuple[MediaFile, ...], folder: Path) -> None:
        """Write the files under their names. Raises Refused, and OSError."""
        left = min(_MOST_MEDIA, _unpacked(self.size))  # entries may overlap
        for file in files:
            left -= self._extract(file.entry, folder / file.name, min(left, _LARGEST_MEDIA_FILE))

    def _extract(self, entry: str, path: Path, most: int) -> int:
        """Returns the size."""
        with path.open("wb") as written:
            for chunk in self._chunks(entry, most):
                written.write(chunk)
            return written.tell()

    def _chunks(self, entry: str, most: int) -> Iterator[bytes]:
        with _one_line():
            told = self.archive.getinfo(entry)
            most = min(most, _unpacked(told.compress_size))
            if stat.S_ISLNK(told.external_attr >> 16):
                raise Refused(f"`{entry}` in it is a link, and not a file")
            if told.file_size > most:
                raise Refused(_TOO_LARGE.format(entry))
            with self.archive.open(entry) as packed:
                is_packed_twice = self.version == _CURRENT
                file = zstd.decompressed(packed) if is_packed_twice else packed
                while chunk := file.read(_CHUNK):
                    most -= len(chunk)
                    if most < 0:
                        raise Refused(_TOO_LARGE.format(entry))
                    yield chunk

    def _media_list(self) -> Iterator[tuple[str, str]]:
        if "media" not in self.archive.namelist():
            return
        data = b"".join(self._chunks("media", _LARGEST_LIST))
        if self.version == _CURRENT:
            for place, entry in enumerate(parse(data).messages(1)):
                yield entry.text(1), str(entry.number(255, place))
        else:
            listed = json.loads(data or b"{}")
            yield from ((str(name), str(int(entry))) for entry, name in listed.items())


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Raises Refused, and OSError where the file cannot be read."""
    refuse_no_file(path)
    with path.open("rb") as file:
        file.seek(0, 2)
        size = file.tell()
        file.seek(max(0, size - _LONGEST_COMMENT - _END.size - _LARGE_LOCATOR))
        _refuse_long_list(file.read())
        with _one_line():
            archive = zipfile.ZipFile(file)
            package = Package(archive, _version(archive), size)
        yield package


def _unpacked(size: int) -> int:
    """The most that is unpacked of so many bytes. Notes pack to a tenth, a bomb to a thousandth."""
    return _ALWAYS + _TIMES * size


def _version(archive: zipfile.ZipFile) -> int:
    names = set(archive.namelist())
    if "meta" in names:
        if archive.getinfo("meta").file_size > _CHUNK:
            raise Refused("its `meta` is not Anki's")
        version = parse(archive.read("meta")).number(1)
        if version not in _COLLECTIONS:
            raise Refused(
                "it is of a newer kind than this version knows; export it again, and tick "
                "“Support older Anki versions”"
            )
    else:
        version = 2 if _COLLECTIONS[2] in names else 1
    if _COLLECTIONS[version] not in names:
        raise Refused("there is no collection in it: it is not a package of Anki's")
    return version


def _refuse_long_list(tail: bytes) -> None:
    """The list of files is read into memory before anything else is known of them."""
    at = len(tail) - _END.size
    if at < 0 or tail[at : at + 4] != _END_SIGNATURE:
        at = tail.rfind(_END_SIGNATURE)
    if at < 0 or at + _END.size > len(tail):
        raise Refused("it is not a package of Anki's (an .apkg is a zip)")
    length = _END.unpack_from(tail, at)[5]
    is_large = tail[max(0, at - _LARGE_LOCATOR) :].startswith(_LARGE_SIGNATURE)
    if is_large or length > _LARGEST_LIST:
        raise Refused("it holds more files than this version reads")


def _refuse_odd_name(name: str) -> None:
    """A file of media has a plain name; a path could lead anywhere.

    Raises Refused, and ValueError for a name that cannot be written.
    """
    odd = {"", ".", ".."}
    if name in odd or any(c in "/\\:" or ord(c) < 32 for c in name):
        raise Refused(f"a file of media in it is called {name[:80]!r}, which is not a plain name")
    if len(name.encode()) > _LONGEST_NAME:
        raise Refused(f"a file of media in it has a name of {len(name)} characters")


@contextmanager
def _one_line() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise Refused(f"it is damaged ({error})") from error
