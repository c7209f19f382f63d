"""The map of the texts: each paragraph a row, each question a square, gaps standing out."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from studypress.coverage import TextCoverage
from studypress.model.words import Kind

_PACKAGE = "studypress.outputs.coverage"


def render(title: str, covered: tuple[TextCoverage, ...]) -> bytes:
    """One page, complete in itself. It shows questions and no word of the texts."""
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    css = files(_PACKAGE).joinpath("templates", "coverage.css").read_text(encoding="utf-8")
    kinds = [*(kind.value for kind in Kind), "derived"]
    template = environment.get_template("coverage.html.j2")
    return template.render(title=title, texts=covered, kinds=kinds, css=css).encode()
