"""The disk: files and folders that are complete or absent, locks, rights, hashes, and the formats that the kit writes.

In: paths, texts and tables. Out: files that are whole or as they were before, or a KitError that says what to do.
Start at `swap` (folders) and `code_hash` (when what is kept is out of date). Nothing here knows of a child.
"""
