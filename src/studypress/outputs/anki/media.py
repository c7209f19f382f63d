"""Which files the notes of a package name: pictures, sounds, fonts and scripts of templates."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

_NAMED = re.compile(
    r"""\b(?:src|data|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>"']+))"""
    r"""|url\(["']?([^"'()]+)["']?\)|@import\s+["']([^"']+)["']|\[sound:([^\[\]<>]+)\]""",
    re.IGNORECASE,
)
_LARGEST_EMBEDDED = 200_000  # bytes; each picture of a preview stands there eight times
_LATEX = re.compile(r"\[(?:latex|\$\$?)\]", re.IGNORECASE)


def used(fields: Iterable[str], looks: Iterable[str], files: Iterable[str]) -> list[str]:
    """Those of the files, sorted, that these fields or templates and css name."""
    texts, faces = tuple(fields), tuple(looks)
    named = {name for text in (*texts, *faces) for names in named_in(text) for name in names}
    has_latex = any(map(_LATEX.search, (*texts, *faces)))
    return sorted(
        file
        for file in files
        if _normal(file) in named
        or (has_latex and file.startswith("latex-"))
        or (file.startswith("_") and any(file in face for face in faces))
    )


def looks(stated: Mapping[str, Any]) -> Iterator[str]:
    """The templates and the css of a note type."""
    yield str(stated.get("css", ""))
    for template in stated["tmpls"]:
        yield from (str(template.get(side, "")) for side in ("qfmt", "afmt"))


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
    plain = unescape(next(filter(None, found.groups()), "")).strip()
    return _normal(plain), _normal(unquote(plain))


def _normal(name: str) -> str:
    """Anki writes the names of files in this form; some file systems write another."""
    return unicodedata.normalize("NFC", name)
