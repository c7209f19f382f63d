"""Text to YAML, as a person would type it: what this writes, `read` gives back."""

from __future__ import annotations

import re

_AS_IT_IS = re.compile(r"[^\W_]|[(“‘¿¡]")
_NOT_AS_IT_IS = re.compile(r": |:$| #|\n| $|^(?:null|Null|NULL)$")
_BLOCK = re.compile(r"[^\s](?:.*\n)+.*[^\s]")  # lines that keep all their spaces below a key


def scalar(text: str, indent: int = 0) -> str:
    """One value; several lines stand below their key, indented by so many spaces."""
    if _BLOCK.fullmatch(text):
        return "\n".join(("|-", *(f"{' ' * indent}{line}" for line in text.split("\n"))))
    return on_one_line(text)


def on_one_line(text: str) -> str:
    """One value as it is where YAML takes it so, else in double quotes."""
    if _AS_IT_IS.match(text) and not _NOT_AS_IT_IS.search(text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` as a double-quoted YAML scalar on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
