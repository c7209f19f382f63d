"""How large what is read may be. No bank that people write comes near; an accident or an attack
ends here, before it costs a second or 200 MiB."""

LARGEST_FILE = 1_000_000  # bytes: some 2,400 questions; 50 to 200 a file are meant
LARGEST_RECORD = 100_000_000  # bytes of the ledger or the lock: of 100,000 questions and more
LARGEST_TEXT = 20_000_000  # bytes of a text at hand or a pasted page
LONGEST_VALUE = 10_000  # characters: four pages
LONGEST_LINE = 2 * LONGEST_VALUE  # with its key, quotation marks and comment
MOST_VALUES = 60_000  # of a file, keys included; of a line there are about two
LONGEST_ITEM = 50_000  # characters of a broken item that is mended and read again
MOST_ENTRIES = 1_000  # of a list within a question
MOST_REREAD = 2_000_000  # characters of a broken file that are read again while it is mended
