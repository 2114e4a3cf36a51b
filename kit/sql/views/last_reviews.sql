-- One row per child and reporting year with a review in it that tells how the child, aged 4 or over, took part: the
-- last such review, whether the child took part in any of the year's, and in the last of the year before.
WITH telling AS (
    SELECT
        *,
        participation_code NOT IN ('PN4', 'PN7') AS took_part
    FROM year_reviews
    WHERE age >= 4
        AND participation_code <> 'PN0'
),
of_the_year_before AS (
    SELECT
        reporting_years.year AS reporting_year,
        counted_reviews.child_id,
        arg_max(counted_reviews.participation_code NOT IN ('PN4', 'PN7'), counted_reviews.review_day) AS took_part
    FROM counted_reviews
    JOIN reporting_years
        ON reporting_years.year BETWEEN counted_reviews.first_year AND counted_reviews.last_year
        AND counted_reviews.review_day >= reporting_years.first_day - INTERVAL 1 YEAR
        AND counted_reviews.review_day < reporting_years.first_day
    WHERE counted_reviews.age >= 4
        AND counted_reviews.participation_code <> 'PN0'
    GROUP BY ALL
)
SELECT
    telling.*,
    bool_or(telling.took_part) OVER (PARTITION BY telling.reporting_year, telling.child_id) AS took_part_in_year,
    -- Empty where no review of the year before tells.
    of_the_year_before.took_part AS took_part_before
FROM telling
LEFT JOIN of_the_year_before
    ON of_the_year_before.reporting_year = telling.reporting_year
    AND of_the_year_before.child_id = telling.child_id
QUALIFY row_number() OVER (PARTITION BY telling.reporting_year, telling.child_id ORDER BY telling.review_day DESC) = 1
