"""The one shape of a number on its way to a reader: value, interval, note, and the tables that hold them.

In: numbers that were counted. Out: `Figure`, the table of results, and `figures.csv`.
Start at `figure`. Nothing here reads a file of a council.
"""
