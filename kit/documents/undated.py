"""Files of Office programs without the day and hour at which they were made: the same content, the same bytes."""

import io
import zipfile
from datetime import UTC, datetime

# The first day that such a file can name.
NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def without_days(file: bytes) -> bytes:
    """Return a DOCX, or another archive of its kind, with one day for all of its parts, which are in order of name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w") as new:
        # A reader learns from the first of them what the parts are.
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, NO_DAY.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()
