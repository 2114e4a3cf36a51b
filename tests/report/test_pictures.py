"""Charts to take away: as wide on paper as asked for, with their titles, fit for print."""

import re
import struct
from pathlib import Path

import pytest

from kit.errors import KitError


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from kit import open_report

    monkeypatch.chdir(tmp_path)
    return open_report("sample", 2021)


def test_a_picture_is_as_wide_on_paper_as_asked_for_and_has_its_title(ours, capsys: pytest.CaptureFixture[str]) -> None:
    ours.save("reviews_on_time", "quarter", "a.svg", width_cm=12)
    assert re.fullmatch(r"Made .*a\.svg\.\n", capsys.readouterr().err)
    svg = Path("a.svg").read_text(encoding="utf-8")
    drawn = re.sub(r"<(title|desc)>.*?</\1>|\b[a-z-]+=\"[^\"]*\"", "", svg)
    assert 'width="12cm"' in svg and "Reviews held on time by quarter, 2020-21" in drawn
    ours.save("reviews_on_time", "quarter", "a.png", width_cm=12)
    ours.save("reviews_on_time", "b.png")
    for name, wide in (("a.png", 12), ("b.png", 16)):
        content = Path(name).read_bytes()
        (pixels,) = struct.unpack(">I", content[16:20])
        assert abs(pixels - wide / 2.54 * 300) <= 2
        (an_metre,) = struct.unpack(">I", content[content.index(b"pHYs") + 4 :][:4])
        assert round(an_metre * 0.0254) == 300


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("reviews_on_time", "quarter", "a.gif"), '"a.gif" is not called as a picture'),
        (("reviews_on_time", "quarter"), "is not called as a picture"),
        (("reviews_on_time", "quarter", "no/a.svg"), "There is no folder"),
        (("reviews_on_time", "quarter", "a.svg", 200), "width_cm is from 4 to 60"),
        (("decisions_sent_on_time", "month", "a.svg"), "there is no figure to draw"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(ours, tmp_path: Path, given: tuple, said: str) -> None:
    with pytest.raises(KitError, match=re.escape(said)):
        ours.save(*given)
    assert list(tmp_path.iterdir()) == []
