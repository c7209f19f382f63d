"""Questions of every kind and form, as one would type them, about the kingdom."""

from __future__ import annotations

from collections.abc import Callable

from tests.bench.kingdom import File, person_name

_DEEDS = (
    "sealed the gates",
    "counted the grain",
    "burned the ships",
    "paid the guards",
)


def register(file: File) -> str:
    """The file, its questions in the order of `_MIX`: references lead to fixed places."""
    made = [_question(file, make) for make, count in _MIX for _ in range(count)]
    return f"format: 1\ntopic: Register {file.number}\nquestions:\n" + "\n".join(made)


def _question(file: File, make: Callable[[File], str]) -> str:
    body = make(file).strip("\n")
    if file.place % 10 in (3, 6, 8, 9) and file.place <= _first(_order):
        body += f"\n  after: [{file.ref(file.place - 1)}]"
    if file.place % 10 in (2, 5, 7):
        body += "\n  importance: " + file.pick("core", "detail")
    file.place += 1
    return f"- id: q{file.number}-{file.place - 1}\n{body}\n"


def _date(file: File) -> str:
    answer = file.date(14 + file.place % 3)
    return f"""
  kind: date
  event: {file.name} is given its charter
  ask: When was the town of {file.name} given its charter, by the reckoning of the league?
  answer: {answer}
{file.cite(f"given its charter on {answer}")}
{file.why()}
"""


def _date_choice(file: File) -> str:
    return f"""{_date(file).rstrip()}
  wrong:
  - {file.date(17)}: the day on which the charter was renewed
  - {file.date(18)}: the day on which it was lost
  - {file.date(19)}
"""


def _person(file: File) -> str:
    person = file.people()[0]
    return f"""
  kind: person
  event: the keeper of the seal of {file.name}
  ask: Who kept the great seal in the town of {file.name} while the queen was away?
  answer: {file.person(person)}
{file.cite(f"the seal {person_name(file.number, person)} kept")}
{file.why()}
"""


def _person_choice(file: File) -> str:
    key, *others = file.people()
    wrong = "\n".join(f"  - {file.person(other)}" for other in others[:3])
    return f"""
  kind: person
  ask: Who opened the harbour of {file.name} to the ships of the league in the year of the comet?
  answer: {file.person(key)}
  wrong:
{wrong}
{file.cite(f"to the league {person_name(file.number, key)} opened")}
{file.why()}
"""


def _number(file: File) -> str:
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


def _number_choice(file: File) -> str:
    return f"""{_number(file).rstrip()}
  wrong:
  - {file.number_to(80) + 10},000 soldiers: those of the whole league
  - {file.number_to(89) + 10} soldiers: the watch of the gate alone
"""


def _quote(file: File) -> str:
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


def _place(file: File) -> str:
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


def _term(file: File) -> str:
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


def _fact(file: File) -> str:
    deed = file.pick(*_DEEDS)
    return f"""
  kind: fact
  ask: What did the steward of {file.name} do before the siege of the lower town began?
  answer: he {deed}
  when: {file.date(15)}
{file.cite(f"where he {deed} himself")}
{file.why()}
"""


def _fact_choice(file: File) -> str:
    key, *others = file.shuffled(_DEEDS)
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


def _cloze(file: File) -> str:
    return f"""
  kind: fact
  cloze: In that year the guild of {file.name} was freed from every {{toll}} on the river, from the sea to the lakes.
  accept:
  - dues
{file.cite("freed from every toll they had")}
{file.why()}
"""


def _statement(file: File) -> str:
    return f"""
  kind: fact
  statement: The bridge of {file.name} was built of oak from the royal forest in one summer.
  statement-is: false
  correction: It was built of stone from the old wall.
{file.cite("built of stone from the wall")}
{file.why()}
"""


def _argument(file: File) -> str:
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


def _comparison(file: File) -> str:
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


def _order(file: File) -> str:
    start = file.number_to(3) - 1
    members = ", ".join(file.ref(start + step) for step in range(3))
    return f"""
  order: [{members}]
{file.why()}
"""


def _match(file: File) -> str:
    start = _first(_number) + file.number_to(2) - 1
    members = ", ".join(file.ref(start + step) for step in range(3))
    return f"""
  match: answer
  of: [{members}]
  spare: {file.ref(start + 3)}
"""


def _long(file: File) -> str:
    return f"""
  long: How far do the two texts agree about the fall of {file.name}?
  level: 3
  marks: 8
  levels:
  - 5-8: weighs both texts against each other, with detail
  - 1-4: states points from one text
  indicative: [{file.ref(_first(_argument))}, {file.ref(_first(_comparison))}]
"""


_MIX: tuple[tuple[Callable[[File], str], int], ...] = (
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


def _first(make: Callable[[File], str]) -> int:
    """The place of the first question that is made so."""
    makers = [maker for maker, _ in _MIX]
    return sum(count for _, count in _MIX[: makers.index(make)])
