"""The commands, each in the room of its subject: `beginning` a bank, `building`, `decks`, `papers`,
`texts`, and `looking` at faults, questions and the format. `common` is what they share, `progress`
and `closing` are what a build shows, `leaving` is how a command ends where something goes wrong.
"""
