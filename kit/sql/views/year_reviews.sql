-- One row per counted review held in a reporting year, with the child's SEND record of that year.
SELECT
    reporting_years.year AS reporting_year,
    counted_reviews.*,
    coalesce(send_records.sen_provision, 'Not recorded') AS sen_provision,
    coalesce(send_records.primary_need, 'Not recorded') AS primary_need,
    coalesce(send_records.disability, ['Not recorded']) AS disability
FROM counted_reviews
JOIN reporting_years
    ON reporting_years.year = reporting_year_of(counted_reviews.review_day)
    AND reporting_years.year BETWEEN counted_reviews.first_year AND counted_reviews.last_year
    AND counted_reviews.review_day <= reporting_years.as_at
LEFT JOIN send_records
    ON send_records.child_id = counted_reviews.child_id AND send_records.reporting_year = reporting_years.year
