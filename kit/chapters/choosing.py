"""Which chapters a report has: those that the council chose, less those whose extracts were not supplied."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from kit.chapters.text.sentences import needs_words
from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import SETTINGS_NEEDED, Measure
from kit.notebooks.chapters import FIRST, LAST, Chapter, in_chosen_order


@dataclass(frozen=True)
class Choice:
    """The chapters of a report in order, those not chosen, and those left out with the extracts that they need."""

    kept: tuple[Chapter, ...]
    not_chosen: tuple[Chapter, ...] = ()
    not_supplied: tuple[tuple[Chapter, str], ...] = ()

    def lines(self) -> list[str]:
        """Return one line for each chapter that was left out because its extracts are not supplied."""
        return [f"The chapter “{c.title}” is left out. Not supplied: {needs}." for c, needs in self.not_supplied]


def choose(
    chapters: Sequence[Chapter],
    chosen: Sequence[str],
    results: pl.DataFrame,
    sources: pl.DataFrame,
    measures: Mapping[str, Measure],
    given: Collection[str] = (),
) -> Choice:
    """Return the chapters that the report has.

    A chapter is left out if it shows figures of measures, and no loaded year has anything to say of any of them
    because what they need is not supplied. `results` are the protected figures, `sources` the files read, and `given`
    those settings that are given of `SETTINGS_NEEDED`.
    """
    supplied = results.filter(pl.col("note") != "not supplied").select("measure", "breakdown").unique()
    there = set(supplied.iter_rows())
    wanted = in_chosen_order(chapters, chosen)
    kept, left_out = [], []
    for chapter in wanted:
        shown = [pair for pair in chapter.shown if pair[0] in measures]
        if chapter.name in (*FIRST, *LAST) or not shown or there.intersection(shown):
            kept.append(chapter)
        else:
            left_out.append((chapter, _needs(shown, measures, {*sources["extract"], *given})))
    return Choice(tuple(kept), tuple(c for c in chapters if c not in wanted), tuple(left_out))


def _needs(shown: Sequence[tuple[str, str]], measures: Mapping[str, Measure], supplied: set[str]) -> str:
    """Return in words what the figures need and the council has not supplied: whole extracts first."""
    needs = [need for name, _ in shown for need in measures[name].needs]
    needs += [BREAKDOWNS[by].needs or "" for _, by in shown if by != ALL]
    # A setting is given as a whole or not; of an extract a column may lack.
    whole = {need: need if need in SETTINGS_NEEDED else need.partition(".")[0] for need in needs if need}
    missing = {of for of in whole.values() if of not in supplied}
    return needs_words(sorted(missing) or sorted(whole.keys() - supplied))
