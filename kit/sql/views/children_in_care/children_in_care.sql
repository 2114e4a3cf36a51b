-- One row per child looked after on the as-at day of a reporting year, as they were that day.
SELECT
    year_periods.reporting_year,
    year_periods.first_day,
    year_periods.as_at,
    year_periods.care_number,
    year_periods.child_id,
    year_periods.last_year,
    year_periods.period,
    year_periods.start_day,
    completed_years(year_periods.dob, last_31_august(year_periods.as_at)) AS age_on_31_august,
    age_band_all(completed_years(year_periods.dob, year_periods.as_at)) AS age_band_all,
    children.sex,
    children.ethnicity,
    stays.legal_status,
    stays.placement,
    send_records.child_number IS NOT NULL AS has_send_record,
    send_records.sen_provision_code,
    send_records.primary_need
FROM year_periods
JOIN children ON children.child_number = year_periods.child_number
JOIN stays
    ON stays.care_number = year_periods.care_number
    AND year_periods.as_at >= stays.from_day
    AND year_periods.as_at < stays.next_day
LEFT JOIN send_records
    ON send_records.child_number = year_periods.child_number
    AND send_records.reporting_year = year_periods.reporting_year
WHERE year_periods.end_day IS NULL
