"""How much room words take in a chart, by the published widths of Arial's letters; Liberation Sans and Helvetica share
them.

A chart must come out the same on every computer, and what a drawing engine measures depends on the fonts that it finds
there (1.0 and 2.0 of Liberation Sans differ in how close two ones are). So room is left by this table alone, and a
little more than Arial takes.
"""

SIZE = 14
# A thousandth of the letters' size, and the letters that are so wide.
WIDTHS = {
    191: "'",
    222: "ijl’‘",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r“”",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–£€",
    584: "+<=>~×−",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
OF_LETTER = {letter: width for width, letters in WIDTHS.items() for letter in letters}
# By how much words may be wider if the reader's computer has no Arial, and another font is used (DejaVu Sans),
# and pixels besides, since short words differ by more.
STAND_IN, SHORT = 1.15, 4
# Letters with accents are as wide as without in most cases; what is not known is taken to be wide.
UNKNOWN = 778


def width_of(words: str) -> float:
    """Return how wide words are in a chart, in pixels."""
    return sum(OF_LETTER.get(letter, UNKNOWN) for letter in words) * SIZE / 1000


def widest(texts: list[str]) -> float:
    """Return how wide the widest of some texts is in a chart, in pixels; 0 if there is none."""
    return max(map(width_of, texts), default=0.0)


def in_lines(words: str, width: float) -> list[str]:
    """Return words in as few lines as `width` pixels allow, none much shorter than the others."""
    lines = _lines(words, width)
    # A twentieth at a time, down to half: there the lines would be more, if there is more than one.
    for share in range(95, 45, -5):
        narrower = _lines(words, width * share / 100)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _lines(words: str, width: float) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if width_of(longer) <= width or not lines[-1] else [*lines, word]
    return lines
