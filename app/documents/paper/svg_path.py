# SPDX-License-Identifier: GPL-3.0-or-later
"""The path of an SVG picture as operators of PDF (SVG 1.1, section 8.3), in the picture's own measures.

Points are complex numbers: the real part goes across, the imaginary part down.
"""

import re
from cmath import exp, phase
from collections.abc import Iterator
from math import ceil, pi, radians, sqrt, tan

PLACES = 3  # decimals: a thousandth of an icon's unit is seen by nobody
QUARTER = pi / 2
LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
GAP = r"[\s,]*"
_NUMBERS = re.compile(NUMBER)
_ARC = re.compile(GAP.join([rf"({NUMBER})"] * 3 + ["([01])"] * 2 + [rf"({NUMBER})"] * 2))  # flags may touch
_STEP = re.compile(rf"{GAP}([MmLlHhVvCcSsQqTtAaZz])((?:{GAP}{NUMBER})*){GAP}")


def pdf_path(written: str) -> str:
    """Return the path as PDF operators: m, l, c and h.

    Args:
        written: What the attribute "d" says: every command, upper case or lower case.

    Raises:
        ValueError: It is no path.
    """
    pen = _Pen()
    end = 0
    for found in _STEP.finditer(written):
        if found.start() != end:
            break
        end = found.end()
        for letter, numbers in _steps(found[1], found[2]):
            pen.go(letter, numbers)
    if end != len(written) or not end:
        raise ValueError(f"no path: {written}")
    return " ".join(pen.written)


def _steps(letter: str, text: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each use of a command with its numbers; what follows the first pair of a move are lines."""
    length = LENGTHS[letter.upper()]
    if letter in "Aa":
        groups = [[float(part) for part in found.groups()] for found in _ARC.finditer(text)]
    else:
        numbers = [float(part) for part in _NUMBERS.findall(text)]
        groups = [numbers[start : start + length] for start in range(0, len(numbers), length or 1)] or [[]]
    if not groups or any(len(group) != length for group in groups):
        raise ValueError(f"no path: {letter}{text}")
    for group in groups:
        yield letter, group
        letter = {"M": "L", "m": "l"}.get(letter, letter)


class _Pen:
    """Where the path has got to, and what was written of it."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._at = self._start = 0j
        self._control = 0j  # of the last curve, for one that goes on smoothly
        self._last = ""

    def go(self, letter: str, numbers: list[float]) -> None:
        """Follow one command; lower case counts from where the path is."""
        origin = self._at if letter.islower() else 0j
        points = [origin + complex(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=False)]
        match letter.upper():
            case "M":
                self._move(points[0])
            case "L":
                self._line(points[0])
            case "H":
                self._line(complex(origin.real + numbers[0], self._at.imag))
            case "V":
                self._line(complex(self._at.real, origin.imag + numbers[0]))
            case "C":
                self._curve(*points)
            case "S":
                self._curve(self._reflected("CS"), *points)
            case "Q":
                self._bend(*points)
            case "T":
                self._bend(self._reflected("QT"), *points)
            case "A":
                self._arc(origin + complex(*numbers[5:]), numbers)
            case _:
                self._close()
        self._last = letter.upper()

    def _move(self, to: complex) -> None:
        self._at = self._start = to
        self.written.append(f"{_place(to)} m")

    def _line(self, to: complex) -> None:
        self._at = to
        self.written.append(f"{_place(to)} l")

    def _curve(self, first: complex, second: complex, to: complex) -> None:
        self._at, self._control = to, second
        self.written.append(f"{_place(first)} {_place(second)} {_place(to)} c")

    def _bend(self, control: complex, to: complex) -> None:
        """Draw a curve with one control point as one with two."""
        self._curve((self._at + 2 * control) / 3, (to + 2 * control) / 3, to)
        self._control = control

    def _arc(self, to: complex, numbers: list[float]) -> None:
        across, down = abs(numbers[0]), abs(numbers[1])
        if not across or not down:
            self._line(to)
            return
        turn = exp(1j * radians(numbers[2]))
        start, end = (_squeezed(point / turn, 1 / across, 1 / down) for point in (self._at, to))
        for curve in _unit_arc(start, end, is_large=numbers[3] > 0, clockwise=numbers[4] > 0):
            self._curve(*(_squeezed(point, across, down) * turn for point in curve))
        self._at = to

    def _close(self) -> None:
        self._at = self._start
        self.written.append("h")

    def _reflected(self, kinds: str) -> complex:
        return 2 * self._at - self._control if self._last in tuple(kinds) else self._at


def _unit_arc(
    start: complex, end: complex, *, is_large: bool, clockwise: bool
) -> Iterator[tuple[complex, complex, complex]]:
    """Yield curves along a circle of radius 1, or a larger one where that does not reach (SVG 1.1, appendix F.6)."""
    half = (end - start) / 2
    if not half:
        return
    radius = max(1.0, abs(half))
    away = sqrt(max(0.0, (radius / abs(half)) ** 2 - 1))
    centre = (start + end) / 2 + (1j if is_large != clockwise else -1j) * away * half
    first, last = phase(start - centre), phase(end - centre)
    if (last - first > 0) != clockwise:
        last += 2 * pi if clockwise else -2 * pi
    count = ceil(abs(last - first) / QUARTER - 1e-9)
    step = (last - first) / count
    reach = 4 / 3 * tan(step / 4)
    for number in range(count):
        here, there = (radius * exp(1j * (first + step * place)) for place in (number, number + 1))
        yield centre + here * (1 + 1j * reach), centre + there * (1 - 1j * reach), centre + there


def _squeezed(point: complex, across: float, down: float) -> complex:
    return complex(point.real * across, point.imag * down)


def _place(point: complex) -> str:
    return f"{_number(point.real)} {_number(point.imag)}"


def _number(value: float) -> str:
    """Return a number without an exponent, and without zeros that say nothing."""
    return f"{round(value, PLACES) + 0.0:.{PLACES}f}".rstrip("0").rstrip(".")  # + 0.0: there is no -0
