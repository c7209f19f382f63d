"""Banks of any size to measure with: an imaginary kingdom, the same words for the same size.

Kinds and forms stand in the proportions of the bank that studypress ships; a question has about
12 lines and 417 bytes. Every citation is in the lock, and no rule finds a fault or a warning.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from studypress.texts.lock import Lock, evidence_entry
from studypress.texts.numbered import Place

QUESTIONS_A_FILE = 100
BANK = "kingdom"
_PEOPLE_A_FILE = 6
_PARAGRAPHS = 400

_BANK_FILE = f"""\
format: 1
bank: {BANK}
title: The kingdom
version: 2026.1
language: en
tag: {BANK}
landmarks: [$q0-0, $q0-1, $q0-2]
"""
_SOURCES = f"""\
format: 1
texts:
- key: annals
  title: Annals of the kingdom
  label: Annals
  by: its chroniclers
  paragraphs: {_PARAGRAPHS}
- key: letters
  title: Letters of the ministers
  label: Letters
  by: its ministers
  paragraphs: {_PARAGRAPHS}
"""
_DECK = """\
deck: The kingdom
format: 1
id: 1700000001
forms: [short, cloze, true-false]
cards: one
sequence: [after, importance, time]
"""
_QUIZ = """\
quiz: The kingdom, a test
format: 1
minutes: 60
versions: [A]
sections:
- title: One answer each
  form: choice
  count: 20
  at-least:
  - kind: date
    count: 2
  - text: annals
    count: 4
- title: Fill the gap
  form: cloze
  count: 10
- title: True or false
  form: true-false
  count: 4
- title: Short answers
  form: short
  count: 20
- title: Number the events
  form: ordering
  count: 1
- title: Match the pairs
  form: matching
  count: 1
"""

_SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo wu za bel dor fin gar".split()
_MONTHS = "January March May July August October December".split()
_WHYS = (
    "It ended the long quarrel over the tolls of the river, which three councils had failed to settle.",
    "The towns of the coast spoke of it for a generation, and named a day of the fair after it.",
    "It cost the crown the loyalty of its own guard, as the letters say more plainly than the annals.",
    "Without it the harvest of the next year would have been lost, and the league with it.",
)
_DEEDS = (
    "sealed the gates",
    "counted the grain",
    "burned the ships",
    "paid the guards",
)


class _File:
    """Makes one file of questions; what is drawn follows from the file's number alone."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.cited: list[tuple[str, int, str]] = []
        self._random = Random(number)
        self._place = 0

    def text(self) -> str:
        """The file, its questions in the order of `_MIX`: references lead to fixed places."""
        made = [self._question(make) for make, count in _MIX for _ in range(count)]
        return f"format: 1\ntopic: Register {self.number}\nquestions:\n" + "\n".join(made)

    def _question(self, make: Callable[[_File], str]) -> str:
        body = make(self).strip("\n")
        if self._place % 10 in (3, 6, 8, 9) and self._place <= _first(_order):
            body += f"\n  after: [{self.ref(self._place - 1)}]"
        if self._place % 10 in (2, 5, 7):
            body += "\n  importance: " + self.pick("core", "detail")
        self._place += 1
        return f"- id: q{self.number}-{self._place - 1}\n{body}\n"

    @property
    def name(self) -> str:
        """A name of its own for each question: no two have one stem."""
        return _name(self.number * QUESTIONS_A_FILE + self._place)

    def cite(self, evidence: str, indent: str = "  ") -> str:
        """A citation, with its entry in the lock."""
        text, paragraph = self.pick("annals", "letters"), self.number_to(_PARAGRAPHS)
        self.cited.append((text, paragraph, evidence))
        return f"{indent}cite:\n{indent}- {text} {paragraph}: {evidence}"

    def why(self) -> str:
        return f"  why: {self.pick(*_WHYS)}"

    def date(self, century: int) -> str:
        return f"{self.number_to(28)} {self.pick(*_MONTHS)} {century}{self.number_to(89) + 10}"

    def people(self) -> list[int]:
        """The file's people in any order."""
        return self._random.sample(range(_PEOPLE_A_FILE), _PEOPLE_A_FILE)

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


def _person_name(file: int, person: int) -> str:
    return f"{_SYLLABLES[person].capitalize()} {_name(file)}son"


def _date(file: _File) -> str:
    answer = file.date(14 + file._place % 3)
    return f"""
  kind: date
  event: {file.name} is given its charter
  ask: When was the town of {file.name} given its charter, by the reckoning of the league?
  answer: {answer}
{file.cite(f"given its charter on {answer}")}
{file.why()}
"""


def _date_choice(file: _File) -> str:
    return f"""{_date(file).rstrip()}
  wrong:
  - {file.date(17)}: the day on which the charter was renewed
  - {file.date(18)}: the day on which it was lost
  - {file.date(19)}
"""


def _person(file: _File) -> str:
    person = file.people()[0]
    return f"""
  kind: person
  event: the keeper of the seal of {file.name}
  ask: Who kept the great seal in the town of {file.name} while the queen was away?
  answer: {file.person(person)}
{file.cite(f"the seal {_person_name(file.number, person)} kept")}
{file.why()}
"""


def _person_choice(file: _File) -> str:
    key, *others = file.people()
    wrong = "\n".join(f"  - {file.person(other)}" for other in others[:3])
    return f"""
  kind: person
  ask: Who opened the harbour of {file.name} to the ships of the league in the year of the comet?
  answer: {file.person(key)}
  wrong:
{wrong}
{file.cite(f"to the league {_person_name(file.number, key)} opened")}
{file.why()}
"""


def _number(file: _File) -> str:
    answer = (
        f"{file.pick('some', 'nearly', 'about')} {file.number_to(9)},{file.number_to(899) + 99}"
    )
    return f"""
  kind: number
  counts: soldiers before {file.name}
  ask: How many soldiers of the league lay before the walls of {file.name} that summer?
  answer: {answer} soldiers
{file.cite(f"there lay {answer} soldiers at once")}
{file.why()}
"""


def _number_choice(file: _File) -> str:
    return f"""{_number(file).rstrip()}
  wrong:
  - {file.number_to(80) + 10},000 soldiers: those of the whole league
  - {file.number_to(89) + 10} soldiers: the watch of the gate alone
"""


def _quote(file: _File) -> str:
    person = file.people()[0]
    words = f"{file.name} shall not pay twice"
    return f"""
  kind: quote
  words: {words}
  speaker: {file.person(person)}
  to: the council of the league
  when: not given
  ask: Who told the council of the league that {file.name} should not pay twice?
{file.cite(words)}
{file.why()}
"""


def _place(file: _File) -> str:
    return f"""
  kind: place
  ask: Where did the envoys of the north first meet the elders of {file.name}?
  answer: in the customs house
  wrong:
  - in the granary: there the grain of the league was counted
  - on the bridge: there they parted
  - in the chapel
{file.cite("the elders in the customs house")}
{file.why()}
"""


def _term(file: _File) -> str:
    return f"""
  kind: term
  ask: What did the people of {file.name} call the tax on salt that the league raised?
  answer: the white penny
  accept:
  - white penny
  cloze: In {file.name} the tax on salt was called the {{white penny}} by everybody who paid it.
{file.cite("called it the white penny, all")}
{file.why()}
"""


def _fact(file: _File) -> str:
    deed = file.pick(*_DEEDS)
    return f"""
  kind: fact
  ask: What did the steward of {file.name} do before the siege of the lower town began?
  answer: he {deed}
  when: {file.date(15)}
{file.cite(f"where he {deed} himself")}
{file.why()}
"""


def _fact_choice(file: _File) -> str:
    key, *others = file._random.sample(_DEEDS, len(_DEEDS))
    return f"""
  kind: fact
  claimed-by: the annals
  ask: What, on this account, did the mayor of {file.name} do in the winter of the flood?
  answer: he {key}
  wrong:
  - he {others[0]}: that was his brother, who never held the office
  - he {others[1]}: that was two winters later
  - he {others[2]}
{file.cite(f"in that winter he {key}")}
{file.why()}
"""


def _cloze(file: _File) -> str:
    return f"""
  kind: fact
  cloze: In that year the guild of {file.name} was freed from every {{toll}} on the river, from the sea to the lakes.
  accept:
  - dues
{file.cite("freed from every toll they had")}
{file.why()}
"""


def _statement(file: _File) -> str:
    return f"""
  kind: fact
  statement: The bridge of {file.name} was built of oak from the royal forest in one summer.
  statement-is: false
  correction: It was built of stone from the old wall.
{file.cite("built of stone from the wall")}
{file.why()}
"""


def _argument(file: _File) -> str:
    return f"""
  kind: argument
  level: 2
  held-by: the annals
  claim: The fall of {file.name} was owed to its own council, not to its enemies.
  reasons:
  - point: it had sent the guards away before the harvest, to save their pay
{file.cite("sent away the guards for thrift", "    ")}
  concedes:
  - point: the river stood higher than anybody then living had seen it
{file.cite("the river stood higher than ever", "    ")}
  ask: How do the annals explain the fall of {file.name} in the third year of the war?
  marks-for:
    reasons: 1
    concedes: 1
"""


def _comparison(file: _File) -> str:
    return f"""
  kind: comparison
  level: 3
  ask: Whom do the two texts blame for the fire that destroyed the lower town of {file.name}?
  sides:
  - name: The annals
    says: the bakers of the harbour, whose ovens had never once been inspected
{file.cite("the ovens of the bakers burned", "    ")}
  - name: The letters
    says: the council itself, which had sold the pumps to pay for its banquet
{file.cite("the council had sold the pumps", "    ")}
  verdict: contradict
{file.why()}
"""


def _order(file: _File) -> str:
    start = file.number_to(3) - 1
    members = ", ".join(file.ref(start + step) for step in range(3))
    return f"""
  order: [{members}]
{file.why()}
"""


def _match(file: _File) -> str:
    start = _first(_number) + file.number_to(2) - 1
    members = ", ".join(file.ref(start + step) for step in range(3))
    return f"""
  match: answer
  of: [{members}]
  spare: {file.ref(start + 3)}
"""


def _long(file: _File) -> str:
    return f"""
  long: How far do the two texts agree about the fall of {file.name}?
  level: 3
  marks: 8
  levels:
  - 5-8: weighs both texts against each other, with detail
  - 1-4: states points from one text
  indicative: [{file.ref(_first(_argument))}, {file.ref(_first(_comparison))}]
"""


_MIX: tuple[tuple[Callable[[_File], str], int], ...] = (
    (_date, 5),
    (_date_choice, 4),
    (_person, 3),
    (_person_choice, 5),
    (_number, 3),
    (_number_choice, 3),
    (_quote, 7),
    (_place, 4),
    (_term, 6),
    (_fact, 12),
    (_fact_choice, 14),
    (_cloze, 6),
    (_statement, 4),
    (_argument, 8),
    (_comparison, 9),
    (_order, 2),
    (_match, 3),
    (_long, 2),
)


def _first(make: Callable[[_File], str]) -> int:
    """The place of the first question that is made so."""
    makers = [maker for maker, _ in _MIX]
    return sum(count for _, count in _MIX[: makers.index(make)])


def _people(files: int) -> str:
    people = (
        f"- id: p{file}-{person}\n  names:\n  - {_person_name(file, person)}\n"
        f"  role: Keeper of the rolls\n"
        for file in range(files)
        for person in range(_PEOPLE_A_FILE)
    )
    return "format: 1\npeople:\n" + "".join(people)


def write_bank(root: Path, questions: int) -> None:
    """A bank, its lock, a deck and a quiz; `questions` is a multiple of QUESTIONS_A_FILE."""
    files = questions // QUESTIONS_A_FILE
    entries = set()
    for folder in ("questions", "decks"):
        (root / folder).mkdir(parents=True)
    for number in range(files):
        made = _File(number)
        _write(root, f"questions/register-{number:04}.yaml", made.text())
        entries |= {evidence_entry(BANK, t, Place(p), said) for t, p, said in made.cited}
    _write(root, "questions/bank.yaml", _BANK_FILE)
    _write(root, "questions/people.yaml", _people(files))
    _write(root, "questions/sources.yaml", _SOURCES)
    _write(root, "questions/evidence.lock", Lock.of(entries).dump())
    _write(root, "decks/kingdom.yaml", _DECK)
    _write(root, "decks/test.yaml", _QUIZ)


def _write(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")
