from base64 import b64encode
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.protection.machine_paths import refuse_paths

PLACE = Path("/srv/somebody's kit")


@pytest.mark.parametrize(
    "text",
    [
        "see /srv/somebody's kit/data",
        '{"path": "/srv/somebody\'s kit"}',
        "file:///srv/somebody%27s%20kit/report.html",
        "<p>/srv/somebody&#39;s kit/data</p>",
        '<p title="/srv/somebody&#x27;s kit"></p>',
        '<img src="data:image/svg+xml;base64,'
        + b64encode(b"<svg>/srv/somebody's kit/kit</svg>").decode()
        + '" alt="">',
    ],
)
def test_a_path_of_this_computer_is_refused_wherever_it_hides(tmp_path: Path, text: str) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "01.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(KitError, match=r"notebooks/01\.ipynb names a folder of this computer"):
        refuse_paths(tmp_path, [PLACE])


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/app/page and /application",
        "data:image/png;base64,AAAA/app/AAA+/app=",
        "a/b",
        "<main>not</main><app></app>",
    ],
)
def test_what_only_looks_like_a_path_may_be_published(tmp_path: Path, text: str) -> None:
    (tmp_path / "report.html").write_text(text, encoding="utf-8")
    refuse_paths(tmp_path, [Path("/app"), Path("/main"), Path("/")])


def test_what_a_linked_place_leads_to_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    try:
        (tmp_path / "data").symlink_to(tmp_path / "share")
    except OSError:
        pytest.skip("this computer lets nobody make links")
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "report.html").write_text(f"see {tmp_path / 'share'}/small", encoding="utf-8")
    with pytest.raises(KitError, match="names a folder of this computer"):
        refuse_paths(tmp_path / "report", [tmp_path / "data"])
