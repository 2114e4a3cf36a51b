"""People in rows and in figures: personal data, pseudonyms, small numbers, and what must stay on the computer.

In: rows of children, tables of results, texts. Out: the same without what could tell who a child is.
Start at `small_numbers.protect`: every figure that a reader sees goes through it.
"""
