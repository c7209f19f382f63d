"""Where the files of a bank stand, from its root, and those that are built of it."""

QUESTIONS = "questions"
DECKS = "decks"
FOLDERS = (QUESTIONS, DECKS)  # that a bank has

BANK_FILE = f"{QUESTIONS}/bank.yaml"
EVIDENCE_LOCK = f"{QUESTIONS}/evidence.lock"
QUESTION_SCHEMA = f"{QUESTIONS}/question.schema.json"

LEDGER_FILE = f"{DECKS}/notes.lock"
MEDIA_FOLDER = f"{DECKS}/media"
KEPT_PAPERS = f"{DECKS}/papers"
DEFINITION_SCHEMA = f"{DECKS}/definition.schema.json"

BUILD = "build"
# Pages of it that stand beside the folders of definitions.
COVERAGE, PREVIEW, RELEASE_NOTES = "coverage.html", "preview.html", "release-notes.md"
PAGES = (COVERAGE, PREVIEW, RELEASE_NOTES)
