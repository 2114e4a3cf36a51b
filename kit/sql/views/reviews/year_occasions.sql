-- One row per occasion that counts in a reporting year, as it was on that year's as-at day.
WITH reasons AS (
    SELECT care_number, review_day, late_reason
    FROM counted_reviews
    WHERE late_reason <> 'Not recorded'
),
counted AS (
    SELECT
        reporting_years.year AS reporting_year,
        review_occasions.*,
        CASE WHEN held_day <= due_day THEN held_day ELSE due_day END AS counted_day,
        CASE WHEN held_day <= reporting_years.as_at THEN held_day END AS held_by_as_at,
        CASE
            WHEN not_known THEN 'not known'
            WHEN held_day <= due_day THEN 'on time'
            WHEN held_day <= reporting_years.as_at THEN 'late'
            ELSE 'missed'
        END AS outcome
    FROM review_occasions
    JOIN reporting_years
        ON reporting_years.year = reporting_year_of(CASE WHEN held_day <= due_day THEN held_day ELSE due_day END)
        AND reporting_years.year BETWEEN review_occasions.first_year AND review_occasions.last_year
        AND CASE WHEN held_day <= due_day THEN held_day ELSE due_day END <= reporting_years.as_at
)
SELECT
    counted.reporting_year,
    counted.care_number,
    counted.child_id,
    counted.period,
    counted.occasion,
    counted.outcome,
    counted.due_day,
    counted.held_by_as_at AS held_day,
    quarter_label(counted.counted_day) AS quarter,
    age_band_all(
        completed_years(coalesce(counted.dob, birth_dates_in_reviews.dob), counted.counted_day)
    ) AS age_band_all,
    CASE counted.outcome
        WHEN 'missed' THEN 'Not held'
        WHEN 'late' THEN coalesce(reasons.late_reason, 'Not recorded')
    END AS late_reason
FROM counted
LEFT JOIN birth_dates_in_reviews
    ON birth_dates_in_reviews.child_id = counted.child_id
    AND birth_dates_in_reviews.reporting_year = counted.reporting_year
LEFT JOIN reasons
    ON reasons.care_number = counted.care_number
    AND reasons.review_day = counted.held_day
-- What fell due after the child left is no occasion.
WHERE counted.outcome <> 'missed' OR counted.period_end IS NULL OR counted.period_end > counted.due_day
