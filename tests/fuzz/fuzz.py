"""Coverage-guided fuzzing, for hours and outside the test suite:

    .venv/bin/pip install atheris
    .venv/bin/python -m tests.fuzz.fuzz TARGET [CORPUS] [libFuzzer's options]

TARGET is bytes, values, texts or banks. The options that matter: -max_total_time=3600 (seconds),
-max_len=20000 (bytes), -rss_limit_mb=500, -timeout=10 (the code that guides it is several times
slower). An input that breaks is written beside the corpus; it becomes an example of a property in
`tests/test_properties.py`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["studypress", "yaml"]):
    from studypress.codes.table import BY_ID
    from studypress.decode import describe
    from studypress.explain import _TOPICS
    from tests.examples import example_files
    from tests.fuzz import targets

WORDS = (
    *("short choice cloze true-false ordering matching long core detail true false".split()),
    *("$envoy $minister $envoy-arrives $come-in $nobody history 3: 1901 May 1901 about ".split()),
    *("some 20 to a half thousand million {gap} [supplied] ” “ ‘ ’ … \\ \" ' : # - ".split()),
    *("|  >  & * ! % @ ` ? --- ... <<: ~ null".split()),
    *(
        "\\xe2\\x80\\xa8",
        "\\xe2\\x80\\xae",
        "\\xef\\xbb\\xbf",
        "\\x00",
        "\\x0d\\x0a",
        "\\x09",
        "\\xed\\xa0\\x80",
    ),
)


def seeds(target: str, banks: targets.Banks) -> Iterator[bytes]:
    """Every example of a code, as the target takes it; and every file of the banks."""
    places = [path for _, path in targets.PLACES]
    for code in BY_ID.values():
        for example in (code.bad, code.good):
            for path, data in example_files(example).items():
                if target != "banks":
                    yield data
                elif path in places:
                    yield bytes([places.index(path)]) + data
    for place, (bank, path) in enumerate(targets.PLACES):
        if target == "banks" and path in targets.BANKS[bank]:
            whole = targets.BANKS[bank][path]
            yield bytes([place]) + (whole if isinstance(whole, bytes) else whole.encode())
        elif target == "banks" and path == targets.KEPT:
            yield bytes([place]) + banks.kept


def dictionary() -> Iterator[str]:
    """Keys and words, as libFuzzer wants them."""
    keys = {key.name for tp in _TOPICS.values() for key in describe(tp).keys}
    yield from (f'"{key}: "' for key in sorted(keys))
    for word in WORDS:
        escaped = word if word.startswith("\\x") else word.replace("\\", "\\\\").replace('"', '\\"')
        if word.isascii():
            yield f'"{escaped}"'


def target_of(name: str, banks: targets.Banks) -> Callable[[bytes], object]:
    return {
        "bytes": targets.reads,
        "values": lambda data: targets.parses(data.decode("utf-8", "replace")),
        "texts": lambda data: targets.numbers_texts(data.decode("utf-8", "replace")),
        "banks": lambda data: banks.builds(data[0], data[1:]) if data else None,
    }[name]


def main() -> None:
    name, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        corpus = folder / "seeds"
        corpus.mkdir()
        banks = targets.Banks(folder / "banks")
        for number, seed in enumerate(dict.fromkeys(seeds(name, banks))):
            (corpus / str(number)).write_bytes(seed)
        (folder / "words").write_text("\n".join(dictionary()) + "\n")
        test_one = target_of(name, banks)
        arguments = [sys.argv[0], *options, str(corpus), f"-dict={folder / 'words'}"]
        atheris.Setup(arguments, lambda data: test_one(data) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
