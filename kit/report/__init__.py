"""What a notebook asks of a report, and the page that is made of the notebooks.

In: protected figures, chapters. Out: `Report`, each of whose methods gives one piece of content, and report.html.
Start at `opening.open_report`; `page` makes the HTML.
"""
