-- One row per episode of the return: the row that holds, and whether it was left open and then gone, or corrected.
WITH newest AS (
    SELECT max(year) AS year
    FROM reporting_years
),
left_open AS MATERIALIZED (
    SELECT episodes.child_id, episodes.decom, episodes.year
    FROM episodes
    CROSS JOIN newest
    WHERE NOT episodes.superseded
        AND episodes.dec IS NULL
        AND episodes.year < newest.year
),
taken_up AS MATERIALIZED (
    SELECT left_open.decom, newer.child_id, newer.year, newer.decom AS newer_decom
    FROM left_open
    JOIN episodes AS newer
        ON newer.child_id = left_open.child_id
        AND newer.year = left_open.year + 1
        AND newer.rne = 'S'
        AND newer.decom <= make_date(left_open.year, 3, 31)
        AND (newer.dec IS NULL OR newer.dec > make_date(left_open.year, 3, 31))
),
corrected AS (
    SELECT DISTINCT taken_up.child_id, taken_up.decom
    FROM taken_up
    ANTI JOIN episodes AS older
        ON older.child_id = taken_up.child_id
        AND older.year = taken_up.year - 1
        AND older.decom = taken_up.newer_decom
)
SELECT
    held.child_id,
    held.decom,
    held.rne,
    CASE WHEN held.dec IS NULL AND held.year < newest.year THEN make_date(held.year, 4, 1) ELSE held.dec END AS end_day,
    held.dec IS NULL AND held.year < newest.year AS gone,
    corrected.child_id IS NOT NULL AS corrected,
    coalesce(held.legal_status IN ('V3', 'V4'), FALSE) AS short_break,
    held.legal_status AS legal_status_code,
    held.placement AS placement_code,
    held.dec,
    held.rec,
    held.year,
    held.file,
    held.row
FROM episodes AS held
CROSS JOIN newest
LEFT JOIN corrected USING (child_id, decom)
WHERE NOT held.superseded
