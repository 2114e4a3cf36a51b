"""?"""

# Between a file's name and that of its sheet, if it has several.
IN_SHEET = ", sheet "
