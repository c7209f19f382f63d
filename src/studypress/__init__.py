"""Compile a curated bank of questions, written in YAML, into Anki decks and printed quizzes.

What is typed becomes values: `source` reads YAML, `decode` types it by `model`, `files` and `bank`
gather it, `texts` and `languages` say how words, dates and numbers are meant. `checks` hold the
bank against its rules (`codes` documents each, `diagnostics` carries a fault, `show` prints it).
`choose` draws what a definition wants, `arrange` lays out the versions of a paper, `forms` make
items of questions, and `outputs` make files of items. `project` and `rendering` go that way from
end to end; `keeping` and `remaking` go it again for a paper that was handed out, `release` with
the `ledger` for students who have the deck. `adopt` and `starter` begin a bank. `cli` and
`commands` are what people type; `paths` says where files stand, `limits` how large they may be.
"""

__version__ = "0.1.0"
