"""What every SVG of the kit must hold for readers who cannot see it."""

import re
from html import escape


def accessible(svg: str, title: str, description: str) -> str:
    """Return the SVG with role, title and description inside, and ids that no earlier chart changes."""
    ids = list(dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg)))
    for number, old in enumerate(ids):
        svg = re.sub(rf'(id="|url\(#|href="#){re.escape(old)}(?=["\)])', rf"\g<1>part-{number}", svg)
    words = f"<title>{escape(title, quote=False)}</title><desc>{escape(description, quote=False)}</desc>"
    return re.sub(r"<svg\b([^>]*)>", lambda m: f'<svg role="img"{m[1]}>{words}', svg, count=1)
