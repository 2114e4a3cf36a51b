/*
title: Commendations
kind: count
unit: commendations
sentence: Officers praised good practice {value} times
counts: commendations given in the year; a blank team is "Not recorded"
better: none
depends_on: neither
breakdowns: [team]
source: The council's commendations; IRO Handbook (2010), 7.11
needs: [commendations]
checked_on: 2026-11-22
*/
SELECT
    reporting_years.year AS reporting_year,
    coalesce(commendations.team, 'Not recorded') AS team
FROM commendations
JOIN reporting_years ON commendations.awarded_date BETWEEN reporting_years.first_day AND reporting_years.as_at
WHERE NOT commendations.superseded
