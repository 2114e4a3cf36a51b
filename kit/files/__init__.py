"""The disk: files and folders that are complete or absent, locks, rights, hashes, and the formats that the kit writes.

In: paths, texts and tables. Out: files that are whole or as they were before, or a KitError that says what to do.
Start at `swap` (folders) and `code_hash` (the code's part of every key). Nothing here knows of a child.
"""
