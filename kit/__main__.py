"""`python -m kit`: the command line, in the kit's own environment even if another Python was called."""

import sys
from importlib.util import find_spec

PACKAGES = ("duckdb", "papermill", "polars", "rich", "typer")


def main() -> None:
    """Run the command line here, or hand it on to the environment that has the packages, set up first if need be."""
    if all(find_spec(name) for name in PACKAGES):
        from kit.commands.cli import main

        main()
    else:
        # By this file it is called again if this Python is too old.
        sys.argv[0] = __file__.replace("__main__.py", "make.py")
        from kit import make

        sys.exit(make.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
