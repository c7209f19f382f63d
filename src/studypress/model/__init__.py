"""The format as types: questions, records, definitions and kept papers.

They are its only description: the decoder, the editors' schema and the reference in `studypress
explain` are walks over them.
"""
