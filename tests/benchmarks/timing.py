"""Measuring one thing."""

from collections.abc import Callable
from time import perf_counter


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def shortest(measure: Callable[[], float], times: int) -> float:
    """Return the shortest of several measurements, the one in which the computer did the least besides."""
    return min(measure() for _ in range(times))
