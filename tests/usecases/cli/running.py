"""Running one command in this process, on a workspace whose passphrase is quickly tried."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.security.keys import Cost

LEAST_KIB = 64
CHEAP = Cost(memory_kib=LEAST_KIB, passes=1, lanes=1)
PASSPHRASE = "seven green pods on a windowsill"


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return json.loads(self.out)


Run = Callable[..., Ran]


def no_older_records(path: Path, key: bytes) -> None:
    raise AssertionError(path)
