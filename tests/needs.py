"""What some tests need and a machine may not have."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str, reason: str) -> NoReturn:
    """Skip the test, or the module; fail where `STUDYPRESS_<what>=required`."""
    if os.environ.get(f"STUDYPRESS_{what}") == "required":
        pytest.fail(f"STUDYPRESS_{what}=required, and {reason}", pytrace=False)
    pytest.skip(reason, allow_module_level=True)
