"""Two pages for the members of a board: the summary of the report, what improved and what did not, what is asked."""

from bs4 import BeautifulSoup, Tag

# Lists of the summary that the report has besides.
LEFT_OUT = "list plain"


def board_page(report: str) -> str:
    """Return the report's page with its summary alone, and a line that leads to the rest."""
    page = BeautifulSoup(report, "html.parser")
    chapters = page.select("main > section.chapter")
    for one in (*chapters[1:], *page.select("main > nav"), *page.find_all("div", class_=LEFT_OUT)):
        one.decompose()
    # Places that are in the report alone.
    for link in page.find_all("a", href=True):
        place = str(link["href"])
        if place.startswith("#") and page.find(id=place[1:]) is None:
            link["href"] = f"report.html{place}"
    title, heading = page.title, page.h1
    if title is None or heading is None:
        raise ValueError("not a page of the kit")
    title.string = f"Summary for the board: {title.get_text()}"
    rest = BeautifulSoup(
        '<p>This is the summary of the <a href="report.html">annual report</a>, which gives the reasons. '
        'Every count is in the <a href="figures.html">figures book</a>.</p>',
        "html.parser",
    )
    if isinstance(page.footer, Tag):
        page.footer.insert_before(rest)
    return str(page)
