"""A region: the reports, or the figures, of many councils, each made by a process of its own.

In: a region's file. Out: what each council's piece of work came to, and `reports/regions/<region>/<year>/`.
Start at `run.run_region`. Nothing passes from one council to another.
"""
