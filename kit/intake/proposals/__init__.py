"""`python -m kit map FILE`: what a file's headings and values seem to be in the contract's words.

In: one file that intake does not know. Out: a proposed mapping, shown, and written only if a person agrees.
Start at `propose`.
"""
