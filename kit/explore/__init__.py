"""Internal: the rows behind every figure, figures of any breakdowns and filters, SQL of one's own, and the explorer.

In: a council's extracts and settings. Out: figures with nothing hidden, and rows that are shown by message, so that no
notebook saves one. Start at `opening.open_inside`, then `inside`; no chapter may use it.
"""
