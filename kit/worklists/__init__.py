"""Lists for staff that name children: problems to fix, children to audit. They are never published.

In: intake's list of problems, extracts. Out: workbooks and tables for the council alone.
Start at `check_files` (`make check YEAR=…`) and `audit_sample`.
"""
