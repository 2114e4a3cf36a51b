"""The locks, pyproject.toml and environment.yml say the same."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GROUPS = ("report", "lab", "test", "bench")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED = {
    "report": PROJECT["project"]["dependencies"],
    "lab": [*PROJECT["project"]["dependencies"], *EXTRAS["lab"]],
    "test": [*PROJECT["project"]["dependencies"], *EXTRAS["lab"], *EXTRAS["test"]],
    "bench": [*PROJECT["project"]["dependencies"], *EXTRAS["bench"]],
}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement: str) -> str:
    return canonical(re.split(r"[\s<>=!~;\[]", requirement, maxsplit=1)[0])


def text_of(group: str) -> str:
    return (ROOT / "requirements" / f"{group}.lock.txt").read_text(encoding="utf-8")


def locked(group: str) -> dict[str, set[str]]:
    """The versions of each package of a lock; more than one only if a marker chooses."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text_of(group), re.MULTILINE):
        versions.setdefault(canonical(name), set()).add(version)
    return versions


@pytest.mark.parametrize("group", GROUPS)
def test_lock_names_no_host(group: str) -> None:
    faults = [
        line
        for line in text_of(group).splitlines()
        if re.search(r"://|--(extra.)?index|--find.links|--trusted| @ ", line)
    ]
    assert not faults


@pytest.mark.parametrize("group", GROUPS)
def test_every_locked_package_has_a_hash(group: str) -> None:
    entries = re.split(r"\n(?=[\w.-]+==)", text_of(group))[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("group", GROUPS)
def test_lock_holds_all_that_pyproject_asks_for(group: str) -> None:
    asked = {name_of(requirement) for requirement in ASKED[group]} | {"flit-core"}
    assert asked - set(locked(group)) == set(), "run: make lock"


@pytest.mark.parametrize("group", GROUPS)
def test_locked_versions_are_not_older_than_pyproject_asks(group: str) -> None:
    too_old = []
    for requirement in ASKED[group]:
        if bound := re.search(r">=([\d.]+)", requirement):
            oldest = [int(part) for part in bound[1].split(".")]
            for version in locked(group)[name_of(requirement)]:
                if [int(part) for part in re.findall(r"\d+", version)] < oldest:
                    too_old.append(requirement)
    assert not too_old, "run: make lock"


@pytest.mark.parametrize(("smaller", "larger"), [("report", "lab"), ("lab", "test"), ("report", "bench")])
def test_each_lock_holds_the_one_before_it(smaller: str, larger: str) -> None:
    small, large = locked(smaller), locked(larger)
    assert {name: versions for name, versions in small.items() if large.get(name) != versions} == {}


@pytest.mark.parametrize("group", ["report", "lab"])
def test_analysts_get_neither_pandas_nor_pyarrow(group: str) -> None:
    assert {"pandas", "pyarrow"} & set(locked(group)) == set()


@pytest.mark.parametrize("group", ["report", "lab", "test"])
def test_what_sends_statistics_is_in_the_environment_of_the_bench_alone(group: str) -> None:
    only_there = set(locked("bench")) - set(locked("report"))
    assert {"posthog", "ploomber-engine", "jupyter-cache"} <= only_there
    assert {"posthog", "ploomber-engine", "jupyter-cache"} & set(locked(group)) == set()


def test_build_backend_is_locked_as_it_is_asked_for() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


def test_conda_gets_the_same_python_and_the_same_lock() -> None:
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *plain, by_pip = conda["dependencies"]
    assert conda["name"] == PROJECT["project"]["name"]
    assert plain == [f"python{PROJECT['project']['requires-python']}", "make", "pip"]
    assert by_pip == {"pip": ["-r requirements/lab.lock.txt"]}
