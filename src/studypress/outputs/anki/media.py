"""Which files the notes of a package name: pictures, sounds, fonts and scripts of templates."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from studypress.outputs.anki.markup import unescaped

_NAMED = re.compile(
    r"""\b(?:src|data|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>"']+))"""
    r"""|url\(["']?([^"'()]+)["']?\)|@import\s+["']([^"']+)["']|\[sound:([^\[\]<>]+)\]""",
    re.IGNORECASE,
)
_LARGEST_EMBEDDED = 200_000  # bytes; each picture of a preview stands there eight times
_LATEX = re.compile(r"\[(?:latex|\$\$?)\]", re.IGNORECASE)


class Search:
    """Looks for the names of files in fields, templates and css."""

    def __init__(self) -> None:
        self._named: set[str] = set()
        self._faces: list[str] = []
        self._has_latex = False

    def look_in(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._named.update(name for names in named_in(text) for name in names)
            self._has_latex = self._has_latex or _LATEX.search(text) is not None

    def look_at(self, stated: Mapping[str, Any]) -> None:
        """At the templates and the css of a note type, as Anki's JSON states it."""
        sides = [side for t in stated["tmpls"] for side in (t.get("qfmt", ""), t.get("afmt", ""))]
        self._faces += [str(text) for text in (stated.get("css", ""), *sides)]
        self.look_in(self._faces)

    def found(self, files: Iterable[str]) -> list[str]:
        """Those of the files, sorted, that were named. Templates need not name in full those that
        begin with an underscore."""
        return sorted(
            file
            for file in files
            if _normal(file) in self._named
            or (self._has_latex and file.startswith("latex-"))
            or (file.startswith("_") and any(file in face for face in self._faces))
        )


def named_in(html: str) -> Iterator[tuple[str, str]]:
    """For each file that a field or a template names, the two names that may be meant by it."""
    yield from map(_meant, _NAMED.finditer(html))


def embedded(html: str, files: Mapping[str, Path]) -> str:
    """With small pictures in the page itself, so that it is complete."""

    def shown(found: re.Match[str]) -> str:
        name = next((n for n in _meant(found) if n in files), None)
        kind = mimetypes.guess_type(name or "")[0] or ""
        if name is None or not kind.startswith("image/") or not found[0].startswith("src"):
            return found[0]
        data = files[name].read_bytes()
        if len(data) > _LARGEST_EMBEDDED:
            return found[0]
        return f'src="data:{kind};base64,{b64encode(data).decode()}"'

    return _NAMED.sub(shown, html)


def _meant(found: re.Match[str]) -> tuple[str, str]:
    plain = unescaped(next(filter(None, found.groups()), "")).strip()
    return _normal(plain), _normal(unquote(plain))


def _normal(name: str) -> str:
    """Anki writes the names of files in this form; some file systems write another."""
    return unicodedata.normalize("NFC", name)
