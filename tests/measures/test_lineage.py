from kit.extracts import CORE
from kit.measures.headers import load_measures
from kit.measures.lineage import extracts_read, tables_read
from kit.measures.measure import SETTINGS_NEEDED

MEASURES = load_measures()


def test_a_measure_reads_what_its_views_read() -> None:
    assert "year_reviews" in tables_read("SELECT 1 FROM year_reviews")
    assert {"reviews", "episodes", "send"} <= tables_read("SELECT 1 FROM year_reviews")
    assert "send" not in extracts_read(MEASURES["children_looked_after"], MEASURES)
    assert "send" in extracts_read(MEASURES["children_took_part"], MEASURES)


def test_words_in_comments_are_no_tables() -> None:
    assert tables_read("-- FROM send\nSELECT 1 FROM header") == {"header"}


def test_a_rate_reads_what_its_denominator_reads() -> None:
    assert {"escalations", "episodes"} <= set(extracts_read(MEASURES["escalations_raised_per_100"], MEASURES))


def test_every_measure_reads_something_and_all_that_it_needs() -> None:
    for measure in MEASURES.values():
        read = extracts_read(measure, MEASURES)
        assert read, measure.name
        assert {need.partition(".")[0] for need in set(measure.needs) - set(SETTINGS_NEEDED)} <= set(read)
    assert CORE
