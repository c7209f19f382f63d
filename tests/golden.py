"""Golden files: readable text, compared whole.

`STUDYPRESS_UPDATE_GOLDEN=1 pytest` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str, folder: Path = FOLDER) -> None:
    path = folder / name
    if os.environ.get("STUDYPRESS_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
