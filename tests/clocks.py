"""A clock that tests set by hand."""

from datetime import datetime, timedelta


class TestClock:
    """Stands where it is put and goes on when it is told."""

    __test__ = False

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def pass_time(self, **amount: float) -> None:
        self.instant += timedelta(**amount)
