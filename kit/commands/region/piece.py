"""A council's piece of work, `python -m kit.commands.region.piece report …`: a command of the kit that ends with the
process that started it, as soon as its standard input does, and takes what it started with it.
"""

import os
import threading

from kit.running.child_processes import end_group, end_with_parent


def main() -> None:
    """Run the kit's command line, until it ends or the standard input does."""
    ends = os.dup(0)
    # What the command starts reads nothing.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    end_with_parent()
    threading.Thread(target=_end_after, args=(ends,), daemon=True).start()
    from kit.commands.cli import main as command_line

    command_line()


def _end_after(ends: int) -> None:
    while os.read(ends, 1):
        pass
    end_group()


if __name__ == "__main__":
    main()
