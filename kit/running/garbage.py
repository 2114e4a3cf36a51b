"""Garbage collection: how often Python looks for objects that refer to each other and that it may throw away."""

import gc

OBJECTS = 10_000


def collect_seldom() -> None:
    """Let it look once in `OBJECTS` new ones: what the kit makes goes with its process, and to look takes time."""
    gc.set_threshold(OBJECTS, *gc.get_threshold()[1:])
