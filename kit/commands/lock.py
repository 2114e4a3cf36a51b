"""Writes the hash-locked requirements of each group from pyproject.toml, for every platform: `make lock`.

`--upgrade` takes the newest versions that fit; without it, locked versions stay if they can.
"""

import subprocess
import sys
from collections.abc import Iterator

from kit.commands.setup_environment import OLDEST
from kit.paths import CHECKOUT

LARGEST = "requirements/test.lock.txt"
# For all platforms, and every Python from the oldest on. No index line may be written: it names a host.
COMPILE = (
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-annotate"),
    *("--python-version", ".".join(map(str, OLDEST)), "--constraints", "requirements/constraints.txt"),
    *("--group", "build", "--custom-compile-command", "make lock", "--quiet"),
)


def commands(options: list[str]) -> Iterator[list[str]]:
    """Yield the command for each lock, the largest first: the others take their versions from it."""
    for group, extras in (("test", ["lab", "test"]), ("lab", ["lab"]), ("report", []), ("bench", ["bench"])):
        lock = f"requirements/{group}.lock.txt"
        chosen = [part for extra in extras for part in ("--extra", extra)]
        same_versions = [] if lock == LARGEST else ["--constraints", LARGEST]
        yield [sys.executable, "-m", *COMPILE, *chosen, *same_versions, "--output-file", lock, *options]


def main(options: list[str]) -> int:
    """Write the locks; the exit code of the first that fails, otherwise 0."""
    for command in commands(options):
        if code := subprocess.run(command, cwd=CHECKOUT).returncode:
            return code
    print("The locks are up to date. The next make target installs what changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
