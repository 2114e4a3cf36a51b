"""`make clean` removes what can be made again, and nothing else."""

from pathlib import Path

from kit.commands.clean import removable

MADE = (
    "reports/sample/2021",
    "data/sample/extracts/reviews",
    "data/sample/chapters/2021",
    ".pytest_cache/v",
    "kit/sql/__pycache__",
)
KEPT = (
    *("data/sample/raw/2021", "data/westshire/raw/2021", "data/westshire/extracts", "params/sample/2021"),
    *("reports/westshire/2021", "work/westshire", "notebooks", "wheels", ".venv/lib/__pycache__"),
)


def test_only_what_can_be_made_again_is_removed(tmp_path: Path) -> None:
    for folder in (*MADE, *KEPT):
        (tmp_path / folder).mkdir(parents=True)
    removed = [path.relative_to(tmp_path).as_posix() for path in removable(tmp_path)]
    assert removed == [
        ".pytest_cache",
        "data/sample/chapters",
        "data/sample/extracts",
        "kit/sql/__pycache__",
        "reports/sample",
    ]


def test_a_link_to_data_elsewhere_is_left(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "reports").mkdir()
    try:
        (tmp_path / "reports" / "sample").symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        return  # Windows lets few people make links
    assert removable(tmp_path) == []
