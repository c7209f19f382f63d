"""Q5: what is to be built does not hold together."""

from studypress.diagnostics import Code

_DECK = """# decks/example.yaml
deck: Example
format: 1
id: 1600000001
forms: [short, cloze]
"""
_QUIZ = """# decks/test.yaml
quiz: A short test
format: 1
minutes: 10
sections:
- title: One answer each
  form: short
  count: 1
"""

NO_DEFINITION_KIND = Code(
    "Q501",
    "a definition that is neither a deck nor a quiz",
    "A file in `decks/` says `deck:` or `quiz:`, and with it which other keys there are.",
    bad=_DECK.replace("deck: Example", "title: Example"),
    good=_DECK,
)

NAME_TAKEN = Code(
    "Q525",
    "a definition whose name is taken",
    "What is built of a definition stands in a folder that is called as its file is, without `.yaml`. Some systems tell no capitals from small letters. `coverage.html`, `preview.html` and `release-notes.md` are pages that stand beside these folders.",
    bad="# decks/preview.html.yaml\n" + _DECK.split("\n", 1)[1],
    good="# decks/previewed.yaml\n" + _DECK.split("\n", 1)[1],
)

SECTION_TOO_LARGE = Code(
    "Q502",
    "a section that wants more questions than there are",
    "The paper would be shorter than its front page says.",
    bad=_QUIZ.replace("count: 1", "count: 100"),
    good=_QUIZ,
)

FORM_MAKES_NO_CARDS = Code(
    "Q503",
    "a form that makes no cards",
    "Ordering, matching and long questions are for paper.",
    bad=_DECK.replace("[short, cloze]", "[short, long]"),
    good=_DECK,
)

EMPTY_DECK = Code(
    "Q504",
    "a deck without a card",
    "No question passes its filter in one of its forms.",
    bad=_DECK + "from:\n  tag: [nothing-has-this]\n",
    good=_DECK,
)

SAME_DECK_ID = Code(
    "Q505",
    "two decks with one id and different names",
    "Anki would take them for one deck. A smaller package of the same deck shares both id and name.",
    bad=_DECK + "# decks/second.yaml\ndeck: Another\nformat: 1\nid: 1600000001\nforms: [short]\n",
    good=_DECK + "# decks/second.yaml\ndeck: Another\nformat: 1\nid: 1600000002\nforms: [short]\n",
)

UNKNOWN_TEXT_FILTER = Code(
    "Q506",
    "a filter by a text that the bank does not have",
    "It would let nothing pass.",
    bad=_QUIZ + "  from:\n    text: [diary]\n",
    good=_QUIZ,
)

QUOTA_TOO_LARGE = Code(
    "Q507",
    "least and greatest numbers that a section cannot keep",
    "There are too few questions of that kind, text or level, or the numbers contradict each other.",
    bad=_QUIZ + "  at-least:\n  - kind: comparison\n    count: 1\n",
    good=_QUIZ,
)

NO_SUCH_EXTRACT = Code(
    "Q520",
    "an extract that the texts do not have",
    "A section prints paragraphs of a text that `questions/sources.yaml` records.",
    bad=_QUIZ + "  extract: essay 31-32\n",
    good=_QUIZ,
)

NOTHING_TO_READ = Code(
    "Q521",
    "a handout of texts that the bank does not have",
    "`reading: true` prints the texts that `questions/sources.yaml` records.",
    bad=_QUIZ + "reading: true\n",
    good=_QUIZ,
)

NO_SUCH_LOOK = Code(
    "Q522",
    "a look that is not there",
    "`look:` names a folder below `decks/` with templates or style sheets; links are not followed.",
    bad=_QUIZ + "look: looks/school\n",
    good=_QUIZ,
)

_LOOK = _QUIZ + "look: looks/school\n"

LOOK_REPLACES_NOTHING = Code(
    "Q523",
    "a file of a look that replaces nothing",
    "Each file of a look stands in for the built-in one of its name; another name would do nothing.",
    bad=_LOOK + "# decks/looks/school/loook.css\nh1 { color: navy; }\n",
    good=_LOOK + "# decks/looks/school/look.css\nh1 { color: navy; }\n",
)

BROKEN_LOOK = Code(
    "Q524",
    "a template or style sheet of a look that cannot be used",
    "A template follows Jinja's syntax and uses what the built-in one of its name uses; a style sheet holds no `</`.",
    bad=_LOOK + "# decks/looks/school/front.html.j2\n<header>{{ heading.title }</header>\n",
    good=_LOOK + "# decks/looks/school/front.html.j2\n<header>{{ heading.title }}</header>\n",
)

DECK_ID_TOO_SMALL = Code(
    "Q508",
    "a deck id that Anki may already use",
    "Anki's own decks have the ids 1 and those of the moment of their making; take a large number and keep it.",
    bad=_DECK.replace("1600000001", "1"),
    good=_DECK,
)

UNKNOWN_TOPIC_FILTER = Code(
    "Q509",
    "a filter by a topic that the bank does not have",
    "It would let nothing pass. A topic is what a file of questions says after `topic:`.",
    bad=_QUIZ + "  from:\n    topic:\n    - The mision\n",
    good=_QUIZ + "  from:\n    topic:\n    - The mission\n",
)

_SUBDECK = "subdecks:\n- deck: Example::Capitals\n  id: 1600000002\n"

NO_SUBDECK = Code(
    "Q510",
    "a subdeck that is not below its deck",
    "Anki takes `Example::Capitals` for a deck below `Example` because of its name alone.",
    bad=_DECK + _SUBDECK.replace("Example::", ""),
    good=_DECK + _SUBDECK,
)

DECK_NAME_CHANGES = Code(
    "Q518",
    "the name of a deck that Anki would change",
    "Anki calls an empty level `blank`, and takes spaces and colons from the ends of each; the deck would be another than the one named here.",
    bad=_DECK + _SUBDECK.replace("::", "::::"),
    good=_DECK + _SUBDECK,
)

SAME_DECK_NAME = Code(
    "Q519",
    "two decks with one name and different ids",
    "Anki would put the cards of both into one deck. It tells no capitals from small letters.",
    bad=_DECK + _SUBDECK + "- deck: Example::capitals\n  id: 1600000003\n",
    good=_DECK + _SUBDECK + "- deck: Example::Rivers\n  id: 1600000003\n",
)

CONTRADICTION = Code(
    "Q511",
    "requirements of a paper that cannot hold together",
    "There is no such paper, and there would be one without any of the requirements named. Three hold for every paper: no fact is asked twice, not even as a part of an ordering or matching question; the questions of a `set` stay together or stay out; no question gives away the answer to another. It would if that answer, as printed, stood word for word in its stem, sentence, statement, events or prompts, or inside a longer option. So would another name of somebody who is that answer. A whole option does not count, and an answer of one word or of a matching question only where the text around it shares a word of four letters or more with what asks for it.",
    bad=_QUIZ + "must: [$envoy-arrives, $treaty-signed]\n",
    good=_QUIZ.replace("count: 1", "count: 2") + "must: [$envoy-arrives, $treaty-signed]\n",
)

_TWO_ORDERS = """# questions/example.yaml
format: 1
topic: Order
questions:
- id: first-order
  order: [$envoy-arrives, $envoy-leaves, $treaty-signed]
- id: second-order
  order: [$envoy-leaves, $treaty-signed, $envoy-arrives]
"""

UNDECIDED = Code(
    "Q512",
    "a search for a paper that was ended",
    "A paper is found where there is one. With many requirements that are hard to meet that may take for ever, so the search ends after as many dead ends as `tries` says.",
    bad=_TWO_ORDERS
    + _QUIZ.replace("count: 1", "count: 7")
    + "- title: Order\n  form: ordering\n  count: 1\ntries: 0\n",
    good=_TWO_ORDERS
    + _QUIZ.replace("count: 1", "count: 6")
    + "- title: Order\n  form: ordering\n  count: 1\n",
)

UNKNOWN_QUIZ = Code(
    "Q513",
    "a quiz that there is not",
    "`not-in` names other quizzes by their files in `decks/`, without `.yaml`, and papers that were handed out by their ids, if they were kept (`studypress build --keep`).",
    bad=_QUIZ + "not-in: [another]\n",
    good=_QUIZ + "not-in: [another]\n# decks/another.yaml\n" + _QUIZ.split("\n", 1)[1],
)

CIRCLE_OF_QUIZZES = Code(
    "Q514",
    "quizzes that each wait for the other",
    "A quiz with `not-in` is drawn after those that it names.",
    bad=_QUIZ
    + "not-in: [another]\n# decks/another.yaml\n"
    + _QUIZ.split("\n", 1)[1]
    + "not-in: [test]\n",
    good=_QUIZ + "not-in: [another]\n# decks/another.yaml\n" + _QUIZ.split("\n", 1)[1],
)

PAPER_TOO_LARGE = Code(
    "Q530",
    "a quiz that no paper can hold",
    "A paper has at most 26 sections and 100 versions, a section at most 500 questions and 20 least and greatest numbers, a question at most 100 marks. More is a slip of the keyboard.",
    bad=_QUIZ.replace("count: 1", "count: 1\n  marks: 1000"),
    good=_QUIZ,
)

_ORDER = """# questions/example.yaml
format: 1
topic: Order
questions:
- id: order
  order: [$envoy-arrives, $envoy-leaves, $treaty-signed]
"""
_KEPT = """# decks/papers/ZMHV4N.yaml
format: 1
paper: ZMHV4N
quiz: test
title: A short test
minutes: 10
bank-title: Example
bank-version: 2026.1
language: en
versions: [A]
sections:
- title: Order
  form: ordering
  questions:
  - id: order
    marks: 2
    content: 963ffd0325a23133
    shown:
    - A: 2 1 3
"""

KEPT_QUESTION_CHANGED = Code(
    "Q515",
    "a question of a kept paper that has changed",
    "A paper that was handed out is made again as it was, with its key, or not at all. `content` is a hash of all that paper and key say of a question.",
    bad=_ORDER + _KEPT.replace("963ffd0325a23133", "0123456789abcdef"),
    good=_ORDER + _KEPT,
)

KEPT_QUESTION_GONE = Code(
    "Q516",
    "a question of a kept paper that is gone",
    "The paper cannot be made again without it. A question that is asked no more is retired, and not deleted.",
    bad=_KEPT,
    good=_ORDER + _KEPT,
)

KEPT_PAPER_ALTERED = Code(
    "Q517",
    "the file of a kept paper that is not as it was written",
    "It says how a paper was printed that students and markers have.",
    bad=_ORDER + _KEPT.replace("A: 2 1 3", "A: 3 1 2"),
    good=_ORDER + _KEPT,
)
