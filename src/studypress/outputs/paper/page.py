"""Pages from templates: one file each, with its style inside and nothing that it must fetch."""

from __future__ import annotations

import hashlib
import re
import sys
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    PackageLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from studypress.languages import Direction
from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.designs import Design
from studypress.outputs.paper.heading import Heading
from studypress.outputs.paper.key import Key
from studypress.outputs.paper.look import SKELETON, Look
from studypress.outputs.paper.reading import Handout
from studypress.outputs.paper.student import Sheet
from studypress.outputs.paper.table import Table

_PACKAGE = "studypress.outputs.paper"
_COMPILED = Path(cache_from_source(str(Path(__file__).with_name("templates") / "%s.py")))


class Pages(Struct, frozen=True):
    """The templates and style sheets of this package, or of a look where it has its own."""

    environment: Environment
    look: Look | None = None

    @classmethod
    def of(cls, look: Look | None) -> Pages:
        return cls(_sandbox(look), look) if look else _built_in()

    def page(self, design: Design, shown: Sheet | Key | Table | Handout) -> bytes:
        """Raises BrokenLook where a template of the look fails."""
        try:
            return self._page(design, shown).encode()
        except Exception as error:
            if self.look is None:
                raise
            raise self.look.blame(error, design.body) from error

    def _page(self, design: Design, shown: Sheet | Key | Table | Handout) -> str:
        heading, words = shown.heading, shown.words
        style = "".join(map(self.style_sheet, design.sheets)) + _running(design, heading, words)
        return self.environment.get_template(SKELETON).render(
            body=design.body,
            title=" · ".join(filter(None, (design.name(words), heading.title, heading.edition))),
            policy=self._policy(style),
            style=Markup(style),
            page=shown,
            heading=heading,
            words=words,
        )

    def _policy(self, style: str) -> Markup:
        """The page's own style, and pictures that a look has within it; no script, no fetch."""
        digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
        pictures = "img-src data:; " if self.look else ""
        return Markup(
            f"default-src 'none'; {pictures}style-src 'sha256-{digest}'; base-uri 'none'; "
            "form-action 'none'"
        )

    def style_sheet(self, name: str) -> str:
        own = self.look.texts.get(f"{name}.css") if self.look else None
        return _style_sheet(name) if own is None else own


_SIDES = {Direction.LEFT_TO_RIGHT: ("left", "right"), Direction.RIGHT_TO_LEFT: ("right", "left")}
_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


@cache  # templates are compiled once for all quizzes of a build
def _built_in() -> Pages:
    cache = None if sys.dont_write_bytecode else _Compiled(str(_COMPILED.parent), _COMPILED.name)
    return Pages(Environment(loader=PackageLoader(_PACKAGE), bytecode_cache=cache, **_OPTIONS))


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept where Python keeps the compiled modules beside them, if it can."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def _sandbox(look: Look) -> Environment:
    loader = ChoiceLoader([FunctionLoader(look.source), PackageLoader(_PACKAGE)])
    return ImmutableSandboxedEnvironment(loader=loader, **_OPTIONS)


@cache
def _style_sheet(name: str) -> str:
    return files(_PACKAGE).joinpath("styles", f"{name}.css").read_text(encoding="utf-8")


def _running(design: Design, heading: Heading, words: PaperWords) -> str:
    """What stands in the margins of each page, as literal text: both engines print that."""
    start, end = _SIDES[heading.direction]
    return f"""@page {{
  @top-{start} {{ content: {_css_string(heading.running_title(design.longest_title))}; }}
  @top-{end} {{ content: {_css_string(design.beside(words))}; }}
  @bottom-{start} {{ content: {_css_string(heading.imprint)}; }}
  @bottom-{end} {{ content: {_counters(words.page)}; }}
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
