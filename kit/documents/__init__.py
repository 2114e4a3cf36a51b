"""The files that people use besides the pages: PDF, Word, a workbook.

Comes in: the pages of a report, and its figures as readers see them. Goes out: files by name, as bytes.
Start at `files.py`; `blocks.py` takes a page apart, and each format puts its blocks together again.
"""
