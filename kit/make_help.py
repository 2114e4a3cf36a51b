"""Prints the Makefile's targets, each with its sentence. Any Python 3 can run it."""

import re
from pathlib import Path

MAKEFILE = Path(__file__).resolve().parent.parent / "Makefile"
TARGET = re.compile(r"^([a-z]\w*):[^#=]*(?:## (.+))?$", re.MULTILINE)


def targets(makefile):
    """Return (target, sentence) in the order of the Makefile; the sentence is "" where it is missing."""
    return [(name, sentence or "") for name, sentence in TARGET.findall(makefile)]


if __name__ == "__main__":
    for name, sentence in targets(MAKEFILE.read_text(encoding="utf-8")):
        print("make {:<9} {}".format(name, sentence))  # noqa: UP032 - the pythons that this helps are old
