"""Q0: the file is not the YAML that studypress reads."""

from studypress.diagnostics import MOST_FAULTS, Code, Severity
from studypress.limits import LARGEST_FILE, LONGEST_VALUE, MOST_ENTRIES, MOST_VALUES

NOT_UTF8 = Code(
    "Q001",
    "a byte that is not UTF-8",
    "Every file is UTF-8, so that a name with an accent is the same on every machine. Editors on "
    "Windows sometimes save another encoding.",
    bad=b"- id: offer\n  kind: term\n  ask: What did the communiqu\xe9 call for?\n"
    b"  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the communiqué call for?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

UTF16 = Code(
    "Q002",
    "the file is in UTF-16 or UTF-32",
    "Every file is UTF-8. Some Windows programs call UTF-16 simply “Unicode”.",
    bad="format: 1\ntopic: Saved as Unicode\nquestions:\n".encode("utf-16"),
    good="format: 1\ntopic: Saved as UTF-8\n",
)

BYTE_ORDER_MARK = Code(
    "Q003",
    "a byte order mark",
    "The mark is read over, but other tools stumble on it: the first key of the file seems to have another name.",
    bad=b"\xef\xbb\xbfformat: 1\ntopic: With a mark\n",
    good="format: 1\ntopic: Without a mark\n",
    severity=Severity.WARNING,
)

CRLF = Code(
    "Q004",
    "lines end in CR LF",
    "They are read as they are meant, but a file with both kinds of line end shows whole pages as changed.",
    bad=b"format: 1\r\ntopic: From Windows\r\n",
    good="format: 1\ntopic: From anywhere\n",
    severity=Severity.WARNING,
)

CONTROL_CHARACTER = Code(
    "Q005",
    "a control character",
    "Characters such as NUL come from copying out of PDFs and terminals. They cannot be seen, and decks that hold them break.",
    bad="- id: offer\n  kind: term\n  ask: What did the envoy\x00 propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

BIDI_CONTROL = Code(
    "Q006",
    "a character that reverses the direction of text",
    "It makes text show in another order than it is stored, so that what one reads is not what one builds.",
    bad="- id: offer\n  kind: term\n  ask: What did the \u202eenvoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

ODD_LINE_BREAK = Code(
    "Q007",
    "a line break that editors do not show",
    "YAML ends a line at U+2028, U+2029, U+0085 and a lone carriage return; most editors do not, so line numbers would differ.",
    bad="- id: offer\n  kind: term\n  ask: What did the\u2028envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

TAB = Code(
    "Q008",
    "a tab in the indentation",
    "YAML indents with spaces only, because a tab is as wide as each editor likes.",
    bad="- id: offer\n\tkind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

BAD_INDENTATION = Code(
    "Q009",
    "bad indentation",
    "Keys of one question stand exactly under each other, two spaces in from the dash.",
    bad="- id: offer\n  kind: term\n   ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

UNCLOSED_QUOTE = Code(
    "Q010",
    "a quotation mark that is never closed",
    "A value that begins with a quotation mark ends with the same one. Where the mark is part of the text, use “ ” or quote the whole value.",
    bad='- id: offer\n  kind: term\n  ask: "What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n',
    good='- id: offer\n  kind: term\n  ask: "What did the envoy propose?"\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n',
)

TEXT_AFTER_QUOTE = Code(
    "Q011",
    "text after a closing quotation mark",
    "A value that begins with a quotation mark ends where the next one stands. Quote the whole value, or use “ ” inside it.",
    bad='- id: offer\n  kind: term\n  ask: "Truce" was whose word?\n  answer: the envoy\'s\n  cite:\n  - A history, chapter 1\n',
    good="- id: offer\n  kind: term\n  ask: “Truce” was whose word?\n  answer: the envoy's\n  cite:\n  - A history, chapter 1\n",
)

COLON_IN_VALUE = Code(
    "Q012",
    "a colon in a plain value",
    "A colon followed by a space ends a key. In text, quote the value.",
    bad="- id: offer\n  kind: term\n  ask: One word: what did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good='- id: offer\n  kind: term\n  ask: "One word: what did the envoy propose?"\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n',
)

ODD_BEGINNING = Code(
    "Q013",
    "a value that begins with a character that YAML keeps for itself",
    "A value that begins with one of [ ] { } > | @ % & * ! ` or a dash and a space is quoted.",
    bad="- id: offer\n  kind: term\n  ask: [In one word] what did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good='- id: offer\n  kind: term\n  ask: "[In one word] what did the envoy propose?"\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n',
)

CUT_BY_HASH = Code(
    "Q014",
    "a value cut by ` #`",
    "A space and a `#` begin a comment: YAML would drop the rest of the text without a word. A comment that is meant stands two spaces after the value, with a space after its `#`.",
    bad="- id: offer\n  kind: term\n  ask: What did envoy #1 propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good='- id: offer\n  kind: term  # a comment\n  ask: "What did envoy #1 propose?"\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n',
)

FLOW_MAPPING = Code(
    "Q015",
    "a flow mapping",
    "In braces a comma in the text would begin another key, silently. One thing a line.",
    bad="- {id: offer, kind: term}\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

DUPLICATE_KEY = Code(
    "Q016",
    "a key that stands twice",
    "YAML would keep one of the two and drop the other without a word.",
    bad="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  answer: a truce\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  accept:\n  - a truce\n  cite:\n  - A history, chapter 1\n",
)

ALIAS = Code(
    "Q017",
    "an anchor or an alias",
    "Anchors and aliases hide what a question says, and a few lines of them can grow to fill the memory. A reference is `$` and an id.",
    bad="- id: offer\n  kind: term\n  ask: &stem What did the envoy propose?\n  answer: *stem\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

MERGE_KEY = Code(
    "Q018",
    "a merge key",
    "What a question says stands in the question.",
    bad="- id: offer\n  <<: defaults\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

TAG = Code(
    "Q019",
    "a YAML tag",
    "Tags change the type of a value, and in some programs run code. Here a key decides the type.",
    bad='- id: offer\n  kind: term\n  ask: !!python/object/apply:os.system ["true"]\n  answer: a cease-fire\n',
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

SEVERAL_DOCUMENTS = Code(
    "Q020",
    "several documents in one file",
    "What stands after a second `---` would not be read.",
    bad="format: 1\ntopic: First\n---\nformat: 1\ntopic: Second\n",
    good="format: 1\ntopic: First and second\n",
)

TOO_DEEP = Code(
    "Q021",
    "nesting too deep",
    "No question needs more than a few levels. Deep nesting is an accident or an attack.",
    bad="format: 1\ntopic: " + "[" * 100 + "\n",
    good="format: 1\ntopic: As deep as a question goes\n",
)

NOT_YAML = Code(
    "Q022",
    "a line that does not fit what stands above it",
    "Only a person can tell what was meant here.",
    bad="- id: offer\n  kind: term\n  ? - ask\n    : what\n  - answer\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

EMPTY_FILE = Code(
    "Q023",
    "an empty file",
    "A file in `questions/` or `decks/` says at least which format it follows.",
    bad="# nothing but a comment\n",
    good="format: 1\ntopic: To be written\n",
)

ODD_KEY = Code(
    "Q024",
    "a key that is not plain text",
    "Keys are words.",
    bad="- id: offer\n  [kind, form]: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

MISSING_COLON = Code(
    "Q025",
    "a key without its colon",
    "A key is followed by a colon and a space.",
    bad="- id: offer\n  kind term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

TOO_LARGE = Code(
    "Q026",
    "more than is read",
    f"A file has at most {LARGEST_FILE:,} bytes and {MOST_VALUES:,} keys and values, a value {LONGEST_VALUE:,} characters, a list {MOST_ENTRIES:,} entries (of questions, people and texts a file may have more); of a file {MOST_FAULTS:,} faults are reported. No question needs that: it is an accident, such as a quotation mark that is never closed, or an attack.",
    bad="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  why: "
    + "and so on " * 1_001
    + "\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  why: And so on.\n  cite:\n  - A history, chapter 1\n",
)

INVISIBLE_CHARACTER = Code(
    "Q027",
    "a character that cannot be seen",
    "Soft hyphens, zero-width spaces and the like come along with text that is copied. Two answers that look the same are not the same, and a search does not find them. Joiners and direction marks are allowed beside letters of scripts that need them.",
    bad="- id: offer\n  kind: term\n  ask: What did the en\u200bvoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
)

MIXED_SCRIPTS = Code(
    "Q028",
    "a letter of another script in a Latin word",
    "Some Cyrillic and Greek letters cannot be told from Latin ones. A word that mixes them is not the word that one reads: no search finds it, and no answer equals it.",
    bad="- id: offer\n  kind: term\n  ask: What did the env\u043ey propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - A history, chapter 1\n",
    severity=Severity.WARNING,
)

ODD_ENTRY = Code(
    "Q029",
    "an entry of a list without its dash and space",
    "A question, and each thing in a list, begins with `- `: a dash and a space. Bullets, numbers and letters are text.",
    bad="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  wrong:\n  -a treaty\n  • a retreat\n  cite:\n  - A history, chapter 1\n",
    good="- id: offer\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  wrong:\n  - a treaty\n  - a retreat\n  cite:\n  - A history, chapter 1\n",
)
