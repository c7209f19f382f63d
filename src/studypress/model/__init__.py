"""The format as types: questions, records and definitions.

They are its only description: the decoder, the editors' schema and the reference in `studypress
explain` are walks over them.
"""
