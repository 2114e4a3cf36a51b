"""From the draft to what readers get: one folder that was protected beside all earlier ones, audited and remembered.

In: the report as `make report` made it. Out: `reports/<council>/<year>/publication/`, and a publication in the memory.
Start at `publish.publish`.
"""
