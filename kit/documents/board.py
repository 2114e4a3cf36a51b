"""Two pages for the members of a board: the summary, what they asked last year, and what is asked of them."""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag
from markupsafe import escape

from kit.report.page import BOOK, REPORT
from kit.settings.questions import Question

# Lists of the summary that the report has besides.
LEFT_OUT = "list plain"


def board_page(report: str, questions: Sequence[Question] = ()) -> str:
    """Return the report's page with its summary alone, what the board asked, and a line that leads to the rest."""
    page = BeautifulSoup(report, "html.parser")
    summary, *chapters = page.select("main > section.chapter")
    asks = summary.find("div", class_="asks")
    if questions and isinstance(asks, Tag):
        said = "".join(_answered(questions, page))
        title = "What the Board asked last year"
        asks.insert_before(BeautifulSoup(f"<h3>{title}</h3><ul>{said}</ul>", "html.parser"))
    for one in (*chapters, *page.select("main > nav"), *page.find_all("div", class_=LEFT_OUT)):
        one.decompose()
    # Places that are in the report alone.
    for link in page.find_all("a", href=True):
        place = str(link["href"])
        if place.startswith("#") and page.find(id=place[1:]) is None:
            link["href"] = f"{REPORT}{place}"
    if page.title is None or page.main is None:
        raise ValueError("not a page of the kit")
    page.title.string = f"Summary for the board: {page.title.get_text()}"
    rest = f'''<p>This is the summary of the <a href="{REPORT}">annual report</a>, which gives the reasons.
        Every count is in the <a href="{BOOK}">figures book</a>.</p>'''
    page.main.append(BeautifulSoup(rest, "html.parser"))
    return str(page)


def _answered(questions: Sequence[Question], page: BeautifulSoup) -> Iterator[str]:
    """Yield an item for each question, with the chapter that answers it by its number and name in the contents."""
    contents = page.select("main > nav li a")
    for question in questions:
        place = re.compile(rf"#\d\d-{re.escape(question.answered_in.replace('_', '-'))}")
        found = [number for number, link in enumerate(contents, 1) if place.fullmatch(str(link["href"]))]
        if found:
            link = contents[found[0] - 1]
            where = f'<a href="{link["href"]}">chapter {found[0]}, {escape(link.get_text())}</a>'
        else:
            where = "no chapter of this report"
        yield f"<li>“{escape(question.asked.strip('“”'))}” It is answered in {where}.</li>"
