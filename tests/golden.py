"""Golden files: readable text, compared whole.

`STUDYPRESS_UPDATE_GOLDEN=1 pytest` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """The text is what stands in the file of that name, to the last line end."""
    path = FOLDER / name
    if os.environ.get("STUDYPRESS_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == text
