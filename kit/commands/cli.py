"""The command line, `python -m kit`: each function here is a command.

Exit codes: 0 done; 1 the data or the disk stopped it; 2 the command itself was wrong.
"""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kit.commands import options
from kit.commands.children import children
from kit.commands.figures import figures, problems
from kit.commands.making.new import new
from kit.commands.options import AsAt, Council, Data, Params, Seed, Size, Wave, WhoseSettings, Year
from kit.commands.publishing.audit import audit
from kit.commands.publishing.documents import documents
from kit.commands.publishing.publish import publish
from kit.commands.region.region import region
from kit.files.code_hash import VERSION
from kit.files.telling import say, take_any_letter, told
from kit.paths import CHECKOUT, NOTEBOOKS, find_council, not_chapters, plain_council, shown
from kit.running.garbage import collect_seldom
from kit.running.kept_report import warnings_of_last_run
from kit.years import parse_as_at, parse_year, reporting_year

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="From Independent Reviewing Officers' raw exports to the year-on-year report.",
)


app.command(epilog="Example: python -m kit figures --council sample --year 2021 --internal --to figures.csv")(figures)
app.command(epilog="Example: python -m kit problems --council sample --year 2021 --to problems.csv")(problems)


app.command(epilog="Example: python -m kit children reviews_on_time --year 2021 --where quarter=Q3 --not-included")(
    children
)
app.command(epilog="Example: python -m kit documents --council sample --year 2021")(documents)
app.command(epilog='Example: python -m kit publish --year 2021 --approved-by "The Director"')(publish)
app.command(epilog="Example: python -m kit audit --year 2021 --also table.csv")(audit)
app.add_typer(new, name="new")
app.add_typer(region, name="region")


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"IRO analysis kit {VERSION}")
        raise typer.Exit


@app.callback()
def version(
    wanted: Annotated[
        bool,
        typer.Option("--version", help="Say which version of the kit this is.", callback=_say_version, is_eager=True),
    ] = False,
) -> None:
    """From Independent Reviewing Officers' raw exports to the year-on-year report."""


def main() -> None:
    """Run the command line; what stops it is told in sentences, without a traceback."""
    collect_seldom()
    take_any_letter()
    with told():
        app()


@app.command(epilog="Example: python -m kit report --council sample --year 2021")
def report(
    year: Year = "",
    as_at: AsAt = "",
    council: Council = "sample",
    data: Data = None,
    params: Params = None,
    out: Annotated[Path | None, options.out("Write below this folder instead of reports/.")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="Chapters made at a time.")] = None,
    timeout: Annotated[int, typer.Option("--timeout", min=1, help="Seconds that one cell may take.")] = 600,
    fresh_kernels: Annotated[
        bool,
        typer.Option(
            "--fresh-kernels", help="Run each chapter in a Jupyter kernel of its own: slower, the same figures."
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Read, count and run everything again, even if nothing has changed.")
    ] = False,
) -> None:
    """Make the report and its figures book: report.html, figures.html, figures.csv and notebooks/ in reports/."""
    number, places = parse_year(year), find_council(council, data, params, out and out.absolute())
    day, now = parse_as_at(as_at, number), datetime.now().astimezone()
    final = places.report(number, day)
    if others := not_chapters(NOTEBOOKS):
        say(others)
    if not force and (said := warnings_of_last_run(places, final, NOTEBOOKS)) is not None:
        for line in said:
            say(line)
        say(f"{shown(final / 'report.html')} is as it was: nothing that it depends on has changed.")
        return
    from kit.running.worker_pool import worker_pool

    with worker_pool(jobs, fresh_kernels) as pool:
        # Their libraries take as long to import as those of this process, and there is a second core.
        pool.begin()
        from kit.running.make_report import make_report

        folder = make_report(places, number, as_at=day, stamp=now, timeout=timeout, force=force, pool=pool)
    say(f"Made {shown(folder / 'report.html')}.")


@app.command(epilog="Example: python -m kit extracts --council sample --year 2021")
def extracts(year: Year = "", council: Council = "sample", data: Data = None, params: Params = None) -> None:
    """Read the raw files into typed extracts, and say what became of every row."""
    from kit.commands.tables import accounts_table, show
    from kit.intake.survey import survey
    from kit.intake.take_in import take_in, using_extracts

    number, places = parse_year(year), find_council(council, data, params)
    found = survey(places, number)
    settings = found.settings[number]
    with using_extracts(places, found.pseudonym_key):
        intake = take_in(places, number, settings.known_problems, settings.known_in, found=found)
    show(accounts_table(places.council, intake.years, intake.accounts))
    say(*(note.said for note in intake.notes))


@app.command(epilog="Example: python -m kit check --council sample --year 2021")
def check(year: Year = "", council: Council = "sample", data: Data = None, params: Params = None) -> None:
    """Check a council's files, and list every row to correct in data/<council>/problems/<year>/ (internal)."""
    from kit.commands.tables import accounts_table, rules_table, show
    from kit.worklists.check_files import check_files

    number, places = parse_year(year), find_council(council, data, params)
    checked = check_files(places, number)
    show(rules_table(checked.problems, checked.years, checked.settings.known_problems))
    show(accounts_table(places.council, checked.years, checked.accounts))
    say(*(note.said for note in checked.notes), *checked.faults)
    say(f"{checked.problems.height} rows are listed in {shown(checked.folder / 'problems.xlsx')} and problems.csv.")
    if checked.faults:
        raise typer.Exit(1)


@app.command(epilog="Example: python -m kit due --council sample --as-at 2021-03-31")
def due(
    council: Council = "sample", as_at: options.ListDay = "", real_ids: options.RealIds = False, data: Data = None,
    params: Params = None,
) -> None:  # fmt: skip
    """List which review is due next for each child, by week and officer: data/<council>/due/<day>.xlsx (internal)."""
    from kit.ahead.due_list import make_due_list
    from kit.commands.due_tables import show_due

    show_due(make_due_list(find_council(council, data, params), as_at, real_ids=real_ids))


@app.command(epilog="Example: python -m kit words --council sample --year 2021")
def words(
    year: Year = "", council: Council = "sample", as_at: AsAt = "", data: Data = None, params: Params = None
) -> None:
    """Make the files for your own words, params/<council>/<year>/<chapter>.md, with the Handbook's prompts."""
    from kit.chapters.own_words.compose import words_folder
    from kit.chapters.own_words.prompts import make_files

    number, places = parse_year(year), find_council(council, data, params)
    asked = reporting_year(number, parse_as_at(as_at, number))
    made = make_files(places, asked)
    say(f"Made {len(made)} files in {shown(words_folder(places, asked))}. Files that were there are as they were.")


@app.command("sample-audit", epilog="Example: python -m kit sample-audit --year 2021 --size 40 --seed 7")
def sample_audit(
    size: Size, seed: Seed, year: Year = "", council: Council = "sample", wave: Wave = "",
    real_ids: options.RealIds = False, data: Data = None, params: Params = None,
) -> None:  # fmt: skip
    """Draw the next audits' children: an internal sheet below data/<council>/audits/, which comes back in filled in."""
    from kit.worklists.audit_sample import draw_sample

    drawn = draw_sample(find_council(council, data, params), parse_year(year), size, seed, wave, real_ids=real_ids)
    say(*(note.said for note in drawn.notes))
    say(f"Drew {size} of {drawn.record.drawn_from} children: {shown(drawn.sheet)}. Once filled in, put it into raw/.")
    say("If the year has a file of audits, put its rows into that: of two files the newer alone counts.")


@app.command("map", epilog="Example: python -m kit map data/borough/raw/2021/lac_reviews.csv --council borough")
def map_(
    file: Annotated[Path, typer.Argument(help="A raw file, CSV or XLSX.")],
    council: WhoseSettings = "",
    extract: Annotated[str, typer.Option("--extract", help="What the file is, if it is not to be guessed.")] = "",
    sheet: Annotated[str, typer.Option("--sheet", help="Which sheet of a workbook it is about.")] = "",
    write: Annotated[bool, typer.Option("--write", help="Add the mapping to params/<council>/council.yml.")] = False,
    params: Params = None,
) -> None:
    """Propose what a file's headings and values are in the contract's words, and show it."""
    from kit.intake.proposals.show import map_file

    places = None
    if council or write:
        places = plain_council(council, params)
    map_file(file, places, extract, write, Console(width=None if sys.stdout.isatty() else 120), sheet)


@app.command(epilog="Example: python -m kit key ~/kit.key")
def key(
    path: Annotated[Path, typer.Argument(help="Path of the new key file; it must be outside the project.")],
) -> None:
    """Make a secret key for pseudonyms: a new file that only you may read."""
    from kit.protection.pseudonyms import make_key

    made = make_key(path)
    say(f"Made a key in {shown(path)} (fingerprint {made.fingerprint}). Keep it safe, and apart from the data:")
    say("without it no pseudonym can be made again. Name it in council.yml as key_file.")


@app.command(epilog="Example: python -m kit sample")
def sample(
    out: Annotated[Path, options.out("The folder that receives <year>/.")] = CHECKOUT / "data" / "sample" / "raw",
) -> None:
    """Make the made-up sample council's raw files again; they come out identical."""
    from kit.sample import make_audit_records, make_lists, make_sample

    make_sample(out)
    make_audit_records(out)
    make_lists(out)
    say(f"Made the sample council's files in {shown(out)}.")


@app.command(epilog="Example: python -m kit bench")
def bench(
    out: Annotated[Path, options.out("The folder that keeps <date>.csv.")] = CHECKOUT / "reports" / "bench",
    only: Annotated[
        list[str] | None, typer.Option("--only", help="This part alone; may be given several times.")
    ] = None,
    scale: Annotated[float, typer.Option("--scale", min=0.001, max=1, help="Smaller returns, to try it out.")] = 1,
    runs: Annotated[int, typer.Option("--runs", min=1, help="How often each thing is measured.")] = 3,
) -> None:
    """Time the parts intake, reports, figures and national beside other work, as ratios within one run."""
    from kit.bench.run import run_bench
    from kit.bench.table import bench_table, keep, machine
    from kit.commands.tables import show

    where = machine()
    lines = run_bench(say, scale=scale, runs=runs, only=only or ())
    show(bench_table(lines, where))
    say(f"Kept as {shown(keep(lines, out, datetime.now().astimezone().date(), where, only or ()))}.")
    if any(line.kept is False for line in lines):
        raise typer.Exit(1)


@app.command(epilog="Example: python -m kit golden")
def golden() -> None:
    """Refresh what tests compare with: the notebooks' outputs, the golden figures and the data dictionary."""
    from kit.commands.golden import refresh_golden

    for path in refresh_golden():
        say(f"Changed {shown(path)}.")
