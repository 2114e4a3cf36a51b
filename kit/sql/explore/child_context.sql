-- One row per child looked after at any time that a reporting year knows: as it last was in care, up to the as-at day.
WITH last_periods AS (
    SELECT
        reporting_year,
        as_at,
        care_number,
        child_number,
        child_id,
        dob,
        coalesce(end_day, as_at) AS last_day
    FROM year_periods
    QUALIFY row_number() OVER (PARTITION BY reporting_year, child_id ORDER BY start_day DESC, period DESC) = 1
),
last_stays AS (
    SELECT
        last_periods.reporting_year,
        last_periods.child_id,
        stays.legal_status,
        stays.placement
    FROM last_periods
    JOIN stays
        ON stays.care_number = last_periods.care_number
        AND stays.from_day <= last_periods.last_day
    QUALIFY
        row_number() OVER (
            PARTITION BY last_periods.reporting_year, last_periods.child_id ORDER BY stays.from_day DESC
        ) = 1
),
last_officers AS (
    SELECT
        reporting_years.year AS reporting_year,
        allocations.child_id,
        allocations.iro_id AS officer,
        allocations.team
    FROM allocations
    JOIN reporting_years ON allocations.start_date <= reporting_years.as_at
    WHERE NOT allocations.superseded
    QUALIFY
        row_number() OVER (
            PARTITION BY reporting_years.year, allocations.child_id
            ORDER BY allocations.start_date DESC, allocations.iro_id
        ) = 1
)

SELECT
    last_periods.reporting_year,
    last_periods.child_id,
    completed_years(last_periods.dob, last_periods.last_day) AS age,
    age_band_all(completed_years(last_periods.dob, last_periods.last_day)) AS age_band_all,
    children.sex,
    children.ethnicity,
    last_stays.legal_status,
    last_stays.placement,
    coalesce(send_records.sen_provision, 'Not recorded'::label) AS sen_provision,
    coalesce(send_records.primary_need, 'Not recorded'::label) AS primary_need,
    last_officers.officer,
    last_officers.team
FROM last_periods
JOIN children ON children.child_number = last_periods.child_number
LEFT JOIN last_stays
    ON last_stays.child_id = last_periods.child_id
    AND last_stays.reporting_year = last_periods.reporting_year
LEFT JOIN last_officers
    ON last_officers.child_id = last_periods.child_id
    AND last_officers.reporting_year = last_periods.reporting_year
LEFT JOIN send_records
    ON send_records.child_number = last_periods.child_number
    AND send_records.reporting_year = last_periods.reporting_year
