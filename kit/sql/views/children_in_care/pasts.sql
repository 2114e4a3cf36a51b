-- One row per run of reporting years in which the past of a child reads the same. For nearly all children that is every
-- loaded year, as what came later only adds to it. If a later episode takes a period of care up again after a gap,
-- each year has a past of its own: an earlier year knew the period as ended.
SELECT FALSE AS irregular, min(year) AS first_year, max(year) AS last_year, max(as_at) AS as_at
FROM reporting_years
UNION ALL
SELECT TRUE, year, year, as_at
FROM reporting_years
