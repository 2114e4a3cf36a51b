"""`explore.ipynb`, which `make lab COUNCIL=x` opens first: the explorer of one council, and what to try next."""

from nbformat import NotebookNode, v4

EXPLORE = "explore.ipynb"
HEAD = """# Explore

INTERNAL: nothing is hidden here. To start, click the cell below and press Shift+Enter.

Figures and rows are shown on the screen and not saved. Your chapters and measures are in `params/{council}/`."""
NEXT = """The same in Python, in cells of your own: `inside` alone lists what it does. To try a line, take its `#` out.
What it all means is in `docs/explore.md`."""
TRY = """# inside.figures("reviews_on_time", by=("quarter", "officer"))
# inside.children("reviews_on_time", quarter="Q3", included=False)
# inside.sql("SELECT occasion, due_day, held_day FROM year_occasions WHERE outcome = 'missed'")
# inside.views()"""


def first_notebook(council: str, year: int) -> NotebookNode:
    """Return the notebook for a council and the reporting year that ends in `year`."""
    opens = f'import kit\n\ninside = kit.inside("{council}", {year})\ninside.explore()'
    made: NotebookNode = v4.new_notebook(
        cells=[
            v4.new_markdown_cell(HEAD.format(council=council), id="about"),
            v4.new_code_cell(opens, id="explore"),
            v4.new_markdown_cell(NEXT, id="next"),
            v4.new_code_cell(TRY, id="try"),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    return made
