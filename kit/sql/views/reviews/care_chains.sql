-- One row per period of care and past: the chain of reviews in it, and whether earlier reviews of it may be missing.
WITH first_loaded AS (
    SELECT min(first_day) AS first_day
    FROM reporting_years
),
earliest AS (
    SELECT care_number, min(review_day) AS first_review_day
    FROM reviews_in_care
    GROUP BY ALL
)
SELECT
    periods_of_care.care_number,
    periods_of_care.child_id,
    periods_of_care.first_year,
    periods_of_care.last_year,
    periods_of_care.period,
    periods_of_care.start_day,
    earliest.first_review_day,
    -- The period began before the first loaded year, and no review of it is known then.
    periods_of_care.began_before_first_year
    AND NOT coalesce(earliest.first_review_day < first_loaded.first_day, FALSE) AS history_missing,
    -- The last day of the sixth month after the first loaded year began: the first due day if history is missing.
    (first_loaded.first_day + INTERVAL 6 MONTH - INTERVAL 1 DAY)::DATE AS due_without_history
FROM periods_of_care
CROSS JOIN first_loaded
LEFT JOIN earliest USING (care_number)
