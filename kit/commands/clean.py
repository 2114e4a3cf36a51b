"""Removes what can be made again: the sample council's generated files and the tools' caches.

Needs the standard library only. Never touches raw files, params, words, or anything of a real council.
"""

import shutil
from pathlib import Path

from kit.paths import CHECKOUT

GENERATED = (
    "reports/sample",
    *(f"data/sample/{name}" for name in ("extracts", "results", "chapters", "problems", "due")),
)
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", "build", "dist")
SOURCES = ("kit", "tests")
NOTEBOOK_LEFTOVERS = "notebooks/**/.ipynb_checkpoints"


def removable(root: Path) -> list[Path]:
    """Return the folders under `root` that can be made again, sorted."""
    found = [root / name for name in (*GENERATED, *CACHES)]
    found += [path for source in SOURCES for path in (root / source).rglob("__pycache__")]
    found += root.glob(NOTEBOOK_LEFTOVERS)
    return sorted(path for path in found if path.is_dir() and not path.is_symlink())


def clean() -> None:
    """Remove them, and print what became of each."""
    for folder in removable(CHECKOUT):
        shutil.rmtree(folder, ignore_errors=True)
        name = folder.relative_to(CHECKOUT).as_posix()
        left = "is not removed whole: a file in it is open in another program. Close it, and run this again."
        print(f"{name} {left}" if folder.exists() else f"Removed {name}")
