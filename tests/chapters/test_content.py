import json
from dataclasses import replace

import pytest

from kit.chapters.content import (
    MIME,
    Cell,
    Chart,
    Content,
    Definition,
    Group,
    Notice,
    Sentence,
    Table,
    TableColumn,
    from_json,
    to_json,
)
from kit.chapters.html import render
from kit.figures.figure import Key

KEY = Key("reviews_on_time", 2021, "sex", "Female")
UNSAFE = '<script>alert("1")</script> & more'
PIECES = (
    Sentence(UNSAFE, (KEY,)),
    Chart(UNSAFE, UNSAFE, "<svg/>", (KEY,)),
    Table(
        UNSAFE,
        (TableColumn(UNSAFE), TableColumn("Share", number=True)),
        ((Cell(UNSAFE), Cell("1", KEY, 1.0, UNSAFE)),),
        (UNSAFE,),
    ),
    Definition(UNSAFE, ((UNSAFE, UNSAFE),)),
    Notice(UNSAFE, "absent", (KEY,)),
)


@pytest.mark.parametrize("piece", [*PIECES, Group((Group(PIECES), PIECES[0]))], ids=lambda p: type(p).__name__)
def test_every_piece_comes_back_from_its_json(piece: Content) -> None:
    assert from_json(json.loads(json.dumps(to_json(piece)))) == piece


@pytest.mark.parametrize("piece", PIECES, ids=lambda p: type(p).__name__)
def test_every_value_is_escaped(piece: Content) -> None:
    html = render(piece)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_json_carries_the_keys_of_the_figures() -> None:
    (figure,) = to_json(PIECES[0])["figures"]
    assert figure == {"measure": "reviews_on_time", "year": 2021, "breakdown": "sex", "category": "Female"}


def test_a_notebook_gets_content_html_and_plain_text_the_same_each_time() -> None:
    group = Group(PIECES)
    first, second = group._repr_mimebundle_(), group._repr_mimebundle_()
    assert first == second
    assert set(first) == {MIME, "text/html", "text/plain"}


def test_a_table_has_a_caption_and_scoped_headings_and_numbers_to_the_right() -> None:
    html = render(PIECES[2])
    assert "<caption>" in html
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 1
    assert '<td class="number">' in html


def test_a_chart_is_an_image_with_words_that_loads_nothing() -> None:
    html = render(replace(Chart("T", "D", "<svg/>"), description="Rose from 1 to 2."))
    assert 'alt="Rose from 1 to 2."' in html
    assert 'src="data:image/svg+xml;base64,' in html


def test_what_is_no_piece_of_content_is_refused() -> None:
    with pytest.raises(ValueError, match="not a piece of content"):
        from_json({"type": "script"})
