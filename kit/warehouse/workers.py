"""Runs tasks in the order of their dependencies on a pool of workers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter
from heapq import heappop, heappush
from typing import TypeVar

Worker = TypeVar("Worker")
Found = TypeVar("Found")


class AtOnce(Executor):
    """Does each piece of work when it is given, in the thread of who gives it: a thread of its own would cost more."""

    def submit(self, fn: Callable[..., Found], /, *args: object, **named: object) -> Future[Found]:
        """Return what the piece found; its error is raised here."""
        done: Future[Found] = Future()
        done.set_result(fn(*args, **named))
        return done


def work_side_by_side(
    pieces: Mapping[str, Callable[[Worker], Found]], needs: Mapping[str, Collection[str]], workers: Sequence[Worker]
) -> dict[str, Found]:
    """Return by name what each piece of work found, in the order of `pieces`; the error of a piece that fails.

    A piece is given one of the workers, which nothing else has meanwhile. It begins once those that it `needs` have
    ended; of those that could begin, the first in `pieces` does. After an error nothing begins any more.
    """
    found: dict[str, Found] = {}
    place = {name: number for number, name in enumerate(pieces)}
    names = tuple(pieces)
    order = TopologicalSorter({name: needs.get(name, ()) for name in pieces})
    order.prepare()
    ready: list[int] = []
    free = list(workers)
    working: dict[Future[Found], tuple[str, Worker]] = {}
    with ThreadPoolExecutor(len(workers)) if len(workers) > 1 else AtOnce() as threads:
        while order.is_active():
            for name in order.get_ready():
                heappush(ready, place[name])
            while ready and free:
                name, worker = names[heappop(ready)], free.pop()
                working[threads.submit(pieces[name], worker)] = (name, worker)
            for ended in wait(working, return_when=FIRST_COMPLETED).done:
                name, worker = working.pop(ended)
                free.append(worker)
                found[name] = ended.result()
                order.done(name)
    return {name: found[name] for name in pieces}
