-- One row per audit answer and reporting year that knows it; `counts` marks the latest to its question in its wave.
SELECT
    reporting_years.year AS reporting_year,
    audits.child_id,
    coalesce(audits.wave, 'Not recorded') AS wave,
    audits.audited_date,
    audits.audited_date >= reporting_years.first_day AS audited_in_year,
    audits.question,
    audits.answer,
    row_number() OVER (
        PARTITION BY
            reporting_years.year,
            audits.wave,
            -- Audits without a wave are one wave a reporting year.
            CASE WHEN audits.wave IS NULL THEN reporting_year_of(audits.audited_date) END,
            audits.child_id,
            audits.question
        ORDER BY audits.audited_date DESC, audits.audit_id DESC
    ) = 1 AS counts
FROM audits
JOIN reporting_years ON audits.audited_date <= reporting_years.as_at
WHERE NOT audits.superseded
