-- One row per row of a file of the return, with what the return says of its child.
SELECT
    $file.*,
    this_year.*,
    children.* EXCLUDE (child, in_header, in_episodes, all_year),
    coalesce(in_header, false) AS in_header,
    coalesce(in_episodes, false) AS in_episodes,
    coalesce(all_year, false) AS all_year
FROM $file
CROSS JOIN this_year
LEFT JOIN children USING (child)
