"""How fast studypress is, as ratios to what one would write without it, measured in one run.

    python tests/bench/bench.py [--part PART] [--questions N] [--largest N] [--rounds N]

Commands that are compared run in turn (A B A B …), and each ratio is the median of those of the
pairs, so that a machine that is slower for a while slows both. Time is the processor time of the
whole process, start included; memory is its peak. Nothing is read from the network.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.baselines.floor_deck import notes_of  # noqa: E402
from tests.bench.generate import write_bank  # noqa: E402

Command = Sequence[str | Path]

_BASELINES = Path(__file__).parent / "baselines"
# Python keeps compiled modules unless it is told not to, which would be measured with each start.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
_STUDYPRESS = Path(sysconfig.get_path("scripts")) / "studypress"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process: seconds of processor time, user and system, and peak memory in MiB."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    work: str
    reached: float
    least: float | None = None
    most: float | None = None

    @property
    def is_reached(self) -> bool:
        return (self.least is None or self.reached >= self.least) and (
            self.most is None or self.reached <= self.most
        )

    def __str__(self) -> str:
        goal = f"at least {self.least:g}" if self.least else f"at most {self.most:g}"
        mark = "" if self.is_reached else " (missed)"
        return f"| {self.work} | {goal} | {self.reached:.3g}{mark} |"


def run(command: Command) -> Cost:
    """Runs a command to its end. Raises RuntimeError where it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit status {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def in_turn(rounds: int, *commands: Command) -> list[list[Cost]]:
    """The costs of each command, all run in turn, so many rounds, after one that does not count:
    it leaves the compiled modules that every later run finds."""
    for command in commands:
        run(command)
    costs = [[run(command) for command in commands] for _ in range(rounds)]
    return [list(of_one) for of_one in zip(*costs, strict=True)]


def seconds(above: Sequence[Cost], below: Sequence[Cost]) -> float:
    """The median of the pairs' ratios of time."""
    return median(a.seconds / b.seconds for a, b in zip(above, below, strict=True))


def memory(above: Sequence[Cost], below: Sequence[Cost]) -> float:
    """The median of the pairs' ratios of peak memory."""
    return median(a.memory / b.memory for a, b in zip(above, below, strict=True))


@dataclass(frozen=True, slots=True)
class Bench:
    """Where banks are written, how many questions they have, how many rounds are run."""

    folder: Path
    questions: int
    largest: int
    rounds: int

    def bank(self, questions: int) -> Path:
        """The bank of that size, written when first asked for."""
        root = self.folder / f"bank-{questions}"
        if not root.exists():
            write_bank(root, questions)
        return root

    def build(self, questions: int, definition: str) -> Command:
        """studypress, everything checked, one definition built."""
        root, out = self.bank(questions), self.folder / "build"
        return (_STUDYPRESS, "build", definition, "--root", root, "--out", out)

    def genanki(self, questions: int, loader: str) -> Command:
        return _baseline("genanki_deck", loader, self.bank(questions), self.folder / "plain.apkg")

    def jinja(self, questions: int) -> Command:
        return _baseline("jinja_paper", self.bank(questions), self.folder)

    def floor(self, questions: int) -> Command:
        """From the notes of the deck that studypress builds; raises ValueError for other rows."""
        ours, notes = self.folder / "build/kingdom/kingdom.apkg", self.folder / "notes.json"
        floor = self.folder / "floor.apkg"
        run(self.build(questions, "kingdom"))
        notes.write_text(json.dumps(notes_of(ours), ensure_ascii=False), encoding="utf-8")
        command = _baseline("floor_deck", notes, floor)
        run(command)
        if notes_of(ours) != notes_of(floor):
            raise ValueError("the floor does not write the rows that studypress writes")
        return command


def _baseline(name: str, *arguments: str | Path) -> Command:
    return (sys.executable, _BASELINES / f"{name}.py", *arguments)


def deck(bench: Bench) -> Iterator[Row]:
    """YAML to a deck, everything checked."""
    size = bench.questions
    ours, plain, floor = in_turn(
        bench.rounds,
        bench.build(size, "kingdom"),
        bench.genanki(size, "SafeLoader"),
        bench.floor(size),
    )
    work = f"YAML → .apkg, {size:,} questions"
    yield Row(
        f"{work}: times faster than `yaml.safe_load` + genanki", seconds(plain, ours), least=12
    )
    yield Row(f"{work}: times the floor (JSON → same rows → zip)", seconds(ours, floor), most=4)


def papers(bench: Bench) -> Iterator[Row]:
    """YAML to a paper and its key."""
    size = bench.questions
    ours, plain = in_turn(bench.rounds, bench.build(size, "test"), bench.jinja(size))
    work = f"YAML → paper and key, {size:,} questions: times faster than `yaml.safe_load` + Jinja"
    yield Row(work, seconds(plain, ours), least=15)


def growth(bench: Bench) -> Iterator[Row]:
    """How time and memory grow with the bank."""
    sizes = [bench.largest // 100, bench.largest // 10, bench.largest]
    small, middle, large = (run(bench.build(size, "kingdom")) for size in sizes)
    plain = run(bench.genanki(bench.largest, "CSafeLoader"))
    slope = (large.seconds - middle.seconds) / (middle.seconds - small.seconds)
    work = f"each further question, from {sizes[1]:,} to {sizes[2]:,}"
    yield Row(f"{work}: times one from {sizes[0]:,} to {sizes[1]:,}", slope / 10, most=1.1)
    work = f"peak memory, {bench.largest:,} questions: times `CSafeLoader` + genanki"
    yield Row(work, large.memory / plain.memory, most=1)


def start(bench: Bench) -> Iterator[Row]:
    """What a command costs that has nothing to do."""
    version, manual, nothing = in_turn(
        5 * bench.rounds,
        (_STUDYPRESS, "--version"),
        (_STUDYPRESS, "--help"),
        (sys.executable, "-c", "pass"),
    )
    yield Row("`--version`: times `python -c pass`", seconds(version, nothing), most=2)
    yield Row("`--help`: times `python -c pass`", seconds(manual, nothing), most=8)


def real(bench: Bench) -> Iterator[Row]:
    """The bank that studypress ships, all of it."""
    everything = (_STUDYPRESS, "build", "--root", ROOT, "--out", bench.folder / "real")
    ours, empty = in_turn(3 * bench.rounds, everything, _baseline("empty_command"))
    work = "the real bank, everything, cold start: times an empty typer command"
    yield Row(work, seconds(ours, empty), most=3)


PARTS = {part.__name__: part for part in (deck, papers, growth, start, real)}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", action="append", choices=PARTS, help="one or more; all")
    parser.add_argument("--questions", type=int, default=10_000, help="of decks and papers")
    parser.add_argument("--largest", type=int, default=100_000, help="of the part on growth")
    parser.add_argument("--rounds", type=int, default=3, help="how often each pair runs")
    return parser.parse_args()


def main() -> None:
    given = _arguments()
    print("| work | goal | reached |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.questions, given.largest, given.rounds)
        for name in given.part or PARTS:
            for row in PARTS[name](bench):
                print(row, flush=True)


if __name__ == "__main__":
    main()
