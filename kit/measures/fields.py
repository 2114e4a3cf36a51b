"""What each field of a measure's header says, in words: for `kit new measure` and `docs/reference.md`."""

from kit.measures.headers import BETTER, KINDS
from kit.measures.measure import CLUSTERS

FIELDS: dict[str, str] = {
    "title": "what the page calls it: a few words, as a heading",
    "kind": f"one of {', '.join(KINDS)}",
    "unit": "what is counted, in the plural (reviews, children); of a share %",
    "sentence": "the figure in words, with {value}, {numerator}, {denominator}, {year} and {as_at} in them",
    "sentence_if_none": "said instead of it if the numerator is 0",
    "sentence_if_all": "said instead of it if the numerator is the denominator",
    "sentences_by": "by breakdown and category, or for each, how the report says it, with {whole} and {category} too",
    "explained": "what its values mean, said after the sentence",
    "counts": "what one row is, and which rows there are: reviews held in the year",
    "included_when": "which of the rows a share's numerator counts: it was held on a Saturday",
    "per": "the measure that is a rate's denominator",
    "drawn_from": "the measure that counts whom the children of a sample were drawn from",
    "part_of": "the count that this one makes up together with others",
    "adds_up": "what its numbers come to together with others': denominator = reviews_held.numerator",
    "better": f"which way is better: one of {', '.join(BETTER)}",
    "breakdowns": "columns of the query by which it is broken down",
    "needs": "extracts, or columns of them (review_details.mode), without which it is not supplied",
    "timescales": "those of params/statutory.yml by which it counts; words name them as {its_name}",
    "breaks": "by reporting year, why that year is not like others",
    "first_year": "why the first loaded year is not like others",
    "years_before": "how many years before it a figure looks at",
    "whole_years": "yes if it says nothing of a part of a year",
    "missing": "what is not in it, and why",
    "shown": "no for a denominator that is not a figure of its own",
    "in_summary": "no for a count that only says on how much other figures rest",
    "hundredths": "of a ratio, which of numerator and denominator is given in hundredths",
    "band": "the band of params/statutory.yml between whose values it should be",
    "people": "no if what it counts are neither children nor staff",
    "depends_on": f"which cases go together, as they are of one: {', '.join(CLUSTERS)}",
    "unseen": "on whom cases also depend, of whom the files have no column (social workers)",
    "source": "in which law or guidance the rule is, or who asked",
    "checked_on": "the day on which somebody last looked it up (2026-11-21)",
}
