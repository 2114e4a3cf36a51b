/*
title: Children with special educational needs
kind: count
unit: children
sentence: "{value} children in care on {as_at} had special educational needs on record"
sentences_by:
  area_of_need:
    Social, emotional and mental health: "The main need of {value} was social, emotional or mental health"
    Communication and interaction: "The main need of {value} was communication, or autism"
    Cognition and learning: "The main need of {value} was learning"
counts: >-
  children looked after on the last day of the year, of any age, whose SEND record says EHC plan or SEN support.
  The area of need is that of the primary need: communication and interaction for speech, language and
  communication, and autism; cognition and learning for specific, moderate, severe, and profound and multiple
  learning difficulties. Sensory and physical needs, Down syndrome, other needs, those without an assessment,
  and a blank or unknown need are together
better: none
depends_on: neither
breakdowns: [area_of_need]
source: The council's SEND records; SEND code of practice (2015), 6.28 to 6.35
needs: [send.sen_provision]
checked_on: 2026-12-01
*/
SELECT
    reporting_year,
    child_id,
    CASE
        WHEN primary_need IN ('Speech, language and communication needs', 'Autistic spectrum disorder')
            THEN 'Communication and interaction'::label
        WHEN primary_need IN (
            'Specific learning difficulty',
            'Moderate learning difficulty',
            'Severe learning difficulty',
            'Profound & multiple learning difficulty'
        )
            THEN 'Cognition and learning'::label
        WHEN primary_need = 'Social, emotional and mental health' THEN primary_need
        ELSE 'Other, or not recorded'::label
    END AS area_of_need
FROM children_in_care
WHERE sen_provision_code IN ('E', 'K')
