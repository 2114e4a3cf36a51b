"""Pseudonyms: one for a child in every year and extract, under a key that is refused unless it is safe."""

import os
import stat
from pathlib import Path

import polars as pl
import pytest

from kit.commands.cli import app
from kit.counting.figures import load_problems, load_unprotected_figures
from kit.errors import KitError
from kit.intake.take_in import take_in
from kit.measures.breakdowns import BREAKDOWNS
from kit.paths import CHECKOUT, Places
from kit.protection.pseudonyms import ENVIRONMENT, SecretKey, make_key
from tests.lib.small_councils import put, small_council

SECRET = bytes(range(32))
POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")


@pytest.fixture(autouse=True)
def _no_key_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


def key_file(folder: Path, secret: bytes = SECRET, mode: int = 0o600) -> Path:
    path = folder / "kit.key"
    path.write_bytes(secret)
    path.chmod(mode)
    return path


def council(folder: Path, key: Path | None, years: tuple[int, ...] = (2020, 2021)) -> Places:
    places = small_council(folder, years)
    for year in years:
        put(places, year, "escalations.csv", ["E1,91001,I1,01/07/{before},1,Drift,,,,"], "escalations")
        put(places, year, "send.csv", ["1001,31/03/{before},E,ASD,AUT,N"], "send")
    places.council_params.mkdir(parents=True)
    named = f'key_file: "{key.as_posix()}"\n' if key else ""
    (places.council_params / "council.yml").write_text(f"pseudonymise: true\n{named}", encoding="utf-8")
    return places


def everything(places: Places) -> dict[str, pl.DataFrame]:
    files = sorted(places.extracts.glob("*/*/*.parquet"))
    return {f"{f.parent.parent.name} {f.parent.name}": pl.read_parquet(f) for f in files}


def test_the_same_child_keeps_one_pseudonym_across_years_and_extracts(tmp_path: Path) -> None:
    places = council(tmp_path, key_file(tmp_path))
    take_in(places, 2021)
    child = SecretKey(SECRET).pseudonym("child", "1001")
    other = SecretKey(SECRET).pseudonym("child", "91001")
    tables = everything(places)
    for year in (2020, 2021):
        for extract in ("header", "episodes", "reviews", "send"):
            assert child in tables[f"{extract} year={year}"]["child_id"].to_list(), (extract, year)
        assert tables[f"escalations year={year}"]["child_id"].to_list() == [other]
    assert child != other and len(child) == 32


def test_identifiers_of_different_kinds_differ_though_they_look_the_same() -> None:
    key = SecretKey(SECRET)
    assert len({key.pseudonym(kind, "7") for kind in ("child", "iro", "escalation")}) == 3
    assert key.pseudonym("child", " 7 ") == key.pseudonym("child", "7")
    # Leading zeros are part of an identifier.
    assert key.pseudonym("child", "07") != key.pseudonym("child", "7")
    assert SecretKey(bytes(32)).pseudonym("child", "7") != key.pseudonym("child", "7")


def test_no_identifier_is_left_anywhere_and_the_figures_are_the_same(tmp_path: Path) -> None:
    with_key = council(tmp_path / "a", key_file(tmp_path))
    plain = council(tmp_path / "b", None)
    (plain.council_params / "council.yml").unlink()
    figures = load_unprotected_figures(with_key, 2021)
    # Breakdowns that name officers do so by pseudonym.
    named = pl.col("breakdown").is_in([b.name for b in BREAKDOWNS.values() if b.internal])
    with_names = load_unprotected_figures(plain, 2021).results
    assert figures.results.filter(~named).equals(with_names.filter(~named))
    one, other = load_problems(with_key, 2021), load_problems(plain, 2021)
    assert one.select("extract", "file", "row", "rule").equals(other.select("extract", "file", "row", "rule"))
    for path in sorted((tmp_path / "a" / "data" / "small").rglob("*")):
        if path.is_file() and "raw" not in path.parts:
            content = path.read_bytes()
            assert SECRET not in content, path
            if path.suffix == ".parquet":
                identifiers = {"1001", "1002", "91001", "E1", "I1"}
                cells = [cell for row in pl.read_parquet(path).rows() for cell in row]
                assert not identifiers & {cell for cell in cells if isinstance(cell, str)}, path
    assert one.filter(pl.col("rule") == "escalation_of_unknown_child")["value"].to_list() == [
        SecretKey(SECRET).pseudonym("child", "91001")
    ]


def test_another_key_builds_the_extracts_again(tmp_path: Path) -> None:
    places = council(tmp_path, key_file(tmp_path))
    first = take_in(places, 2021)
    key_file(tmp_path, secret=bytes(reversed(SECRET)))
    second = take_in(places, 2021)
    assert first.key != second.key
    assert SECRET.hex() not in (places.extracts / "intake.json").read_text(encoding="utf-8")


def refused(places: Places) -> str:
    with pytest.raises(KitError) as raised:
        take_in(places, 2021)
    return "\n".join(raised.value.messages)


def test_a_missing_key_is_refused_with_how_to_make_one(tmp_path: Path) -> None:
    assert "there is no such key file. Make one with: python -m kit key" in refused(council(tmp_path, tmp_path / "no"))
    assert "no key file is named" in refused(council(tmp_path / "b", None))


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    assert "the key has 31 bytes; 32 are needed" in refused(council(tmp_path, key_file(tmp_path, SECRET[:31])))


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o620])
def test_a_key_that_others_may_read_or_write_is_refused(tmp_path: Path, mode: int) -> None:
    assert "chmod 600" in refused(council(tmp_path, key_file(tmp_path, mode=mode)))


def test_a_key_in_the_project_or_beside_the_data_is_refused(tmp_path: Path) -> None:
    beside = tmp_path / "data" / "small"
    beside.mkdir(parents=True)
    assert "beside the data that it protects" in refused(council(tmp_path, key_file(beside)))
    inside = CHECKOUT / ".hypothesis" / f"key-of-a-test-{os.getpid()}"
    inside.parent.mkdir(exist_ok=True)
    inside.write_bytes(SECRET)
    inside.chmod(0o600)
    try:
        assert "is in the project" in refused(council(tmp_path / "b", inside))
        if os.name == "posix":
            (tmp_path / "link").symlink_to(inside)
            assert "is in the project" in refused(council(tmp_path / "c", tmp_path / "link"))
    finally:
        inside.unlink()


def test_the_environment_may_name_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(key_file(tmp_path)))
    assert take_in(council(tmp_path, None), 2021).years == (2020, 2021)


def test_key_makes_one_that_only_its_owner_may_read_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "new.key"
    made = make_key(path)
    assert path.read_bytes() == made.secret and len(made.secret) == 32
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(KitError, match="never overwritten"):
        make_key(path)
    assert path.read_bytes() == made.secret
    with pytest.raises(KitError, match="outside the project"):
        make_key(CHECKOUT / "data" / "kit.key")


def test_the_key_command_says_the_fingerprint_and_not_the_key(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    said = CliRunner().invoke(app, ["key", str(tmp_path / "a.key")])
    secret = (tmp_path / "a.key").read_bytes()
    assert said.exit_code == 0
    assert SecretKey(secret).fingerprint in said.output.replace("\n", "")
    assert secret.hex() not in said.output
    assert repr(secret) not in repr(SecretKey(secret))
