"""What the documents show an analyst to try in a notebook runs as it is."""

import re
from pathlib import Path

import pytest

from kit.intake.take_in import take_in
from kit.paths import CHECKOUT
from kit.report.opening import open_report
from tests.lib.small_councils import two_years_of_the_sample


def test_the_lines_of_the_documents_run_on_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    explore = (CHECKOUT / "docs" / "explore.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", explore, re.DOTALL)
    imports = re.findall(r"`((?:import|from) [^`]+)`", explore)
    assert (len(blocks), len(imports)) == (3, 4)
    known = {"report": open_report("sample", 2021)}
    # A folder above the checkout may have any name.
    checkout = tmp_path / "year=2007"
    take_in(two_years_of_the_sample(checkout), 2021)
    monkeypatch.chdir(tmp_path)
    for line in imports:
        exec(line, known)
    # Of its own: others may be at work on the checkout's.
    known["CHECKOUT"] = checkout
    for block in blocks:
        exec(block, known)
    assert "reviews_on_time | Reviews held on time | occasion, age_band_all, quarter" in capsys.readouterr().out
    lines = (tmp_path / "took_part.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + known["took_part"].height > 4
    assert known["took_part"]["value"].null_count() == 0, "the first thing that is drawn has something in it"
    assert ("children_took_part", "primary_need") in known["hidden"].select("measure", "breakdown").rows()
    assert (tmp_path / "reviews_on_time.png").read_bytes().startswith(b"\x89PNG")
    assert [year for year, _ in known["counted"].fetchall()] == [2020, 2021]
