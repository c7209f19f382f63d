"""What one writes without studypress: YAML to a paper and its key with PyYAML and Jinja.

    python jinja_paper.py ROOT OUT

The same sections as the bank's quiz, drawn by chance; nothing checked.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

import yaml
from jinja2 import Environment

_SECTIONS = (
    ("wrong", 20),
    ("cloze", 10),
    ("statement", 4),
    ("ask", 20),
    ("order", 1),
    ("match", 1),
)
_PAPER = """\
<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>{{ title }}</title><h1>{{ title }}</h1>
{% for name, questions in sections %}<section>
{% for q in questions %}<fieldset><legend>{{ loop.index }}. {{ q.shown }}</legend>
{% if q.options %}<ol>{% for option in q.options %}<li>{{ option }}</li>{% endfor %}</ol>
{% else %}<p>____________________</p>{% endif %}
</fieldset>
{% endfor %}</section>
{% endfor %}
</html>
"""
_KEY = """\
<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>{{ title }}</title><h1>{{ title }}: key</h1>
{% for name, questions in sections %}<ol>
{% for q in questions %}<li>{{ q.key }} <small>{{ q.why }}</small>
{% for place in q.places %}<cite>{{ place }}</cite>{% endfor %}</li>
{% endfor %}</ol>
{% endfor %}
</html>
"""


def answer(question: dict[str, Any], names: dict[str, str]) -> str:
    given = str(question.get("answer") or question.get("speaker") or question.get("verdict") or "")
    return names.get(given, given)


def shown(question: dict[str, Any], names: dict[str, str], random: Random) -> dict[str, Any]:
    """A question with what the templates print."""
    key = answer(question, names)
    wrong = [next(iter(w)) if isinstance(w, dict) else w for w in question.get("wrong", ())]
    options = [names.get(str(option), str(option)) for option in (key, *wrong)] if wrong else []
    random.shuffle(options)
    members = [names.get(r, r) for r in (*question.get("order", ()), *question.get("of", ()))]
    stem = question.get("ask") or question.get("cloze") or question.get("statement")
    return {
        "shown": stem or "Put these together.",
        "options": options or members,
        "key": question.get("correction") or key,
        "why": question.get("why", ""),
        "places": [
            f"{place}: {words}" for c in question.get("cite", ()) for place, words in c.items()
        ],
    }


def main(root: Path, out: Path) -> None:
    questions: list[dict[str, Any]] = []
    for path in sorted((root / "questions").glob("register-*.yaml")):
        questions += yaml.safe_load(path.read_text(encoding="utf-8"))["questions"]
    people = yaml.safe_load((root / "questions/people.yaml").read_text(encoding="utf-8"))["people"]
    names = {f"${person['id']}": person["names"][0] for person in people}
    names |= {f"${q['id']}": q.get("event", q["id"]) for q in questions}
    random = Random(1)
    sections = [
        (
            key,
            [shown(q, names, random) for q in random.sample([q for q in questions if key in q], n)],
        )
        for key, n in _SECTIONS
    ]
    environment = Environment(autoescape=True)
    for name, template in (("paper.html", _PAPER), ("key.html", _KEY)):
        page = environment.from_string(template).render(title="The kingdom", sections=sections)
        (out / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
