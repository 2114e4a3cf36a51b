"""What is counted, declared: headers of the SQL in `kit/sql/measures/`, breakdowns, and the law's timescales.

In: SQL files and `params/statutory.yml`. Out: each `Measure`, checked, and which extracts and views its query reads.
Start at `headers.load_measures`.
"""
