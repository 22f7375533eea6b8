"""Start to the unlock window, unlocking to Today, and the memory that is held afterwards."""

from statistics import median

from tests.benchmarks.children import Held, bare_start, held, program_start, stay_bare, stay_inside, unlocking
from tests.benchmarks.figures import PAIRS, Figure, Pair, in_turns
from tests.benchmarks.large import Built
from tests.benchmarks.timing import shortest

STAY = 10
TRIES = 3


def start_figures(empty: Built) -> list[Figure]:
    """Return how much longer the unlock window takes than a bare window."""
    pairs = in_turns(lambda: shortest(bare_start, TRIES), lambda: shortest(lambda: program_start(empty), TRIES))
    return [Figure("Start to a painted unlock window / a bare window with one label", "ms", pairs, 1.4)]


def unlock_figures(empty: Built, large: Built) -> list[Figure]:
    """Return how much longer unlocking takes with many records."""
    pairs = in_turns(
        lambda: shortest(lambda: unlocking(empty), TRIES), lambda: shortest(lambda: unlocking(large), TRIES)
    )
    return [Figure("Unlock to a painted Today page, large / empty workspace", "ms", pairs, 1.3)]


def memory_figures(empty: Built, large: Built) -> list[Figure]:
    """Return how much more memory the large workspace holds than the empty one, and that than a bare window."""
    rounds = [_round(empty, large) for _ in range(PAIRS)]
    peak = median(inside.peak for _, _, inside in rounds)
    by_empty = [Pair(one.now, inside.now) for _, one, inside in rounds]
    by_bare = [Pair(bare.now, one.now) for bare, one, _ in rounds]
    name = f"Memory held {STAY} s after unlocking"
    told = f"the peak was {peak:.0f} MB, for the 256 MB that deriving the key takes"
    return [
        Figure(f"{name}, large / empty workspace", "MB", by_empty, 1.3, told),
        Figure(f"{name}, empty workspace / a bare window", "MB", by_bare, 3.5),
    ]


def _round(empty: Built, large: Built) -> tuple[Held, Held, Held]:
    """Return what a bare window, the empty and the large workspace hold; they stay side by side."""
    children = (stay_bare(STAY), stay_inside(empty, STAY), stay_inside(large, STAY))
    bare, nothing, much = (held(child) for child in children)
    return bare, nothing, much
