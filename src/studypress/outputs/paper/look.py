"""A school's own look: templates and style sheets that stand in for the built-in ones.

A look is code, and runs only where whoever builds allows it. What it can do is bounded: templates
run in Jinja's sandbox, see what the page's view holds (a student's has no answer) and load no file
but those of the look and this package; the head of each page, with its content security policy,
is not theirs to change, so that a page runs no script and fetches nothing.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from importlib.resources import files

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from studypress.outputs.built import BrokenLook

_PACKAGE = "studypress.outputs.paper"
SKELETON = "page.html.j2"


class Look(Struct, frozen=True):
    """Text by file name; `folder` is where the files are from, as faults show it."""

    folder: str
    texts: Mapping[str, str]

    def source(self, name: str) -> tuple[str, str, None] | None:
        """A template, for Jinja's loader; tracebacks name it by its name. Never the skeleton."""
        text = self.texts.get(name) if name != SKELETON else None
        return None if text is None else (text, name, None)

    def blame(self, error: Exception, template: str) -> BrokenLook:
        """What went wrong, and in which line of which template."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if frame.filename in self.texts]
        line = (own[-1].lineno or 1) if own else 1
        said = str(error) or type(error).__name__
        file = f"{self.folder}/{own[-1].filename if own else template}"
        return BrokenLook(file, line, said.splitlines()[0])


def replaceable() -> frozenset[str]:
    """The names of the files that a look may have."""
    return frozenset(_names()) - {SKELETON}


def _names() -> Iterator[str]:
    for folder in ("templates", "styles"):
        yield from (file.name for file in files(_PACKAGE).joinpath(folder).iterdir())


def check(look: Look) -> Iterator[BrokenLook]:
    """What is wrong with the files of a look; none of them is run."""
    environment = ImmutableSandboxedEnvironment()
    for name, text in look.texts.items():
        if name.endswith(".css"):
            if "</" in text:
                line = text[: text.index("</")].count("\n") + 1
                yield BrokenLook(f"{look.folder}/{name}", line, "a style sheet cannot hold `</`")
            continue
        try:
            environment.parse(text, name)
        except TemplateSyntaxError as error:
            yield BrokenLook(
                f"{look.folder}/{name}", error.lineno, error.message or "it is not a template"
            )
