"""What is due and what is ahead: the due list, the work of the next weeks, what a target takes, next year.

In: extracts as at a day. Out: a workbook that names children for the service alone, and figures ahead, each with what
it would have said in earlier years. Start at `due_list`. Nothing ahead is in the table of results.
"""
