"""Raw files become extracts: a council's files are found, read, mapped, typed, checked and stored.

In: `data/<council>/raw/<year>/`. Out: a Parquet file for each extract and year, an account of every file, and every row
that was left out with its reason. Start at `take_in`, then `survey` (what is there), `read` (all files),
`reading` (one file) and `store`.
"""
