/*
title: Supervisions held on time
kind: share
unit: "%"
sentence: "{value} of officers' supervisions were on time ({numerator} of {denominator})"
timescales: [supervision]
counts: >-
  supervisions that fell due in the year: after each supervision of an officer the next is due within {supervision}.
  The one due after an officer's last supervision counts too. None counts that was due after the officer's left_date,
  as the file of iros of the year in which it was due gives it. Several supervisions of an officer on one day are one,
  whichever child the rows name
included_when: the officer's next supervision was held by the day on which it was due
better: higher
depends_on: officer
breakdowns: [quarter, iro]
source: IRO Handbook (2010), 7.14, supervision; the time is the usual one or the council's own
needs: [iro_contacts]
missing: An officer's first supervision that the files hold is due at no known day; absence moves no day
checked_on: 2026-11-22
*/
SELECT
    reporting_years.year AS reporting_year,
    supervisions.iro,
    quarter_label(due_days.supervision) AS quarter,
    coalesce(supervisions.next_day <= due_days.supervision, FALSE) AS numerator
FROM supervisions
JOIN due_days ON due_days.from_day = supervisions.day
JOIN reporting_years ON due_days.supervision BETWEEN reporting_years.first_day AND reporting_years.as_at
LEFT JOIN iros
    ON iros.iro_id = supervisions.iro
    AND iros.year = reporting_years.year
    AND NOT iros.superseded
WHERE iros.left_date IS NULL
    OR iros.left_date >= due_days.supervision
