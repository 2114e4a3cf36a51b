"""Counts the charts that processes draw, in the place of vl_convert: a cold report draws all that it shows."""

import os
import shutil
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import Any

DRAWING, DRAWN = "vl_convert", "BENCH_DRAWN"


def count_charts(folder: Path) -> dict[str, str]:
    """Return the variables with which a process, and all that it starts, counts its charts in the new `folder`."""
    folder.mkdir()
    shutil.copyfile(__file__, folder / f"{DRAWING}.py")
    return {"PYTHONPATH": str(folder), DRAWN: str(folder / "drawn")}


def charts_drawn(folder: Path) -> int:
    """Return how many charts were drawn since this was last asked."""
    drawn = folder / "drawn"
    number = drawn.stat().st_size if drawn.exists() else 0
    drawn.unlink(missing_ok=True)
    return number


def _stand_before() -> None:
    """Load the library in this module's place, and let its function count."""
    elsewhere = [path for path in sys.path if Path(path) != Path(__file__).parent]
    found = PathFinder.find_spec(DRAWING, elsewhere)
    assert found and found.loader
    sys.modules[DRAWING] = library = module_from_spec(found)
    found.loader.exec_module(library)
    draw = library.vegalite_to_svg

    def counted(specification: dict[str, Any], *given: Any, **how: Any) -> Any:
        # One without data is no chart: it only lets the library begin.
        if specification.get("data") != {"values": []}:
            with Path(os.environ[DRAWN]).open("ab") as file:
                file.write(b".")
        return draw(specification, *given, **how)

    library.vegalite_to_svg = counted  # type: ignore[attr-defined]


if __name__ == DRAWING:
    _stand_before()
