"""Identifiers of children, reviews and officers: the forms in which files write them, and files that match nothing.

In: tables of all files. Out: identifiers in one form, and one sentence about a file of strangers.
Start at `identifiers`; `strangers` looks for files of which hardly a child is known elsewhere.
"""
