"""How a command ends where something went wrong: in one line that says what to do.

A traceback is for whoever mends studypress: `--debug` before the command, or STUDYPRESS_DEBUG=1.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Callable, Mapping
from itertools import takewhile
from pathlib import Path

_INTERRUPTED = 128 + 2  # what a shell makes of SIGINT
_ESCAPES = "studypress.escapes"
_OUTPUT = "cannot write to standard output: "
_MISTAKE = "that is a mistake in studypress; --debug before the command shows more for a report"
_ADVICE: Mapping[int, str] = {
    errno.EACCES: "see who may read and write there",
    errno.EPERM: "see who may read and write there",
    errno.EROFS: "name another folder to write to",
    errno.ENOSPC: "make room, and run it again; what was there is as it was",
    errno.EDQUOT: "make room, and run it again; what was there is as it was",
    errno.EFBIG: "allow larger files, and run it again; what was there is as it was",
    errno.ENOENT: "see whether its path is written as it should be",
    errno.ENOTDIR: "a file stands where a folder is needed; name another folder",
    errno.EISDIR: "a folder stands where a file is needed; move it",
    errno.EEXIST: "move it elsewhere, or name another folder to write to",
    errno.EAGAIN: "run it again when that has ended",
    errno.EMFILE: "close other programs, or allow more open files",
    errno.ENAMETOOLONG: "name a folder with a shorter path",
}


def reason(error: OSError) -> str:
    """What the system says, and what to do about it."""
    said = error.strerror or str(error) or type(error).__name__
    advice = _ADVICE.get(error.errno or 0)
    return f"{said}; {advice}" if advice else said


def on_one_line(message: str) -> str:
    """What a message quotes may hold line ends, and what moves a terminal's cursor."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)


def named(error: OSError, otherwise: Path | str) -> str:
    """The file that an error is about: of a renaming, the one whose place was to be taken."""
    names = (error.filename2, error.filename)
    return next((name for name in names if isinstance(name, str)), str(otherwise))


def guarded(command: Callable[[], object]) -> int:
    """Run a command; the exit status. It lets a traceback through where that was asked for."""
    _open_what_is_closed()
    _escape_what_cannot_be_shown()
    try:
        status = _status(command)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read has read enough, as in `studypress list | head`
        status = 1
    except OSError as error:
        if _debugs():
            raise
        status = _say(f"{_OUTPUT}{reason(error)}")
    else:
        return status
    _drop_output()
    return status


def _status(command: Callable[[], object]) -> int:
    try:
        command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return _say("interrupted; what was there is as it was", _INTERRUPTED)
    except BrokenPipeError:
        raise
    except OSError as error:
        if _debugs():
            raise
        no_room = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
        if what := named(error, ""):
            what = f"cannot write {what}" if no_room else what
            return _say(f"{what}: {reason(error)}")
        return _say(f"{_OUTPUT if no_room else ''}{reason(error)}")
    except MemoryError:
        return _say("the memory is full; close other programs, or build one definition at a time")
    except Exception as mistake:
        if _debugs():
            raise
        return _say(f"{type(mistake).__name__}: {_first_line(mistake)}; {_MISTAKE}")
    return 0


def _first_line(mistake: Exception) -> str:
    return next(iter(str(mistake).splitlines()), "")[:200]


def _debugs() -> bool:
    before_the_command = takewhile(lambda word: word.startswith("-"), sys.argv[1:])
    return "--debug" in before_the_command or os.environ.get("STUDYPRESS_DEBUG", "") not in (
        "",
        "0",
    )


def _say(message: str, status: int = 1) -> int:
    try:
        sys.stderr.write(f"studypress: {on_one_line(message)}\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody listens
    return status


def _open_what_is_closed() -> None:
    """Python has None for a stream that was closed before it began, as by `>&-`."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115


def _escape_what_cannot_be_shown() -> None:
    """A terminal that is not UTF-8 shows escapes that are also sound in JSON."""
    codecs.register_error(_ESCAPES, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_ESCAPES)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2] for at in range(0, len(units), 2))
    return "".join(f"\\u{int.from_bytes(pair):04x}" for pair in pairs), error.end


def _drop_output() -> None:
    """Python flushes what is left of the output as it ends, and would complain once more."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
