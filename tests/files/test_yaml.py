"""YAML that makes a loader fail, run without end or fill the memory is one sentence with its line."""

import time
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.files.yaml import UnreadYamlError, read_yaml
from kit.paths import Places
from kit.settings.load import load_settings
from kit.settings.mappings import wildcard

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
)
TAG = "holds a tag (!). Leave the tag out, and put words that begin with ! in quotation marks."
DEEP = "goes more than 30 levels deep. No setting does."
NO_NUMBER = "looks like a date or a number, and is not one. Correct it, or put it in quotation marks."
MANY = "holds more than 20,000 values, those counted again that * repeats. No settings do."
ODD = {
    "pseudonymise: !!bool x": (1, TAG),
    "name: !!timestamp x": (1, TAG),
    "name: Borough\nchild: !!python/object/apply:os.system [ls]": (2, TAG),
    "name: !ours x": (1, TAG),
    "mappings: &s {x: *s}": (1, "*s is inside what it stands for. Write it out."),
    "name:\n  - &s [a, [*s]]": (2, "*s is inside what it stands for. Write it out."),
    f"name: {'[' * 3000}{']' * 3000}": (1, DEEP),
    f"name: {'[' * 120_000}": (1, DEEP),
    "- " * 40_000: (1, DEEP),
    "".join(f"{' ' * n}a:\n" for n in range(200)): (31, DEEP),
    f"{LAUGHS}name: *a8": (5, MANY),
    "".join(f"k{n}: 1\n" for n in range(20_000)): (10_000, MANY),
    "name: 2019-02-31": (1, NO_NUMBER),
    "name: 2019-02-01T10:00:00-25:00": (1, NO_NUMBER),
    f"hide_up_to: {'9' * 5000}": (1, NO_NUMBER),
    f"hide_up_to: 1{':59' * 3000}": (1, NO_NUMBER),
    f"name: '{'x' * 10_001}'": (1, "holds a text of more than 10,000 characters. Is a quotation mark left open?"),
    "a: &a {name: x}\n<<: *a": (2, "<< is not read. Write out the lines that it stands for."),
    "name: x\nname: y": (2, '"name" is there twice in one place, and only one would hold. Keep one.'),
    "name: [": (2, "is not YAML that can be read. Check colons, spaces and quotation marks."),
    "name: =": (1, "is not YAML that can be read. Check colons, spaces and quotation marks."),
    "{[a]: b}": (1, "is not YAML that can be read. Check colons, spaces and quotation marks."),
}


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:30])
def test_odd_yaml_is_one_sentence_with_its_line(text: str, tmp_path: Path) -> None:
    line, words = ODD[text]
    file = tmp_path / "new-borough" / "council.yml"
    file.parent.mkdir()
    file.write_text(f"{text}\n", encoding="utf-8")
    began = time.process_time()
    with pytest.raises(KitError) as raised:
        load_settings(Places("new-borough", tmp_path, tmp_path, tmp_path), 2021)
    assert time.process_time() - began < 2
    assert raised.value.messages == (f"{file.as_posix()}, line {line}: {words}",)


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:30])
def test_mappings_that_are_read_as_text_are_read_as_safely(text: str) -> None:
    try:
        read_yaml(text, as_text=True)
    except UnreadYamlError as error:
        assert error.words


def test_an_alias_that_does_not_explode_is_read() -> None:
    text = "a: &a {value: 98, set_by: the Board}\nb: *a\n"
    assert read_yaml(text)["b"] == {"value": 98, "set_by": "the Board"}


def test_many_stars_and_a_long_cell_take_no_time() -> None:
    pattern = wildcard("*a" * 12 + "*b")
    began = time.process_time()
    assert not pattern.fullmatch("a" * 60_000)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("a*b*c", "a xb x c", True),
        ("a*b*c", "acb", False),
        ("*", "", True),
        ("a**b", "ab", True),
        ("*ab*ab", "ab ab ab", True),
        ("*ab*ab", "ab", False),
        ("a.b", "axb", False),
    ],
)
def test_a_star_stands_for_anything(pattern: str, text: str, fits: bool) -> None:
    assert (wildcard(pattern).fullmatch(text) is not None) == fits
