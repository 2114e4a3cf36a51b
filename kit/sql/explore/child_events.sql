-- One row per event in a child's records up to the as-at day of the last loaded year: what happened, and what of it.
WITH known AS (
    SELECT max(year) AS reporting_year, max(as_at) AS as_at
    FROM reporting_years
),
events AS (
    SELECT
        child_id,
        start_day AS day,
        'Period of care begins' AS event,
        NULL::VARCHAR AS what,
        NULL::VARCHAR AS officer
    FROM year_periods
    JOIN known USING (reporting_year)
    UNION ALL
    SELECT child_id, end_day, 'Period of care ends', NULL, NULL
    FROM year_periods
    JOIN known USING (reporting_year)
    WHERE end_day IS NOT NULL
    UNION ALL
    SELECT stays.child_id, stays.from_day, 'Placement', stays.placement || ', ' || stays.legal_status, NULL
    FROM stays
    JOIN known ON known.reporting_year BETWEEN stays.first_year AND stays.last_year
    UNION ALL
    SELECT
        occasions.child_id,
        occasions.due_day,
        occasions.occasion || ' review due',
        CASE
            WHEN occasions.held_day <= occasions.due_day THEN 'held on time, ' || occasions.held_day
            WHEN occasions.held_day IS NOT NULL THEN 'held late, ' || occasions.held_day
            WHEN occasions.left_behind_day IS NOT NULL THEN 'replaced by the placement for adoption'
            WHEN occasions.due_day > known.as_at THEN 'not yet due'
            ELSE 'not held'
        END,
        NULL
    FROM review_occasions AS occasions
    JOIN known ON known.reporting_year BETWEEN occasions.first_year AND occasions.last_year
    UNION ALL
    SELECT
        reviews.child_id,
        reviews.review_day,
        'Review held',
        reviews.participation,
        nullif(reviews.iro, 'Not recorded')
    FROM counted_reviews AS reviews
    JOIN known ON known.reporting_year BETWEEN reviews.first_year AND reviews.last_year
    UNION ALL
    SELECT child_id, start_day, 'Reviewing officer begins', NULL, iro
    FROM year_allocations
    JOIN known USING (reporting_year)
    UNION ALL
    SELECT child_id, end_day, 'Reviewing officer ends', NULL, iro
    FROM year_allocations
    JOIN known USING (reporting_year)
    WHERE end_day IS NOT NULL
    UNION ALL
    SELECT child_id, raised_date, 'Concern raised', stage_raised || ', ' || theme, nullif(iro, 'Not recorded')
    FROM year_escalations
    JOIN known USING (reporting_year)
    UNION ALL
    SELECT child_id, resolved_day, 'Concern resolved', stage_resolved || ', ' || outcome, nullif(iro, 'Not recorded')
    FROM year_escalations
    JOIN known USING (reporting_year)
    WHERE resolved_day IS NOT NULL
)

SELECT child_id, day, event, what, officer
FROM events
ORDER BY child_id, day, event, what, officer
