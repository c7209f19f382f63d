"""Styles of a report. They stand apart because the command line has to know them to start."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """How a report is shown."""

    PRETTY = "pretty"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
