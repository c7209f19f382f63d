"""Pages from templates: one file each, with its style inside and nothing that it must fetch."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.heading import Heading
from studypress.outputs.paper.key import Key
from studypress.outputs.paper.reading import Handout
from studypress.outputs.paper.student import Sheet
from studypress.outputs.paper.table import Table

_PACKAGE = "studypress.outputs.paper"


@dataclass(frozen=True, slots=True)
class Design:
    """How a page is made: its template and style sheets; its name, where it is not the paper
    itself, and what stands at the right of the second page and those after it.

    `longest_title` is how many characters leave room for that.
    """

    body: str
    sheets: tuple[str, ...]
    name: Callable[[PaperWords], str]
    beside: Callable[[PaperWords], str]
    longest_title: int = 64


PAPER = Design(
    "paper.html.j2",
    ("sizes", "common", "paper", "screen", "print"),
    name=lambda words: "",
    beside=lambda words: f"{words.name} {'_' * 30}",
)
LARGE = Design(
    "paper.html.j2",
    ("sizes", "common", "paper", "screen", "print", "large"),
    name=lambda words: words.large_print,
    beside=lambda words: f"{words.name} {'_' * 20}",
    longest_title=40,
)
KEY = Design(
    "key.html.j2",
    ("sizes", "common", "marker", "key", "screen", "print"),
    name=lambda words: words.answer_key,
    beside=lambda words: words.warning,
)
READING = Design(
    "reading.html.j2",
    ("sizes", "common", "reading", "screen", "print"),
    name=lambda words: words.for_reading,
    beside=lambda words: "",
)
TABLE = Design(
    "table.html.j2",
    ("sizes", "common", "marker", "table", "screen", "print"),
    name=lambda words: words.all_versions,
    beside=lambda words: words.warning,
)


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet, and the hash by which the page's content security policy admits it."""

    text: Markup
    hash: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The templates and style sheets of this package."""

    environment: Environment

    @classmethod
    @cache  # templates are compiled once for all quizzes of a build
    def from_package(cls) -> Pages:
        environment = Environment(
            loader=PackageLoader(_PACKAGE),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        return cls(environment)

    def page(self, design: Design, shown: Sheet | Key | Table | Handout) -> bytes:
        heading, words = shown.heading, shown.words
        named = (design.name(words), heading.title, heading.edition)
        page = self.environment.get_template("page.html.j2").render(
            body=design.body,
            title=" · ".join(filter(None, named)),
            style=_style(design, heading, words),
            page=shown,
            heading=heading,
            words=words,
        )
        return page.encode()


def _style(design: Design, heading: Heading, words: PaperWords) -> Style:
    text = "".join(map(style_sheet, design.sheets)) + _running(design, heading, words)
    digest = hashlib.sha256(text.encode()).digest()
    return Style(Markup(text), f"sha256-{b64encode(digest).decode()}")


@cache
def style_sheet(name: str) -> str:
    """One of this package's style sheets."""
    return files(_PACKAGE).joinpath("styles", f"{name}.css").read_text(encoding="utf-8")


def _running(design: Design, heading: Heading, words: PaperWords) -> str:
    """What stands in the margins of each page, as literal text: both engines print that."""
    return f"""@page {{
  @top-left {{ content: {_css_string(heading.running_title(design.longest_title))}; }}
  @top-right {{ content: {_css_string(design.beside(words))}; }}
  @bottom-left {{ content: {_css_string(heading.imprint)}; }}
  @bottom-right {{ content: {_counters(words.page)}; }}
}}
@page :first {{
  @top-left {{ content: none; }}
  @top-right {{ content: none; }}
}}
"""


def _counters(pattern: str) -> str:
    """`Page {page} of {pages}` as CSS."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = re.split(r"(\{pages?\})", pattern)
    return " ".join(counters.get(part) or _css_string(part) for part in parts if part)


def _css_string(text: str) -> str:
    """A CSS string. All but letters, digits and spaces is escaped, so `</style` cannot close it."""
    return '"' + re.sub(r"[^\w ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
