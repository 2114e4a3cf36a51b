"""Made-up files written by a process of their own: `python -m kit.bench.writing KIND FOLDER REVIEWS [COUNCILS]`.

A process begins with the most memory that the one which starts it ever held: what the bench itself would hold to write
files would be counted for all that it measures.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from kit.bench.councils import write_councils
from kit.bench.returns import spoil_reviews, write_returns
from kit.bench.work import Bench


def _spoilt(folder: Path, reviews: int) -> None:
    write_returns(folder, reviews)
    spoil_reviews(folder)


def _councils(folder: Path, reviews: int, councils: int) -> None:
    write_councils(folder, councils, reviews)


WRITERS: dict[str, Callable[..., object]] = {"returns": write_returns, "spoilt": _spoilt, "councils": _councils}


def written(bench: Bench, kind: str, name: str, *numbers: int) -> Path:
    """Write files of a kind into a folder of the bench, by name, and return it; KitError if that fails."""
    folder = bench.work / name
    bench.python("writing made-up files", "-m", "kit.bench.writing", kind, folder, *map(str, numbers))
    return folder


def main(kind: str, folder: str, *numbers: str) -> None:
    """Write files of a kind into `folder`: so many reviews, and of councils so many as `numbers` say."""
    WRITERS[kind](Path(folder), *map(int, numbers))


if __name__ == "__main__":
    main(*sys.argv[1:])
