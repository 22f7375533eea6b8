"""What is typed: one, two and three letters in four scripts, and a piece that nobody has."""

PIECES = {
    "Latin": ("m", "ma", "mar"),
    "Arabic": ("م", "مح", "محم"),
    "Bengali": ("র", "রহ", "রহম"),
    "Chinese": ("王", "王小", "王小明"),
}
NOBODY = "qzx"
ALL = tuple((script, piece) for script, row in PIECES.items() for piece in row)


def letters(script: str, piece: str) -> str:
    """Return what a piece is called in the table."""
    count = len(piece)
    return f"{script}, {count} letter" if count == 1 else f"{script}, {count} letters"
