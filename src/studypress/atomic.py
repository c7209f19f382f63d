"""Files and folders that are whole or not there at all, whenever a run is killed or a disk fills.

What is new is written beside the old under a name that begins with a dot, and then takes its place
in one step of the file system. What a killed run leaves beside it is removed by the next.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from hashlib import file_digest, sha256
from pathlib import Path

from studypress.bounded import read_within

_PATIENCE = 10.0  # seconds that one run waits for another to end its writing
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD
_MADE = ".made"  # what was written into a folder: hashes and names, for `sha256sum --check`
_LARGEST_LIST = 1 << 20  # bytes
_OF_SYSTEMS = {"Thumbs.db", "desktop.ini"}


class Busy(OSError):
    """Another run is writing there, and does not end."""


def write_files(files: Mapping[Path, bytes]) -> None:
    """Files that cannot be made again: a ledger, a lock. Raises OSError, Busy.

    All are on the disk before any takes an old one's place (`fsync`): after a power cut a file
    system may otherwise know of a new name and not of its content.
    """
    folders = sorted({path.parent for path in files})
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        for folder in folders:
            stack.enter_context(alone(folder))
        for path in files:
            stack.callback(_remove, _beside(path))
        for path, data in files.items():
            _write_to_disk(_beside(path), data)
        for path in files:
            _beside(path).replace(path)
        for folder in folders:
            _keep_names(folder)


def clear_beside(folder: Path, names: str) -> None:
    """Remove what killed runs left beside such files (`*.yaml`). Raises OSError, Busy."""
    with alone(folder):
        for path in folder.glob(f".{names}.new"):
            _remove(path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _write_to_disk(path: Path, data: bytes) -> None:
    _remove(path)  # what a killed run left, or a link that would lead elsewhere
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_folders(out: Path, folders: Mapping[str, Mapping[str, bytes]]) -> None:
    """Folders of files, by name: each is wholly of this run or as it was. Raises OSError, Busy.

    They can be made again, so the disk is not waited for. A folder is replaced only where all that
    it holds is as it was written: marks that were typed into a sheet there cannot be made again.
    """
    out.mkdir(parents=True, exist_ok=True)
    with alone(out):
        for name in folders:
            _refuse_what_is_not_ours(out / name)
        for name, files in folders.items():
            _write_folder(out / name, {**files, _MADE: _list(files)})


def _list(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return "".join(lines).encode()


def _refuse_what_is_not_ours(folder: Path) -> None:
    if folder.is_symlink() or not folder.exists():  # a link is replaced, not what it leads to
        return
    if not folder.is_dir():
        raise OSError(errno.EEXIST, "it is not a folder that studypress wrote", str(folder))
    made = _made(folder)
    for path in sorted(folder.iterdir()):
        if path.is_dir() or not (path.name in made or _is_of_system(path)):
            what = f"it holds `{path.name}`, which studypress did not write"
        elif path.name in made and _digest(path) != made[path.name]:
            what = f"`{path.name}` has changed since it was built"
        else:
            continue
        raise OSError(errno.EEXIST, what, str(folder))


def _digest(path: Path) -> str | None:
    """None for what is no file, such as a pipe, which would have no end."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _made(folder: Path) -> Mapping[str, str]:
    """The hashes of what was written there, by name; nothing where that is not known."""
    try:
        lines = read_within(folder / _MADE, _LARGEST_LIST).decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _is_of_system(path: Path) -> bool:
    """Systems leave files of their own in folders that are looked at: `.DS_Store`."""
    return path.name.startswith(".") or path.name in _OF_SYSTEMS


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    new, old = _beside(folder), folder.with_name(f".{folder.name}.old")
    _recover(folder, new, old)
    try:
        new.mkdir()
        for name, data in files.items():
            (new / name).write_bytes(data)
        _put_in_place(new, folder, old)
    finally:
        _remove(new)
        if folder.exists():
            _remove(old)


def _recover(folder: Path, new: Path, old: Path) -> None:
    """Undo a swap of two steps that was cut short between them."""
    if old.exists() and not folder.exists():
        old.rename(folder)
    _remove(old)
    _remove(new)


def _put_in_place(new: Path, folder: Path, old: Path) -> None:
    if not os.path.lexists(folder):
        new.rename(folder)
    elif not _exchanged(new, folder):
        folder.rename(old)
        new.rename(folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two names in one step, where the system can (Linux 3.15 on, glibc 2.28 on).

    Python has no function for it; the two renames that are the other way leave a moment in which
    there is neither.
    """
    import ctypes

    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    done = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return bool(done == 0)


def _remove(path: Path) -> None:
    """A folder, a file or a link, not what it leads to; what cannot be removed stays."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            path.chmod(stat.S_IRWXU)  # of one that was made read-only nothing could be removed
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _keep_names(folder: Path) -> None:
    """That a file has another content by now is a matter of its folder, too."""
    if os.name != "posix":
        return
    with suppress(OSError):  # some file systems sync no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While this lasts, no other run is in it with the same file or folder. Raises OSError, Busy.

    The system ends the lock with the process, however that ends. Windows locks no folders: there
    two runs at once are not kept apart.
    """
    if os.name != "posix":
        yield
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        until = time.monotonic() + _PATIENCE
        while not _locked(descriptor):
            if time.monotonic() > until:
                raise Busy(errno.EAGAIN, "another studypress is writing there", str(path))
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass  # a file system without locks
    return True
