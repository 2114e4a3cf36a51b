"""What a notebook asks of a report, and the two pages that are made of the notebooks.

In: protected figures, chapters. Out: `Report`, each of whose methods gives one piece of content; report.html and
figures.html. Start at `opening.open_report`; `board` says what the report shows, and `page` makes the HTML.
"""
