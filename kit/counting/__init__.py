"""Extracts become figures: every measure's query is run, and every category gets a row, a note or a zero.

In: the warehouse. Out: the table of results, counted once and kept until something that it depends on changes.
Start at `figures.load_figures`; `queries` is the one query that counts every measure.
"""
