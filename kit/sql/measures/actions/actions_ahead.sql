/*
title: Actions for the year ahead
kind: count
unit: actions
people: no
sentence: The plan for {next_year} has {value} actions
counts: lines of the year's file of actions whose agreed_year is the year itself
better: none
depends_on: neither
breakdowns: []
source: IRO Handbook (2010), 7.11; the council's own plan
needs: [actions]
checked_on: 2026-11-22
*/
SELECT reporting_year
FROM year_actions
WHERE ahead
