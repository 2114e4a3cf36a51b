"""Figures become content: the sentences, charts, tables and notices of a chapter, as data and as HTML.

In: protected figures and measures' headers. Out: `Content`. Nothing here sees a row of a child or the warehouse.
Start at `content`, then `text/sentences`, `charts/charts` and `tables/tables`.
"""
