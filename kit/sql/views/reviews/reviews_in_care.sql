-- One row per counted review and past, with no more than says which it is: held inside a period of care of its child.
-- Not stored: it is as fast read through.
SELECT
    care_number,
    child_number,
    child_id,
    first_year,
    last_year,
    period,
    review_date AS review_day,
    dob,
    participation_code
FROM held_reviews
WHERE period IS NOT NULL
UNION ALL
SELECT
    periods_of_care.care_number,
    periods_of_care.child_number,
    periods_of_care.child_id,
    periods_of_care.first_year,
    periods_of_care.last_year,
    periods_of_care.period,
    held_reviews.review_date,
    held_reviews.dob,
    held_reviews.participation_code
FROM held_reviews
JOIN periods_of_care
    ON periods_of_care.child_number = held_reviews.child_number
    AND counts_in(held_reviews.review_date, start_day, end_day, end_before, as_at)
    AND NOT periods_of_care.is_newest
