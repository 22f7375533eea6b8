"""Measuring one thing."""

from collections.abc import Callable
from time import perf_counter, process_time


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def processor_milliseconds(work: Callable[[], object]) -> float:
    """Return how long the processor is busy with something that waits for nothing; other programs do not count."""
    began = process_time()
    work()
    return (process_time() - began) * 1000


def shortest(measure: Callable[[], float], times: int) -> float:
    """Return the shortest of several measurements, the one in which the computer did the least besides."""
    return min(measure() for _ in range(times))
