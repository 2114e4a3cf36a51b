"""`docs/reference.md`: header fields, breakdowns and views with their columns, made of the declarations."""

from collections.abc import Iterable

from kit.explore.inside import Inside
from kit.extracts import EXTRACTS
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.fields import FIELDS

HEAD = """# Reference for measures and queries

What a measure's header may say, by what it may be broken down, and what its query, or `inside.sql`, can read.
`make golden` makes this page of the declarations. How to add a measure is in [add-a-measure.md](add-a-measure.md).
"""


def reference_page(inside: Inside) -> str:
    """Return `docs/reference.md`; `inside` has the columns of the views, which are the same for every council."""
    fields = "".join(f"| `{name}` | {says} |\n" for name, says in FIELDS.items())
    ways = "".join(
        f"| `{b.name}` | `{b.title}` | {_code(b.categories) or 'as found'} |{' internal' if b.internal else ''} |\n"
        for b in BREAKDOWNS.values()
    )
    views = "".join(
        f"\n### {row['view']}\n\n`{row['one_row'].rstrip(' .:')}`\n\nColumns: {_code(row['columns'].split(', '))}.\n"
        for row in inside.views().sort("view").iter_rows(named=True)
        if row["view"] not in EXTRACTS
    )
    return (
        f"{HEAD}\n## Header fields\n\n| field | what it says |\n|---|---|\n{fields}"
        f"\n## Breakdowns\n\n| name | title | categories | |\n|---|---|---|---|\n{ways}"
        f"\n## Views\n\nThe extracts can be read too: [data/README.md](../data/README.md).\n{views}"
    )


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
