"""Compile a curated bank of questions, written in YAML, into Anki decks and printed quizzes."""

__version__ = "0.1.0"
