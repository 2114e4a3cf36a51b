"""Chapters as files: which notebooks there are, what each declares, and how one is read, checked and written.

In: `notebooks/*.ipynb`. Out: notebooks that may run, and each `Chapter` as its notebook declares it.
Start at `files.read_source` and `chapters.load_chapters`.
"""
