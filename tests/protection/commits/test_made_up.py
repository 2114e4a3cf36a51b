"""What a notebook shows is known by its hash again after JupyterLab has read and saved it."""

import json
from typing import Any

import pytest

from kit.protection.commits.made_up import list_text, outputs_hash, read_list

SHOWN = [
    {
        "output_type": "execute_result",
        "execution_count": 4,
        "metadata": {},
        "data": {
            "text/plain": ["95.0%\n", "of 20"],
            "text/html": [],
            "application/vnd.iro.content+json": {"value": 95.0, "n": 20, "notes": ["a", "b"]},
        },
    }
]


def another(change: str) -> list[dict[str, Any]]:
    outputs = json.loads(json.dumps(SHOWN))
    data = outputs[0]["data"]
    if change == "run again":
        outputs[0]["execution_count"] = 17
    elif change == "as one text":
        data |= {"text/plain": "95.0%\nof 20", "text/html": ""}
    elif change == "read by JavaScript":
        data["application/vnd.iro.content+json"] = {"notes": ["a", "b"], "n": 20, "value": 95}
    elif change == "another figure":
        data["text/plain"] = ["95.1%\n", "of 20"]
    elif change == "another figure within":
        data["application/vnd.iro.content+json"]["notes"] = ["ab"]
    elif change == "metadata":
        outputs[0]["metadata"] = {"rows": "1074250"}
    elif change == "one more":
        outputs.append({"output_type": "stream", "name": "stdout", "text": ""})
    return outputs


@pytest.mark.parametrize("change", ["run again", "as one text", "read by JavaScript"])
def test_the_same_output_has_the_same_hash(change: str) -> None:
    assert outputs_hash(another(change)) == outputs_hash(SHOWN)


@pytest.mark.parametrize("change", ["another figure", "another figure within", "metadata", "one more"])
def test_another_output_has_another(change: str) -> None:
    assert outputs_hash(another(change)) != outputs_hash(SHOWN)


def test_a_list_is_read_as_it_was_written() -> None:
    hashes = {"raw/2021/a b  c.csv": "2" * 64, "audits/wave-1/drawn.json": "1" * 64}
    text = list_text(hashes)
    assert text.splitlines()[0] == f"{'1' * 64}  audits/wave-1/drawn.json"
    assert read_list(text) == hashes
