"""What can be wrong with a row, declared: each rule's words, its effect on the figures, and what to do about it.

In: headers in `kit/sql/problems/` and `kit/sql/dfe_rules/`. Out: each `Rule`, and the columns of the list of problems.
Start at `catalogue.load_rules`; `known` is what a council accepts.
"""
