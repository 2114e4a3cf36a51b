"""Which rows of a table of results must be hidden so that no small number can be worked out from all the others.

In: unprotected results and what measures declare to add up. Out: the rows to hide, the fewest that protect.
Start at `hiding.rows_to_hide`; `numbers` says what adds up to what, `attackers` what a reader could work out.
"""
