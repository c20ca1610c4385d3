"""What a run is computed by, besides the records: packs, settings and calendars.

An approved run keeps it, so that it can be computed again as it was.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from models.book.settings import programme
from models.employees.tables import PAY_TERMS
from models.errors import RefusedError
from models.periods import WEEKDAYS, Period, month_of
from models.recording import insert_rows
from models.rules.shelf import Shelf, shelf
from models.rules.tables import KEPT_PACK
from models.rules.values import Rules
from models.shifts.calendar import Calendar
from models.shifts.holidays import calendars
from models.wages.engine.segments import reaches_back_to
from models.wages.engine.values import Minimums, Terms

_WEEK: Final = timedelta(days=7)  # whatever weekday the week starts on
_DAYS: Final = ("holidays", "rest_days", "working_days")


@dataclass(frozen=True, slots=True)
class Ground:
    """Packs, the programme's settings of pay, and calendars by country (the empty one its own)."""

    packs: Shelf
    pay_rules: str
    week_starts: str
    minimums: Minimums
    calendars: Mapping[str, Calendar]

    def rules_of(self, terms: Terms, day: date) -> Rules:
        """The pack of pay terms, or the programme's, on a day.

        Raises:
            RefusedError: the pack cannot be used.
        """
        return self.packs.on(terms.rules or self.pay_rules, day)


def ground_of(connection: Connection, days: Period) -> Ground:
    """What holds in the book now; the calendars are those of `days`."""
    settings = programme(connection)
    packs = shelf(connection)
    agreed = connection.execute(select(PAY_TERMS.c.rules).distinct()).scalars()
    own = settings.country
    known = calendars(connection, {own, *_countries(packs, {settings.pay_rules, *agreed})}, days)
    return Ground(
        packs,
        settings.pay_rules,
        settings.week_starts,
        Minimums(settings.currency, settings.minimum_hourly_wage, settings.minimum_monthly_wage),
        {**known, "": known[own]},
    )


def days_counted(period: Period) -> Period:
    """The days whose calendar a run needs.

    They are those that the period reaches back to, and its months as a whole: a part of a salary
    can be a share of the working days of its month.
    """
    reached = reaches_back_to(period, WEEKDAYS[0]) - _WEEK
    return Period(
        min(reached, month_of(period.starts_on).starts_on), month_of(period.ends_on).ends_on
    )


def _countries(packs: Shelf, names: Collection[str]) -> set[str]:
    found = set()
    for name in names:
        try:
            found.add(packs.pack(name).country)
        except RefusedError:
            continue  # whoever is under it is set aside, with the reason
    return found - {""}


def digest_of(text: str) -> str:
    """The name under which the text of a pack is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def digests_in(kept: str) -> dict[str, str]:
    """The packs that `keep` kept for a run, by name."""
    return dict(json.loads(kept)["packs"]) if kept else {}


def leavers_in(kept: str) -> set[int]:
    """The employees whom a run knew to leave inside its period."""
    return set(json.loads(kept)["leavers"]) if kept else set()


def keep(
    connection: Connection, ground: Ground, packs: Collection[str], leavers: Collection[int]
) -> str:
    """Keep the texts of the packs that a run used, and give back the rest as JSON.

    `leavers` are the ids of employees who were known to leave inside its period.
    """
    texts = {name: ground.packs.pack(name).text for name in sorted(packs)}
    digests = {name: digest_of(text) for name, text in texts.items()}
    known = set(connection.execute(select(KEPT_PACK.c.digest)).scalars())
    new = {digests[name]: (name, text) for name, text in texts.items()}
    rows = [
        {"digest": digest, "name": name, "text": text}
        for digest, (name, text) in new.items()
        if digest not in known
    ]
    insert_rows(connection, KEPT_PACK, rows)
    kept = {"packs": digests, "leavers": sorted(leavers), **_as_json(ground)}
    return json.dumps(kept, separators=(",", ":"))


def _as_json(ground: Ground) -> dict[str, Any]:
    minimums = ground.minimums
    return {
        "pay_rules": ground.pay_rules,
        "week_starts": ground.week_starts,
        "minimums": [minimums.currency, minimums.hourly, minimums.monthly],
        "calendars": {
            country: {
                kind: sorted(day.isoformat() for day in getattr(calendar, kind)) for kind in _DAYS
            }
            for country, calendar in ground.calendars.items()
        },
    }


def kept_ground(connection: Connection, text: str, *, only: bool = True) -> Ground:
    """What `keep` gave back, with the kept packs; one that is lost is no pack.

    Without `only` a pack that was not kept is that of the book: pay terms that are agreed
    back-dated may name one that the run did not use.
    """
    kept = json.loads(text)
    statement = select(KEPT_PACK.c.digest, KEPT_PACK.c.text)
    texts = {row.digest: row.text for row in connection.execute(statement)}
    packs = {name: texts[key] for name, key in digests_in(text).items() if key in texts}
    return Ground(
        Shelf(packs, only=True) if only else shelf(connection, packs),
        kept["pay_rules"],
        kept["week_starts"],
        Minimums(*kept["minimums"]),
        {
            country: Calendar(
                *(frozenset(date.fromisoformat(day) for day in days[kind]) for kind in _DAYS)
            )
            for country, days in kept["calendars"].items()
        },
    )
