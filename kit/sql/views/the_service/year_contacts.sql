-- One row per contact of a reviewing officer with a child (visit, call or midway review) in a reporting year.
SELECT
    reporting_years.year AS reporting_year,
    iro_contacts.iro_id AS iro,
    iro_contacts.child_id,
    iro_contacts.kind,
    code_labels.label AS contact_kind,
    month_label(iro_contacts.contact_date) AS month,
    quarter_label(iro_contacts.contact_date) AS quarter
FROM iro_contacts
JOIN reporting_years ON iro_contacts.contact_date BETWEEN reporting_years.first_day AND reporting_years.as_at
JOIN code_labels ON code_labels.code_set = 'contact_kind' AND code_labels.code = iro_contacts.kind
WHERE NOT iro_contacts.superseded
    AND iro_contacts.kind <> 'supervision'
