"""Figures in charts: what is drawn, the words for whoever cannot see it, and the drawing itself.

In: figures. Out: SVG with a text alternative. Start at `charts`; only `drawing` imports Altair.
"""
