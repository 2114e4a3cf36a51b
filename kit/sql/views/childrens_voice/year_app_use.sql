-- One row per submission through an app dated in a reporting year.
SELECT
    reporting_years.year AS reporting_year,
    app_use.child_id,
    app_use.app,
    month_label(app_use.submitted_date) AS month
FROM app_use
JOIN reporting_years ON app_use.submitted_date BETWEEN reporting_years.first_day AND reporting_years.as_at
WHERE NOT app_use.superseded
