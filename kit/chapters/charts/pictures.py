"""Charts as pictures to take away: SVG and PNG files for Word and PowerPoint, with their titles, for print."""

from pathlib import Path

from kit.chapters.charts.drawing import Drawing, draw_png
from kit.errors import KitError
from kit.files.disk_errors import writing
from kit.paths import shown

PICTURES = (".svg", ".png")
NARROWEST, WIDEST = 4, 60


def save_picture(drawing: Drawing, path: str, width_cm: float) -> None:
    """Write a chart into the file at `path`, so many centimetres wide; KitError says what is wrong with either."""
    to = Path(path)
    if to.suffix.lower() not in PICTURES:
        raise KitError(
            f'"{to.name}" is not called as a picture: name.svg (PowerPoint, and Word from 2016 on) or name.png.',
            wrong_use=True,
        )
    if not NARROWEST <= width_cm <= WIDEST:
        raise KitError(
            f"width_cm is from {NARROWEST} to {WIDEST} centimetres: 16 is the width of a page's text.", wrong_use=True
        )
    if not to.absolute().parent.is_dir():
        raise KitError(f"There is no folder {shown(to.absolute().parent)}. Make it, or name a file in another.")
    svg = drawing.for_print(width_cm)
    content = svg.encode("utf-8") if to.suffix.lower() == ".svg" else draw_png(svg, width_cm)
    with writing(to.absolute().parent, otherwise=", or name another file"):
        to.write_bytes(content)
