"""How a report is shown. It stands apart because the command line has to know it to start."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """The choices of `--format`."""

    PRETTY = "pretty"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
