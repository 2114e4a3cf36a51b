-- One row per counted review and past, with no more than says which it is: held inside a period of care of its child.
SELECT
    reviews.child_id,
    periods_of_care.first_year,
    periods_of_care.last_year,
    periods_of_care.period,
    reviews.review_date AS review_day,
    reviews.dob,
    reviews.participation_code
FROM reviews
JOIN periods_of_care
    ON periods_of_care.child_id = reviews.child_id
    AND periods_of_care.start_day <= reviews.review_date
    AND (periods_of_care.end_day IS NULL OR reviews.review_date <= periods_of_care.end_day)
    AND reviews.review_date <= periods_of_care.as_at
    -- On a day on which one period ends and the next begins, the review belongs to the earlier.
    AND (periods_of_care.end_before IS NULL OR reviews.review_date > periods_of_care.end_before)
WHERE NOT reviews.superseded
