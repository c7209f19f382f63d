"""What a quiz can be made into besides pages, and what each needs that is not always installed."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from enum import StrEnum
from importlib import import_module


class Extra(StrEnum):
    """A kind of file, and the name of the extra that makes it: `studypress[pdf]`."""

    DOCX = "docx"
    PDF = "pdf"


_LIBRARIES = {Extra.DOCX: "docx", Extra.PDF: "weasyprint"}
_PANGO = "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#installation"


def advice(extra: Extra) -> str | None:
    """One line on how to get what is missing; None where nothing is."""
    try:
        with redirect_stdout(io.StringIO()):  # WeasyPrint says at length what it cannot load
            import_module(_LIBRARIES[extra])
    except ImportError:
        return f"--{extra} needs an extra: pip install 'studypress[{extra}]'"
    except OSError:
        return f"--{extra} needs the library Pango, which pip cannot install: see {_PANGO}"
    return None
