"""Anki's templates rendered as Anki renders them, for the preview: fields, conditions, clozes.

https://docs.ankiweb.net/templates/fields.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_TAG = re.compile(r"\{\{([#^/]?)([^{}]+?)\}\}")
_GAP = re.compile(r"\{\{c1::(.*?)\}\}", re.DOTALL)

_FILTERS = {
    "cloze:front": r'<span class="cloze">[...]</span>',
    "cloze:back": r'<span class="cloze">\1</span>',
}


def render(template: str, fields: Mapping[str, str], side: str) -> str:
    """One side ("front" or "back") of a card. Raises KeyError for a field that is not there."""
    return "".join(_rendered(template, fields, side))


def _rendered(template: str, fields: Mapping[str, str], side: str) -> Iterator[str]:
    at = 0
    while match := _TAG.search(template, at):
        yield template[at : match.start()]
        mark, name = match[1], match[2].strip()
        at = match.end()
        if not mark:
            yield _field(name, fields, side)
            continue
        end = template.index(f"{{{{/{name}}}}}", at)
        if bool(fields[name].strip()) is (mark == "#"):
            yield from _rendered(template[at:end], fields, side)
        at = end + len(name) + 5
    yield template[at:]


def _field(name: str, fields: Mapping[str, str], side: str) -> str:
    kind, _, field = name.rpartition(":")
    if kind == "cloze":
        return _GAP.sub(_FILTERS[f"cloze:{side}"], fields[field])
    if kind == "cloze-only":
        return ", ".join(_GAP.findall(fields[field]))
    return fields[field]
