"""`make report`: runs the chapters in worker processes, and swaps the finished report into its place.

In: a council and a year. Out: `reports/<council>/<year>/`, or the last one as it was and what to do.
Start at `make_report`. What is kept: `kept_report` (nothing changed) and `kept_chapters` (a chapter is as it was).
"""
