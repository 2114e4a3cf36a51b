"""The rules by which reading lists a row or a cell: what each means, and what to do about it."""

from kit.problems.rule import Rule

READING_RULES = (
    Rule(
        "duplicate_row",
        "The same thing is twice in one file",
        "Two rows of one file have the same key (for example the same child and review date).",
        "The later row counts; the earlier is left out.",
        "Remove the row that is wrong, so that one remains.",
    ),
    Rule(
        "required_value_missing",
        "A value without which the row has no meaning is blank",
        "The child, or the date that says which episode, review or record this is, is not given.",
        "The row is left out of every figure.",
        "Fill it in.",
    ),
    Rule(
        "not_a_date",
        "Not a date",
        "A cell of a date column holds something else, or a day that does not exist.",
        "No figure is made, since an unread date could change any of them, until it is corrected or known with a "
        "reason. Then the cell counts as blank; the row is left out if the date says which row it is or when an "
        "episode ended, as a blank end would mean that the child is still looked after.",
        "Use dd/mm/yyyy.",
        stops=True,
    ),
    Rule(
        "stand_in_for_needed_date",
        "A stand-in for no date, where a date is needed",
        "The cell holds a day that databases write if no date is known (01/01/1900, 31/12/9999 and others), or one "
        "before 1900 or after 2100. Without the date the row has no meaning, or the child no age.",
        "No figure is made until it is corrected or known with a reason. Then the cell counts as blank; the row is "
        "left out if the date says which row it is.",
        "Give the date itself.",
        stops=True,
    ),
    Rule(
        "stand_in_for_no_date",
        "A stand-in for no date",
        "The cell holds a day that databases write if no date is known (01/01/1900, 31/12/9999 and others), or one "
        "before 1900 or after 2100.",
        "The cell counts as blank.",
        "Nothing, or leave the cell blank.",
    ),
    Rule(
        "read_as_blank",
        "A word that stands for a blank",
        "Cells of the column say NULL, N/A, None, nan, - or the like, which is neither one of its codes nor named by a "
        "mapping. The column is listed once, with each word and in how many rows it is.",
        "These cells count as blank.",
        "Nothing; or, if the word means something here, say what in a mapping (values).",
    ),
    Rule(
        "code_in_other_letters",
        "Codes in other letters than the return's",
        "The column has codes of the return in small letters. It is listed once, with each code and the number of its "
        "rows.",
        "They count as the codes that they are.",
        "Write them as the return does: the DfE may not know them otherwise.",
    ),
    Rule(
        "control_character",
        "A control character",
        "The cell, or the heading if it is that row, holds a character that no chart can show, such as the line break "
        "that Word pastes.",
        "It is read as a space.",
        "Nothing, or take it out of the record.",
    ),
    Rule(
        "unknown_code",
        "A code that the code set does not hold",
        "The cell is not blank, but its code means nothing to the return or to the contract.",
        "It counts as not recorded; the row is used.",
        "Use a code of the list.",
    ),
    Rule(
        "not_a_number",
        "Not a number",
        "A cell of a number column holds something else, or a number beyond a million million.",
        "It counts as not recorded; the row is used.",
        "Use digits.",
    ),
    Rule(
        "column_not_used",
        "A column that the contract does not know",
        "The file holds a column that is no part of the extract.",
        "It is not read.",
        "Nothing, or rename it if it is one of the contract's columns under another name.",
    ),
    Rule(
        "column_not_supplied",
        "A column of the contract that the file does not have",
        "The file lacks the column altogether.",
        "Measures and breakdowns that need it say that it was not supplied. Rules of the DfE that need it are not run; "
        "the list names them.",
        "Add the column to the export if the council records it.",
    ),
    Rule(
        "left_out_by_mapping",
        "A row that the mapping leaves out",
        "The mapping of this file says that rows with such a value are not of this extract (a cancelled review).",
        "The row is left out of every figure.",
        "Nothing, or correct leave_out in the mapping.",
    ),
    Rule(
        "code_not_of_the_year",
        "A code that the return did not know in that year",
        "The code is one of the list, but came later than the file's year or had gone by then.",
        "It counts as what it means; the row is used.",
        "Check that the file is that year's; otherwise use a code of the list.",
    ),
    Rule(
        "looks_personal",
        "Personal data where none belong",
        "A text holds an NHS number, a full postcode or an e-mail address; row 1 is listed for a column with many.",
        "The cell, or the whole column, is not kept and counts as not recorded or not supplied.",
        "Take it out of the text; give the council's own number for an identifier.",
    ),
    Rule(
        "identifier_looks_personal",
        "Identifiers that are NHS numbers or e-mail addresses",
        "Most values of a column that identifies people are NHS numbers or e-mail addresses.",
        "No figure is made, since these would be kept in every extract.",
        "Export the case management system's own number, or set pseudonymise: true in council.yml.",
        stops=True,
    ),
    Rule(
        "identifier_digits_lost",
        "Digits of an identifier are lost",
        "The cell holds a number in scientific notation, such as 1.23E+06: so Excel shortens long numbers when a CSV "
        "file is opened in it and saved. The other digits are no longer there, and several children look like one.",
        "No figure is made, as nobody can tell whose the row is.",
        "Excel shortened it to something like 1.23E+06, and it cannot be recovered. Export the file again, and open no "
        "more than a copy in Excel.",
        stops=True,
    ),
    Rule(
        "identifiers_alike",
        "Identifiers that would become one",
        "Two identifiers of one file are the same but for leading zeros, letter case, a decimal point or the like, and "
        "the return (for officers, iros) has one like them. Nobody can tell whether both are meant to be that one.",
        "No figure is made until they are written in one way, or known with a reason: then each counts as it is.",
        "They differ in leading zeros, letter case or the like alone. Write each as the return does.",
        stops=True,
    ),
    Rule(
        "identifiers_read_as",
        "Identifiers in another form",
        "The column writes identifiers in another form than the return (for officers, iros; for others, an earlier "
        "file). It is listed once, with whose they are read as, how many, and in which form.",
        "They count as those that they are read as.",
        "Nothing; a text column in the export would keep them as they are.",
    ),
    Rule(
        "hardly_any_known",
        "A file of which hardly anyone is known elsewhere",
        "Of five or more children or reviews fewer than one in ten is in (the rest of) the return, or of officers in "
        "iros. Row 1 is listed for all; they are not listed one by one.",
        "Figures that need the file are wrong, or lack what it holds.",
        "Export it with the identifiers of the other files; python -m kit map proposes how to take off what was added.",
    ),
    Rule(
        "column_added",
        "A column that last year's file did not have",
        "The file has a column that the file of the year before lacks.",
        "Figures that need it begin with this year.",
        "Nothing; or map it in council.yml, if it is last year's column under a new name.",
    ),
    Rule(
        "column_gone",
        "A column that last year's file had",
        "The file lacks a column that the file of the year before has.",
        "Figures that need it end with last year.",
        "Export it again; or map it in council.yml, if it has a new name.",
    ),
    Rule(
        "column_all_empty",
        "A column without any value",
        "Last year's file has values in this column; in this file every cell of it is blank.",
        "Everything that it says counts as not recorded in this year.",
        "Check the export.",
    ),
    Rule(
        "count_moved",
        "A number of rows that moved much since last year",
        "The file has far more or far fewer rows than that of the year before: 10 or more, and more than the share "
        "that moved_by sets (20%).",
        "None; it may be true, or the export may be cut short or of another group of children.",
        "Compare the two exports. If it is true, raise moved_by in council.yml.",
    ),
)
