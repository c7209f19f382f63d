"""The imaginary kingdom: its names, and what a question draws of it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

QUESTIONS_A_FILE = 100
PEOPLE_A_FILE = 6
PARAGRAPHS = 400

_SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo wu za bel dor fin gar".split()
_MONTHS = "January March May July August October December".split()
_WHYS = (
    "It ended the long quarrel over the tolls of the river, which three councils had failed to settle.",
    "The towns of the coast spoke of it for a generation, and named a day of the fair after it.",
    "It cost the crown the loyalty of its own guard, as the letters say more plainly than the annals.",
    "Without it the harvest of the next year would have been lost, and the league with it.",
)


class File:
    """One file of questions, which are at `place`; what is drawn follows from its number alone."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.cited: list[tuple[str, int, str]] = []
        self._random = Random(number)
        self.place = 0

    @property
    def name(self) -> str:
        """A name of its own for each question: no two have one stem."""
        return _name(self.number * QUESTIONS_A_FILE + self.place)

    def cite(self, evidence: str, indent: str = "  ") -> str:
        """A citation, with its entry in the lock."""
        text, paragraph = self.pick("annals", "letters"), self.number_to(PARAGRAPHS)
        self.cited.append((text, paragraph, evidence))
        return f"{indent}cite:\n{indent}- {text} {paragraph}: {evidence}"

    def why(self) -> str:
        return f"  why: {self.pick(*_WHYS)}"

    def date(self, century: int) -> str:
        return f"{self.number_to(28)} {self.pick(*_MONTHS)} {century}{self.number_to(89) + 10}"

    def people(self) -> list[int]:
        """The file's people in any order."""
        return self._random.sample(range(PEOPLE_A_FILE), PEOPLE_A_FILE)

    def shuffled(self, words: Sequence[str]) -> list[str]:
        return self._random.sample(words, len(words))

    def number_to(self, most: int) -> int:
        return self._random.randint(1, most)

    def pick(self, *words: str) -> str:
        return self._random.choice(words)

    def ref(self, place: int) -> str:
        return f"$q{self.number}-{place}"

    def person(self, person: int) -> str:
        return f"$p{self.number}-{person}"


def _name(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return letters.capitalize()


def person_name(file: int, person: int) -> str:
    return f"{_SYLLABLES[person].capitalize()} {_name(file)}son"
