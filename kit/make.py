"""Does what a make target does, with Python alone: `python kit/make.py TARGET`, on Windows `py kit\\make.py TARGET`.

    python kit/make.py report YEAR=2021 COUNCIL=sample
    python kit/make.py report --year 2021 --council sample

Sets up what the target needs, once, and hands on to that environment's Python. The Makefile calls this file, so here
is the one list of targets. It needs the standard library only; a Python that is too old looks for a newer one.
"""

import os
import re
import sys

# As a package: beside this file may be modules that are called like some of Python's own.
HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
sys.path[:] = [os.path.dirname(HERE)] + [path for path in sys.path if os.path.abspath(path or ".") != HERE]  # noqa: PTH100, PTH120

# First, as under a Python that is too old this file ends here.
from kit.commands import setup_environment  # noqa: I001

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kit.commands.clean import clean
from kit.errors import did_you_mean
from kit.commands.setup_environment import say

PYTEST = "-m pytest -n logical --maxprocesses 8"
LINT = ("-m ruff check .", "-m ruff format --check .", "-m mypy")
ON_WINDOWS = "-m mypy --platform win32 --cache-dir .mypy_cache/win32"
CHECK = (*LINT, ON_WINDOWS, "-m pytest -q -p no:cacheprovider tests/conventions")
WHEELS = "-I -m pip download --no-deps --only-binary=:all: --require-hashes -r requirements/test.lock.txt -d wheels"
# Variables that make itself, or the Makefile, is told on its command line.
OF_MAKE = ("PYTHON", "SHELL")
WORD = re.compile(r"([A-Za-z_]+)=(.*)", re.DOTALL)
# In MAKEFLAGS, with which make says what was typed; a blank in a value has a backslash before it.
TYPED_TO_MAKE = re.compile(r"(?<!\S)(?<!\\ )([A-Za-z_]\w*)[:+?]?=")


@dataclass(frozen=True)
class MakeTarget:
    """What `make NAME` does: the arguments, one step after another, of the Python of the environment `group`.

    `takes` names the words that it understands (`YEAR=2021`). A command of the kit takes options as well, and names of
    files are those of the folder in which it was called. What it `needs` besides, make cannot pass on.
    """

    name: str
    sentence: str
    group: str = "test"
    steps: tuple[str, ...] = ()
    takes: str = ""
    needs: str = ""

    @property
    def is_command(self) -> bool:
        """Whether it is a command of the kit, in a process that takes nothing from the folder it was called in."""
        return any(step.startswith("-P ") for step in self.steps)


def command(
    name: str, sentence: str, takes: str = "", group: str = "report", module: str = "", needs: str = ""
) -> MakeTarget:
    """Return the target that is a command of the kit, or a module of it with options of its own."""
    return MakeTarget(name, sentence, group, (f"-P -m {module}" if module else f"-P -m kit {name}",), takes, needs)


TARGETS = (
    MakeTarget("help", "List every target with a sentence."),
    command(
        "report", "Make the year-on-year report: YEAR=2021 COUNCIL=sample; AS_AT=2020-09-30 for a part of the year.",
        "YEAR COUNCIL AS_AT",
    ),
    command(
        "figures", "Print the figures, small numbers hidden, as CSV, or write a file for Excel: TO=figures.csv.",
        "YEAR COUNCIL AS_AT TO",
    ),
    command(
        "problems", "Print every row that was left out or doubted, as CSV, or write a file; internal: it shows values.",
        "YEAR COUNCIL TO",
    ),
    command(
        "documents", "Make PDF, Word, workbook, slides and pages for the board and the young: YEAR=2021.",
        "YEAR COUNCIL AS_AT",
    ),
    command(
        "publish", "Publish the report, protected beside all earlier ones: YEAR=2021 APPROVED_BY=name.",
        "YEAR COUNCIL AS_AT BY APPROVED_BY REVISE",
    ),
    command(
        "audit", "Audit what was published, or ask if a further table may be given out: YEAR=2021 ALSO=table.csv.",
        "YEAR COUNCIL AS_AT ALSO RECORD",
    ),
    command("extracts", "Read a council's raw files into typed Parquet extracts, with a manifest.", "YEAR COUNCIL"),
    command(
        "due", "List which reviews are due, by week and officer; internal: it names children. AS_AT=2021-03-31.",
        "COUNCIL AS_AT",
    ),
    command("words", "Make the files for your own words on each chapter, with prompts.", "YEAR COUNCIL AS_AT"),
    command("sample", "Make the made-up sample council's raw files again; they come out identical."),
    command(
        "lab", "Open the notebooks in JupyterLab; with COUNCIL=x, the explorer and ignored copies of that council.",
        "YEAR COUNCIL", "lab", "kit.commands.lab",
    ),
    MakeTarget(
        # Notebooks first: a process that has nothing left takes tests from the end of another's list, and a notebook's
        # cells must stay together. What is left of `check` is among the tests.
        "test", "Check everything, then run every test, the notebooks among them.",
        steps=(*LINT, f"{PYTEST} --nbval notebooks tests"),
    ),
    command(
        "check", "Check the code, changing nothing; with YEAR=2021 COUNCIL=x, a council's files: what to fix, and why.",
        "YEAR COUNCIL",
    ),
    command(
        "examples", "Run the worked examples of a council's own measures: COUNCIL=x.",
        "COUNCIL", "test", "kit.commands.making.examples",
    ),
    command(
        "bench", "Time intake, reports, figures and national scale beside other tools, as ratios; keeps a table.",
        group="bench",
    ),
    MakeTarget(
        "fix", "Correct what the linter and the formatter can correct; changes files.",
        steps=("-m ruff check --fix .", "-m ruff format ."),
    ),
    MakeTarget(
        "nbval", "Run every notebook on the sample council and compare it with its committed outputs.",
        steps=(f"{PYTEST} --nbval notebooks",),
    ),
    MakeTarget(
        "golden", "Run the notebooks and golden figures again and keep what comes out; look before committing.",
        steps=("-m kit golden",),
    ),
    MakeTarget(
        "wheels", "Download every package into wheels/, to carry to a computer without internet.", "report", (WHEELS,)
    ),
    MakeTarget(
        "lock", "Lock the packages of pyproject.toml again, with their hashes; UPGRADE=yes takes the newest versions.",
        steps=("-m kit.commands.lock",), takes="UPGRADE",
    ),
    MakeTarget(
        "clean", "Remove the sample's generated files and the tools' caches; never anybody's data, params or words."
    ),
    command("map", "Propose what a file's headings and values are in the contract's words.", "COUNCIL", needs="FILE"),
    command("sample-audit", "Draw the children for the next audits.", "YEAR COUNCIL", needs="--size 40 --seed 7"),
    command("key", "Make a secret key for pseudonyms, in a file outside the project.", needs="FILE"),
)  # fmt: skip
BY_NAME = {target.name: target for target in TARGETS}
NAMES = sorted({name for target in TARGETS for name in target.takes.split()})


class WrongUseError(Exception):
    """What was typed that is not understood, and what is."""


def listed() -> str:
    """Return a line for each target: how it is called here, and its sentence."""
    calls = [
        f"{setup_environment.call(target.name, by_make=not target.needs)} {target.needs}".strip() for target in TARGETS
    ]
    width = max(len(call) for call, target in zip(calls, TARGETS, strict=True) if not target.needs)
    return "\n".join(f"{call:<{width}}  {target.sentence}" for call, target in zip(calls, TARGETS, strict=True))


def understood(target: MakeTarget, words: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return what was typed after a target: values by name (`YEAR=2021`, `--year 2021`), and all the rest as it is.

    Raises WrongUseError for a name that the target does not take.
    """
    values: dict[str, str] = {}
    others: list[str] = []
    takes = target.takes.split()
    rest = list(words)
    while rest:
        word = rest.pop(0)
        option, equals, value = word.partition("=")
        name = option.removeprefix("--").replace("-", "_").upper()
        if option.startswith("--") and name in takes and (equals or rest):
            values[name] = value if equals else rest.pop(0)
        elif found := WORD.fullmatch(word):
            _refuse_unknown(target.name, found[1], takes)
            values[found[1]] = found[2]
        elif target.is_command:
            others.append(word)
        else:
            raise WrongUseError(f'{target.name} does not take "{word}". {_what_it_takes(target.name, takes)}')
    return values, others


def _refuse_unknown(what: str, name: str, takes: Sequence[str]) -> None:
    if name not in takes:
        meant = did_you_mean(name.upper(), takes)
        raise WrongUseError(f"{what} does not take {name}=.{meant} {_what_it_takes(what, takes)}")


def _what_it_takes(what: str, takes: Sequence[str]) -> str:
    return f"{what} takes: {', '.join(f'{name}=' for name in takes) or 'nothing'}."


def chosen(target: MakeTarget, others: Sequence[str]) -> MakeTarget:
    """Return the target with what else was typed in its last step; `check` without a year or council is of the code."""
    if target.name == "check" and not others and not {"KIT_YEAR", "KIT_COUNCIL"} & set(os.environ):
        return replace(target, group="test", steps=CHECK)
    return target


def do(target: MakeTarget, others: Sequence[str]) -> int:
    """Set up what the target needs, and run its steps until one fails; its exit code."""
    steps = [step.split() for step in target.steps]
    steps[-1] += ["--upgrade", *others] if os.environ.get("KIT_UPGRADE") and "UPGRADE" in target.takes else others
    environment = setup_environment.set_up_or_say(target.group)
    if environment is None:
        return 1
    # Packages of another program, or of the person's own Python, are not those that are locked.
    for name in ("PYTHONPATH", "PYTHONHOME"):
        os.environ.pop(name, None)
    os.environ.update(PYTHONUTF8="1", PYTHONNOUSERSITE="1")
    # A command of the kit takes paths from the folder that the person is in; all the rest is of the checkout.
    if not target.is_command:
        os.chdir(setup_environment.ROOT)
    for step in steps[:-1]:
        if code := setup_environment.run(environment, step):
            return code
    return setup_environment.run(environment, steps[-1], last=True)


def main(words: Sequence[str]) -> int:
    """Do what the first word names, as the others say; the exit code: 2 if the words were wrong."""
    name, *rest = words or ["help"]
    name = "help" if name in ("-h", "--help") else name
    if name not in BY_NAME:
        say(f'There is no target "{name}".{did_you_mean(name, BY_NAME)} Targets are: {", ".join(BY_NAME)}.')
        return 2
    target = BY_NAME[name]
    try:
        for typed in TYPED_TO_MAKE.findall(os.environ.get("MAKEFLAGS", "")):
            # Another target of the same command may be the one that takes it.
            _refuse_unknown("make", typed, [*NAMES, *OF_MAKE])
        values, others = understood(target, rest)
    except WrongUseError as error:
        say(str(error))
        return 2
    # The kit refuses a value that is empty, however it was passed.
    os.environ.update({f"KIT_{name}": value for name, value in values.items()})
    if name == "help":
        print(listed())
    elif name == "clean":
        clean()
    else:
        return do(chosen(target, others), others)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
