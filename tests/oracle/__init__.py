"""A slow second implementation of the definitions, in plain Python, to compare with the kit cell by cell."""

from tests.oracle.measures import figures

__all__ = ["figures"]
