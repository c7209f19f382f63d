"""The console script and `python -m studypress`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from studypress import __version__


def main() -> None:
    """`--version` is answered before the command line, which takes longer to import, is needed."""
    try:
        status = _status()
    except KeyboardInterrupt:  # before what would say so was imported
        status = 128 + 2  # what a shell makes of SIGINT
    os._exit(status)  # to free all that was made, one by one, takes a twentieth of the time


def _status() -> int:
    if sys.argv[1:] == ["--version"]:
        with suppress(OSError):  # said by the command line, where it cannot be written
            print(f"studypress {__version__}", flush=True)
            return 0
    gc.disable()  # nearly all that is made is kept until the end, which is near
    from studypress.commands.leaving import guarded

    status = guarded(_command_line)
    if sys.stderr:
        sys.stderr.flush()
    return status


def _command_line() -> None:
    from studypress.cli import app

    app()


if __name__ == "__main__":
    main()
