"""Figures in words: numbers as people read them, sentences, changes from year to year, and the law of the time.

In: figures and measures. Out: sentences. Start at `sentences`; `changes` decides what may be called a change.
"""
