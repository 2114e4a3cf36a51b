"""Pieces of work side by side: each after what it needs, each worker's alone, and an error reaches the caller."""

import threading
from functools import partial

import pytest

from kit.warehouse.workers import work_side_by_side


def test_what_is_found_comes_in_the_order_in_which_it_was_asked_for() -> None:
    begun = threading.Event()

    def slow(_: str) -> int:
        assert begun.wait(10)
        return 1

    def quick(_: str) -> int:
        begun.set()
        return 2

    found = work_side_by_side({"slow": slow, "quick": quick}, {}, ["one worker", "another"])
    assert list(found.items()) == [("slow", 1), ("quick", 2)]


def test_a_piece_begins_once_all_that_it_needs_has_ended() -> None:
    ended: list[str] = []
    pieces = {name: partial(lambda name, _: ended.append(name), name) for name in ("last", "second", "first", "other")}
    work_side_by_side(pieces, {"last": ("second", "other"), "second": ("first",)}, ["one", "two", "three"])
    assert ended.index("first") < ended.index("second") < ended.index("last")
    assert ended.index("other") < ended.index("last")


def test_one_worker_takes_them_in_order() -> None:
    taken: list[str] = []
    pieces = {name: partial(lambda name, _: taken.append(name), name) for name in "cab"}
    work_side_by_side(pieces, {"c": "b"}, ["alone"])
    assert taken == ["a", "b", "c"]


def test_a_worker_does_one_piece_at_a_time() -> None:
    at_work: set[str] = set()
    lock = threading.Lock()

    def piece(worker: str) -> None:
        with lock:
            assert worker not in at_work
            at_work.add(worker)
        threading.Event().wait(0.001)
        with lock:
            at_work.remove(worker)

    work_side_by_side({str(number): piece for number in range(40)}, {}, ["one", "two", "three"])


def test_the_error_of_a_piece_is_the_callers_and_what_needs_it_does_not_begin() -> None:
    begun: list[str] = []

    def fails(_: str) -> None:
        raise ValueError("no such table")

    pieces = {"fails": fails, "after it": lambda _: begun.append("after it")}
    with pytest.raises(ValueError, match="no such table"):
        work_side_by_side(pieces, {"after it": ["fails"]}, ["one", "two"])
    assert begun == []
