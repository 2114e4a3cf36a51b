"""The DfE's validation rules for the statutory return: which rows they flag, year by year.

In: each year's files as they were given, and the year's before. Out: flagged rows, by rule.
Start at `rules.check_rules`; the rules themselves are SQL in `kit/sql/dfe_rules/`.
"""
