"""Letters of other scripts that look like Latin ones, and ids that look like each other.

After Unicode Technical Standard 39, “Unicode Security Mechanisms”, confusables.txt: those of its
Cyrillic and Greek letters that one cannot tell from a Latin letter in most typefaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CYRILLIC = "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijsdhlqwABEKMHOPCTYXIJS"
_GREEK = "ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX"
_LATIN = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])
_FOREIGN = _CYRILLIC[0] + _GREEK[0]
_IN_LATIN_WORD = re.compile(f"(?<=[A-Za-z])[{_FOREIGN}]|[{_FOREIGN}](?=[A-Za-z])")
_ANY_FOREIGN = re.compile(f"[{_FOREIGN}]")
_ALIKE = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"))


def passes_for_latin(text: str) -> bool:
    """Whether any of its letters could pass for a Latin one."""
    return _ANY_FOREIGN.search(text) is not None


def strangers(text: str) -> Iterator[re.Match[str]]:
    """Each letter of another script that passes for a Latin one beside it."""
    return _IN_LATIN_WORD.finditer(text)


def latin(text: str) -> str:
    """The text in the Latin letters that it looks like."""
    return unicodedata.normalize("NFKC", text).translate(_LATIN)


def named(character: str) -> str:
    """A character and what it is, as `с` (U+0441, Cyrillic small letter es)."""
    name = unicodedata.name(character, "without a name").capitalize()
    return f"`{character}` (U+{ord(character):04X}, {name})"


def skeleton(id_: str) -> str:
    """What two ids share that look alike: `o` for `0`, `l` for `1`, `m` for `rn`, `w` for `vv`."""
    for seen, meant in _ALIKE:
        id_ = id_.replace(seen, meant)
    return id_
