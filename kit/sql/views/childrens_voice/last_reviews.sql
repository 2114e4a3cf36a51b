-- One row per child and reporting year with a review in it that tells how the child, aged 4 or over, took part: the
-- last such review, whether the child took part in any of the year's, and in the last of the year before.
WITH of_the_year AS (
    SELECT
        reporting_year,
        child_number,
        max(review_day) AS review_day,
        bool_or(participation_code NOT IN ('PN4', 'PN7')) AS took_part_in_year
    FROM year_reviews
    WHERE age >= 4
        AND participation_code <> 'PN0'
    GROUP BY ALL
),
-- As the year after knows them.
of_the_year_before AS (
    SELECT
        reporting_years.year AS reporting_year,
        counted_reviews.child_number,
        arg_max(counted_reviews.participation_code NOT IN ('PN4', 'PN7'), counted_reviews.review_day) AS took_part
    FROM counted_reviews
    JOIN reporting_years
        ON reporting_years.year = reporting_year_of(counted_reviews.review_day) + 1
        AND reporting_years.year BETWEEN counted_reviews.first_year AND counted_reviews.last_year
    WHERE counted_reviews.age >= 4
        AND counted_reviews.participation_code <> 'PN0'
    GROUP BY ALL
)
SELECT
    year_reviews.reporting_year,
    year_reviews.child_id,
    year_reviews.age_band,
    year_reviews.placement,
    year_reviews.mode,
    year_reviews.sen_provision,
    year_reviews.primary_need,
    year_reviews.iro,
    year_reviews.participation_code NOT IN ('PN4', 'PN7') AS took_part,
    of_the_year.took_part_in_year,
    -- Empty if no review of the year before tells.
    of_the_year_before.took_part AS took_part_before
FROM of_the_year
JOIN year_reviews USING (reporting_year, child_number, review_day)
LEFT JOIN of_the_year_before USING (reporting_year, child_number)
