"""`make examples COUNCIL=x`: run the worked examples of a council's own measures, or those of the files named."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kit.commands.options import refuse_nothing
from kit.errors import KitError
from kit.files.telling import take_any_letter, told
from kit.paths import CHECKOUT, plain_council, shown

WHOSE = (
    "Say whose: COUNCIL=<council> runs the examples of its own measures. With Python alone, kit/make.py examples FILE "
    "runs those of a file; the kit's own all run with make test."
)


def files_to_run(names: Sequence[str], council: str) -> list[Path]:
    """Return the files named, or those of a council's own worked examples; KitError if there is none."""
    if names:
        found = [Path(name).absolute() for name in names]
        if missing := [path for path in found if not path.is_file()]:
            raise KitError((f"There is no file {shown(path)}." for path in missing), wrong_use=True)
        return found
    if not council:
        raise KitError(WHOSE, wrong_use=True)
    folder = plain_council(council).council_params / "tests"
    found = sorted(folder.glob("test_*.py"))
    if not found:
        raise KitError(
            f"{shown(folder)} holds no worked example (test_<measure>.py). To write a measure with one: "
            f"python -m kit new measure <measure> --council {council}",
            wrong_use=True,
        )
    return found


def main(names: Sequence[str]) -> int:
    """Run worked examples; 0 if all agree, otherwise 1, or 2 if the command was wrong."""
    with told():
        refuse_nothing("KIT_COUNCIL")
        files = files_to_run(names, os.environ.get("KIT_COUNCIL", ""))
    options = ("-q", "-p", "no:cacheprovider", "--rootdir", str(CHECKOUT), "-c", str(CHECKOUT / "pyproject.toml"))
    return min(1, subprocess.call([sys.executable, "-m", "pytest", *options, *map(str, files)], cwd=CHECKOUT))


if __name__ == "__main__":
    take_any_letter()
    sys.exit(main(sys.argv[1:]))
