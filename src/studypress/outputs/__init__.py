"""Where items go: `anki` decks, `paper` (pages and keys), the same in Word (`docx`) and printed to
`pdf`, and the map of the texts (`coverage`). An output reads items and knows no form; forms know no
output.
"""
