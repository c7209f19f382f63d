"""Pages from templates: one file each, with its style inside and nothing that it must fetch."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from studypress.outputs.paper import words
from studypress.outputs.paper.heading import Heading
from studypress.outputs.paper.key import Key
from studypress.outputs.paper.student import Sheet
from studypress.outputs.paper.table import Table

_PACKAGE = "studypress.outputs.paper"
_NOT_FOR_STUDENTS = f"{words.ANSWER_KEY.upper()} — {words.NOT_FOR_STUDENTS}"


@dataclass(frozen=True, slots=True)
class Design:
    """How a page is made: its name where it is not the paper itself, its template and style sheets,
    and what stands at the head of each page.

    `longest_title` is how many characters leave room for what stands at the right.
    """

    name: str
    body: str
    sheets: tuple[str, ...]
    right: str
    longest_title: int


PAPER = Design(
    "",
    "paper.html.j2",
    ("sizes", "common", "paper", "screen", "print"),
    f"{words.NAME} {'_' * 30}",
    longest_title=64,
)
LARGE = Design(
    words.LARGE_PRINT,
    "paper.html.j2",
    ("sizes", "common", "paper", "screen", "print", "large"),
    f"{words.NAME} {'_' * 20}",
    longest_title=40,
)
KEY = Design(
    words.ANSWER_KEY,
    "key.html.j2",
    ("sizes", "common", "marker", "key", "screen", "print"),
    _NOT_FOR_STUDENTS,
    longest_title=64,
)
TABLE = Design(
    words.MARKING_TABLE,
    "table.html.j2",
    ("sizes", "common", "marker", "table", "screen", "print"),
    _NOT_FOR_STUDENTS,
    longest_title=64,
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
        environment.globals["words"] = words
        return cls(environment)

    def page(self, design: Design, shown: Sheet | Key | Table) -> bytes:
        style = _style(design, shown.heading)
        named = (design.name, shown.heading.title, shown.heading.edition)
        return (
            self.environment.get_template("page.html.j2")
            .render(
                title=" · ".join(filter(None, named)),
                body=design.body,
                page=shown,
                heading=shown.heading,
                style=style,
            )
            .encode()
        )


def _style(design: Design, heading: Heading) -> Style:
    text = "".join(map(_sheet, design.sheets)) + _running(design, heading)
    digest = hashlib.sha256(text.encode()).digest()
    return Style(Markup(text), f"sha256-{b64encode(digest).decode()}")


@cache
def _sheet(name: str) -> str:
    return files(_PACKAGE).joinpath("styles", f"{name}.css").read_text(encoding="utf-8")


def _running(design: Design, heading: Heading) -> str:
    """What stands in the margins of each page, as literal text: both engines print that."""
    page = f'"{words.PAGE} " counter(page) " {words.OF} " counter(pages)'
    return f"""@page {{
  @top-left {{ content: {_css_string(heading.running_title(design.longest_title))}; }}
  @top-right {{ content: {_css_string(design.right)}; }}
  @bottom-left {{ content: {_css_string(heading.imprint)}; }}
  @bottom-right {{ content: {page}; }}
}}
@page :first {{
  @top-left {{ content: none; }}
  @top-right {{ content: none; }}
}}
"""


def _css_string(text: str) -> str:
    """A CSS string. All but letters, digits and spaces is escaped, so `</style` cannot close it."""
    return '"' + re.sub(r"[^\w ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
