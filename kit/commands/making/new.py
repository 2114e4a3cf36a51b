"""`python -m kit new measure`, `chapter`, `rule` and `extract`: working files, with what to do next."""

from pathlib import Path
from typing import Annotated

import typer

from kit.files.telling import say
from kit.paths import plain_council

new = typer.Typer(no_args_is_help=True, help="Write working files, with what to do next.")
Own = Annotated[
    str,
    typer.Option("--council", help="Make it this council's own, in params/<council>/, and not the kit's."),
]


@new.command(epilog="Example: python -m kit new measure reviews/reviews_at_weekends --kind share --view year_reviews")
def measure(
    name: Annotated[str, typer.Argument(help="Its chapter and name (reviews/reviews_at_weekends), or a name alone.")],
    kind: Annotated[str, typer.Option("--kind", help="count or share.")] = "share",
    view: Annotated[str, typer.Option("--view", help="The view whose rows it counts.")] = "year_reviews",
    by: Annotated[str, typer.Option("--by", help="Breakdowns, with commas between: quarter,placement.")] = "",
    council: Own = "",
) -> None:
    """Write a measure's SQL with every field explained, and its worked example with the tables to draw."""
    from kit.commands.making.new_files import new_measure, next_steps

    chapter, _, alone = name.rpartition("/")
    breakdowns = [one.strip() for one in by.split(",") if one.strip()]
    places = plain_council(council) if council else None
    say(*next_steps(new_measure(alone, kind, view, breakdowns, chapter, places), places))


@new.command(epilog="Example: python -m kit new chapter 50_our_questions --council borough")
def chapter(
    name: Annotated[str, typer.Argument(help="Its number and name: 50_our_questions.")], council: Own = ""
) -> None:
    """Write a chapter's notebook, with its parameters and the place of your own words."""
    from kit.commands.making.new_files import new_chapter, next_steps

    places = plain_council(council) if council else None
    say(*next_steps(new_chapter(name, places), places))


@new.command(epilog="Example: python -m kit new rule iros/left_before_start")
def rule(name: Annotated[str, typer.Argument(help="Its extract and name: iros/left_before_start.")]) -> None:
    """Write a rule of the kit: SQL that lists rows of which something is wrong, and its worked example."""
    from kit.commands.making.new_declarations import new_rule, steps_of_rule

    say(*steps_of_rule(new_rule(name)))


@new.command(epilog="Example: python -m kit new extract pathway_plans --from data/borough/raw/2021/plans.csv")
def extract(
    name: Annotated[str, typer.Argument(help="Its name, which files of it have: pathway_plans.")],
    from_: Annotated[
        Path | None, typer.Option("--from", help="A CSV whose headings it has; no value of it is written.")
    ] = None,
) -> None:
    """Write an extract of the kit: a module with its columns, and its worked example."""
    from kit.commands.making.new_declarations import new_extract, steps_of_extract

    say(*steps_of_extract(new_extract(name, from_)))
