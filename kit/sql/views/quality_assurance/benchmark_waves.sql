-- One row per reporting year that knows an audit of the benchmark wave: the wave, and the day of its first audit.
WITH waves AS (
    SELECT reporting_year, wave, min(audited_date) AS first_audit
    FROM year_audits
    WHERE wave <> 'Not recorded'
    GROUP BY reporting_year, wave
)
SELECT waves.reporting_year, waves.wave, waves.first_audit
FROM waves
CROSS JOIN audit_benchmark
WHERE audit_benchmark.wave IS NULL OR audit_benchmark.wave = waves.wave
QUALIFY row_number() OVER (PARTITION BY waves.reporting_year ORDER BY waves.first_audit, waves.wave) = 1
