"""The kinds of pages: what each is made with."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from studypress.languages.catalogue import PaperWords


class Design(Struct, frozen=True):
    """How a page is made: its template and style sheets; its name, where it is not the paper
    itself, and what stands at the right of the second page and those after it.

    `longest_title` is how many characters leave room for that. The sheet `look` is empty: it is
    there to be replaced, and gives way to large print.
    """

    body: str
    sheets: tuple[str, ...]
    name: Callable[[PaperWords], str]
    beside: Callable[[PaperWords], str]
    longest_title: int = 64


PAPER = Design(
    "paper.html.j2",
    ("sizes", "common", "paper", "screen", "print", "look"),
    name=lambda words: "",
    beside=lambda words: f"{words.name} {'_' * 30}",
)
LARGE = Design(
    "paper.html.j2",
    ("sizes", "common", "paper", "screen", "print", "look", "large"),
    name=lambda words: words.large_print,
    beside=lambda words: f"{words.name} {'_' * 20}",
    longest_title=40,
)
KEY = Design(
    "key.html.j2",
    ("sizes", "common", "marker", "key", "screen", "print", "look"),
    name=lambda words: words.answer_key,
    beside=lambda words: words.warning,
)
READING = Design(
    "reading.html.j2",
    ("sizes", "common", "reading", "screen", "print", "look"),
    name=lambda words: words.for_reading,
    beside=lambda words: "",
)
TABLE = Design(
    "table.html.j2",
    ("sizes", "common", "marker", "table", "screen", "print", "look"),
    name=lambda words: words.all_versions,
    beside=lambda words: words.warning,
)
