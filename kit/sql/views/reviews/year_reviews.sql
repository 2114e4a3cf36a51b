-- One row per counted review held in a reporting year.
-- Not stored: it is as fast read through.
SELECT *
FROM counted_reviews
WHERE in_its_year
