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

from studypress.outputs.paper.heading import Heading
from studypress.outputs.paper.key import Marking
from studypress.outputs.paper.student import Sheet

_PACKAGE = "studypress.outputs.paper"
_NAME_RULE = "Name " + "_" * 30


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
        return cls(
            Environment(
                loader=PackageLoader(_PACKAGE),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
                keep_trailing_newline=True,
            )
        )

    def paper(self, sheet: Sheet) -> bytes:
        style = _style("paper", sheet.heading, _NAME_RULE)
        return self._page("paper.html.j2", sheet=sheet, style=style)

    def key(self, marking: Marking) -> bytes:
        style = _style("key", marking.heading, "ANSWER KEY — do not distribute")
        return self._page("key.html.j2", marking=marking, style=style)

    def _page(self, template: str, **shown: Sheet | Marking | Style) -> bytes:
        return self.environment.get_template(template).render(shown).encode()


def _style(name: str, heading: Heading, right: str) -> Style:
    sheets = (_sheet("common"), _sheet(name), _sheet("screen"), _sheet("print"))
    text = "".join(sheets) + _running(heading, right)
    digest = hashlib.sha256(text.encode()).digest()
    return Style(Markup(text), f"sha256-{b64encode(digest).decode()}")


def _sheet(name: str) -> str:
    return files(_PACKAGE).joinpath("styles", f"{name}.css").read_text(encoding="utf-8")


def _running(heading: Heading, right: str) -> str:
    """What stands in the margins of each page, as literal text: both engines print that."""
    return f"""@page {{
  @top-left {{ content: {_css_string(heading.running_title)}; }}
  @top-right {{ content: {_css_string(right)}; }}
  @bottom-left {{ content: {_css_string(heading.imprint)}; }}
}}
@page :first {{
  @top-left {{ content: none; }}
  @top-right {{ content: none; }}
}}
"""


def _css_string(text: str) -> str:
    """A CSS string. All but letters, digits and spaces is escaped, so `</style` cannot close it."""
    return '"' + re.sub(r"[^\w ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
