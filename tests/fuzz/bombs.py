"""Files made to take long or much: what each costs, in seconds and MiB of a process of its own.

.venv/bin/python -m tests.fuzz.bombs [PART OF A NAME...]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from studypress.limits import LARGEST_FILE
from tests.examples import BANK
from tests.written import write_bank

HEADER = "format: 1\ntopic: T\nquestions:\n"
BOMB = "questions/bomb.yaml"
TARGET = 1.0, 200  # seconds, MiB
ALLOWED = LARGEST_FILE - 10_000  # bytes


def question(number: int = 1, more: str = "", **keys: str) -> str:
    """One question; `keys` take the place of its own."""
    whole = {
        "kind": "term",
        "ask": f"What did the envoy with number {number} propose?",
        "answer": f"a cease-fire {number}",
    } | keys
    lines = "".join(f"  {key}: {value}\n" for key, value in whole.items())
    return f"- id: q{number}\n{lines}  cite:\n  - A history, chapter 1\n{more}"


def many(count: int, make: Callable[[int], str]) -> str:
    return "".join(map(make, range(count)))


def _scalars() -> Iterator[tuple[str, str]]:
    for size in (ALLOWED, 10_000_000):
        for name, text in (
            ("plain", "x" * size),
            ("words", "word " * (size // 5)),
            ("quoted", '"' + "x " * (size // 2) + '"'),
            ("never closed", '"' + "x" * size),
            ("block", "|\n" + "    a line\n" * (size // 11)),
        ):
            yield f"scalar of {size:,}, {name}", f"- id: a\n  kind: term\n  ask: {text}\n"
    yield "comment", "#" + "x" * ALLOWED + "\n"
    yield "spaces", " " * ALLOWED + "\n"
    yield "empty lines", "\n" * ALLOWED
    yield "key", "x" * ALLOWED + ": 1\n"


def _values() -> Iterator[tuple[str, str]]:
    for name, kind, text in (
        ("about", "date", "about " * 1_600 + "1950"),
        ("ranges", "date", "1950 to " * 1_200 + "1951"),
        ("digits", "number", "9" * 9_900),
        ("digits and a letter", "number", "9" * 9_900 + "x"),
        ("millions", "number", "million " * 1_200),
        ("commas", "number", "1" + ",000" * 2_400),
        ("hedges", "number", "some " * 1_900 + "5"),
        ("quotation marks", "term", "“" * 9_900),
        ("brackets", "term", '"' + "[" * 9_900 + '"'),
        ("braces", "term", '"' + "{{" * 4_900 + '"'),
        ("word without end", "term", "A" * 9_900),
    ):
        of_a_file = ALLOWED // len(question(1, kind=kind, ask=text, answer=text).encode())
        items = (question(n, kind=kind, ask=text, answer=text) for n in range(of_a_file))
        yield f"long values: {name}", "".join(items)


def _lists() -> Iterator[tuple[str, str]]:
    for key, entry in (("wrong", "t"), ("tags", "t"), ("reject", "a: t"), ("after", "$t")):
        entries = "".join(f"  - {entry}{n}\n" for n in range(18_000))
        yield f"list of 18,000 in {key}", question(more=f"  {key}:\n{entries}")
    dates = many(999, lambda n: f"  - about {n + 1}\n")
    yield (
        "options that are dates",
        many(100, lambda n: question(n, more=f"  wrong:\n{dates}", kind="date", answer="by 1950")),
    )
    events = ", ".join(["$envoy-arrives", "$envoy-leaves", "$month-of-the-mission"] * 300)
    yield "events", many(100, lambda n: f"- id: o{n}\n  order: [{events}]\n")


def _broken() -> Iterator[tuple[str, str | bytes]]:
    count = 11_000
    for name, line in (
        ("a quotation mark", "answer: 'x"),
        ("colons", "answer: x: y"),
        ("indentation", "  answer: x"),
        ("cut by a hash", "answer: a #b"),
        ("anchors", "answer: &a b"),
        ("flow mappings", "answer: {a: b}"),
        ("brackets", "answer: " + "[" * 70),
        ("an unknown kind", "kind: trem"),
        ("unknown keys", "anwser: x"),
    ):
        items = (f"- id: q{n}\n  {line}\n" for n in range(count))
        yield f"11,000 items, {name}", "".join(items)
    yield "one item of broken lines", "- id: a\n  cite:\n" + "  - x: y: z\n" * 80_000
    yield "11,000 unknown references", many(count, lambda n: f"- id: q{n}\n  after: [$r{n}]\n")
    yield "one id", many(count, lambda _: "- id: a\n  kind: term\n")
    yield "one key", "- id: a\n" + "  kind: term\n" * count
    yield "29,000 unknown keys", "- id: a\n" + many(29_000, lambda n: f"  k{n}: term\n")
    yield "markers", "---\n" * 240_000
    for name, character in (
        *(("NUL", "\0"), ("line breaks", "\u2028"), ("reversed text", "\u202e")),
        *(("zero width", "\u200b"), ("tabs", "\t"), ("lines of tabs", "\tx\n")),
        *(("brackets", "["), ("pairs of brackets", "[]\n"), ("dashes", "- "), ("colons", "a: ")),
        *(("quotation marks", '"'), ("Cyrillic", "a\u043e"), ("complex keys", "? a\n: b\n")),
    ):
        yield f"a file of {name}", character * (ALLOWED // len(character.encode()))
    yield "bytes that are not UTF-8", HEADER.encode() + b"\xff " * (ALLOWED // 2)


def _date(n: int, more: str = "") -> str:
    wrong = f"  wrong:\n  - {n % 27 + 2} June {1000 + n % 900}: later\n  - $q{max(n - 1, 0)}\n"
    stem, when = f"When was the event number {n}?", f"{n % 28 + 1} May {1000 + n % 900}"
    keys = f"  event: The event number {n}\n{wrong}{more}"
    return question(n, keys, kind="date", ask=stem, answer=when)


def _number(n: int, more: str = "") -> str:
    wrong = f"  wrong:\n  - some {n + 13},000 men\n  - {n + 11},500 men: too few\n"
    stem, answer = f"How many men of number {n} came?", f"some {n + 10},000 men"
    return question(n, wrong + more, kind="number", ask=stem, answer=answer)


def _cloze(n: int, more: str = "") -> str:
    gap = f"The envoy number {n} proposed to all of them a {{proposal {n}}} of his."
    return f"- id: q{n}\n  kind: term\n  cloze: {gap}\n  cite:\n  - A history\n{more}"


def _argument(n: int, more: str = "") -> str:
    points = f"  reasons:\n  - point: it was cheap {n}\n  - point: it was quick {n}\n"
    claim = f"  held-by: the envoy\n  claim: the truce number {n} was good\n{points}{more}"
    return f"- id: q{n}\n  kind: argument\n{claim}  ask: Why?\n  cite:\n  - A history\n"


_SOUND: Mapping[str, Callable[..., str]] = {
    "terms": question,
    "dates": _date,
    "numbers": _number,
    "clozes": _cloze,
    "arguments": _argument,
}


def _values_of(text: str) -> int:
    """About as many as YAML counts: each key, value, list and item."""
    return 2 * text.count("\n") + text.count("- ")


def _whole_banks() -> Iterator[tuple[str, str]]:
    yield (
        "a circle of 3,000",
        many(3_000, lambda n: question(n, f"  after: [$q{(n + 1) % 3_000}]\n")),
    )
    yield "3,000 stems alike", many(3_000, lambda n: question(n, ask="What did the envoy say?"))
    last = {"none": "", "a block": "  why: |\n    so\n", "a fault": "  importance: cor\n"}
    last["a slip"] = "  why: it: is so\n"
    for name, make in _SOUND.items():
        of_a_file = min(ALLOWED // len(make(9_999)), 59_000 // _values_of(make(9_999)))
        for what, more in last.items():
            yield (
                f"a file of {name}, {what} at its end",
                many(of_a_file, make) + make(of_a_file, more),
            )


def bombs() -> Mapping[str, bytes]:
    made = (
        pair for group in (_scalars, _values, _lists, _broken, _whole_banks) for pair in group()
    )
    return {
        name: text if isinstance(text, bytes) else (HEADER + text).encode() for name, text in made
    }


_MEASURE = """
import sys, time
from pathlib import Path
from studypress.project import read_project
from studypress.show import Style, show
start = time.process_time()
project = read_project(Path(sys.argv[1]))
show(project.diagnostics, Style.PRETTY, project.root)
seconds = time.process_time() - start
peak = next(x for x in open("/proc/self/status") if x.startswith("VmHWM"))
codes = sorted({d.code.id for d in project.diagnostics})
print(f"{seconds:.2f} {int(peak.split()[1]) // 1024} {len(project.diagnostics)} {' '.join(codes)}")
"""


def main() -> int:
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        root = write_bank(Path(folder), BANK)
        print("seconds   MiB  faults  file")
        for name, data in bombs().items():
            if sys.argv[1:] and not any(part in name for part in sys.argv[1:]):
                continue
            (root / BOMB).write_bytes(data)
            command = [sys.executable, "-c", _MEASURE, str(root)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seconds, mebibytes, faults, codes = (done.stdout.rstrip("\n") + " ").split(" ", 3)
            over = float(seconds) > TARGET[0] or int(mebibytes) > TARGET[1]
            slow += over
            print(f"{seconds:>7} {mebibytes:>5} {faults:>7}  {name} {codes}{'  OVER' * over}")
    return min(slow, 1)


if __name__ == "__main__":
    sys.exit(main())
