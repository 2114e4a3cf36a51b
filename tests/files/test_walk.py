"""What is looked at in a folder, and what programs put there by themselves and take away again."""

from pathlib import Path

from kit.files.walk import files_below


def test_what_python_compiles_beside_modules_is_not_looked_at(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("")
    compiled = tmp_path / "__pycache__"
    compiled.mkdir()
    # Python writes beside the file that it replaces: while another looks, this one is there and gone.
    (compiled / "module.pyc.1404").symlink_to(tmp_path / "gone")
    assert files_below(tmp_path) == [module]
