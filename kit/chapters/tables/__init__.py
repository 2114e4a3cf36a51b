"""Figures in tables: by year, by category, side by side, and lists of rules and files.

In: figures. Out: `Table`. Start at `tables`.
"""
