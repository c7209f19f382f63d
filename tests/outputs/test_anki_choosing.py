"""A choice is made on the front and seen on the back: in a browser, as Anki's reviewer does it."""

from __future__ import annotations

import json

import pytest

from studypress.model.words import Form
from tests.outputs.anki_package import built, cards, collection, faces, import_into
from tests.outputs.browser import Browser
from tests.outputs.samples import sample

pytestmark = pytest.mark.browser

# Anki puts a face into #qa and runs its scripts: ts/reviewer of Anki's source.
_REVIEWER = """<!DOCTYPE html><meta charset="utf-8"><title>-</title><div id="qa"></div><script>
const errors = [];
onerror = (message) => { errors.push(message); };
function show(face) {
  const qa = document.getElementById("qa");
  qa.replaceChildren(document.createRange().createContextualFragment(face));
}
const state = () => [...document.querySelectorAll("#qa input")].filter(i => i.checked).map(i => i.value);
const faces = %s, seen = [];
show(faces.front);
document.querySelector("#qa input[value=%s]").click();
seen.push(state()); show(faces.back); seen.push(state());
show(faces.front); seen.push(state()); show(faces.back); seen.push(state());
</script>"""


def _reviewed(form: Form, name: str, chosen: str, browser: Browser) -> object:
    with collection() as opened:
        import_into(opened, built(sample(name, form)))
        front, back = faces(cards(opened)[0])
    shown = json.dumps({"front": front, "back": back}).replace("</", "<\\/")
    with browser.open((_REVIEWER % (shown, chosen)).encode()) as page:
        return page.value("({seen, errors})")


@pytest.mark.parametrize(
    ("form", "name", "chosen"),
    [
        (Form.CHOICE, "who-drew-the-border", "B"),
        (Form.TRUE_FALSE, "dues-shared", "T"),
    ],
)
def test_what_was_chosen_is_marked_until_the_card_comes_again(
    form: Form, name: str, chosen: str, browser: Browser
) -> None:
    """Chosen on the front, marked on the back; the next time, nothing is chosen yet."""
    expected = {"seen": [[chosen], [chosen], [], []], "errors": []}
    assert _reviewed(form, name, chosen, browser) == expected
