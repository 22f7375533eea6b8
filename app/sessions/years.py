# SPDX-License-Identifier: GPL-3.0-or-later
"""How far people's words reached, year by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import String, func, select
from sqlalchemy.orm import Session

from db.models import DesignSession
from db.types import Spectrum


@dataclass(frozen=True, slots=True)
class YearRow:
    """The sessions of one year.

    Attributes:
        levels: How many had each way of working, from telling to sharing; None is those that did not say.
    """

    year: int
    levels: Mapping[Spectrum | None, int]

    @property
    def sessions(self) -> int:
        """Return how many sessions there were in all."""
        return sum(self.levels.values())


def years_list(tx: Session, until: date) -> list[YearRow]:
    """Return every year in which sessions were held, up to and with a day; the latest year first."""
    year = func.substr(DesignSession.held_on, 1, 4, type_=String())
    counted = select(year, DesignSession.spectrum, func.count()).where(DesignSession.held_on <= until)
    found: dict[str, dict[Spectrum | None, int]] = {}
    for held_in, spectrum, sessions in tx.execute(counted.group_by(year, DesignSession.spectrum).order_by(year.desc())):
        found.setdefault(held_in, dict.fromkeys((*Spectrum, None), 0))[spectrum] = sessions
    return [YearRow(int(held_in), levels) for held_in, levels in found.items()]
