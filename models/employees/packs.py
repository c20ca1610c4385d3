"""By which pay-rule pack someone is paid on a day, and whom packs find too young."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, Select, select

from models.book.book import Book
from models.book.settings import Programme, programme
from models.employees.tables import EMPLOYEE, PAY_TERMS
from models.errors import RefusedError
from models.rules.shelf import shelf
from models.rules.values import Rules
from models.rules.young import ADULT, caution, refusal


class PacksInForce:
    """The rules and rest days of employees by day: those of their terms, else the programme's."""

    def __init__(self, connection: Connection, *, young_only: bool = False) -> None:
        """Read the terms of all employees or, with `young_only`, of those under 18."""
        self.programme: Programme = programme(connection)
        self._shelf = shelf(connection)
        self._starts: dict[int, list[date]] = {}
        self._terms: dict[int, list[tuple[str, str]]] = {}
        for row in connection.execute(_terms(young_only=young_only)):
            self._starts.setdefault(row.employee_id, []).append(row.starts_on)
            self._terms.setdefault(row.employee_id, []).append((row.rules, row.rest_days))

    def rules(self, employee_id: int, day: date) -> Rules:
        """What holds for an employee on a day.

        Raises:
            RefusedError: there is no such pack, it has faults, or it is not in force on that day.
        """
        return self.named(self._in_force(employee_id, day)[0], day)

    def rest_days(self, employee_id: int, day: date) -> tuple[str, ...]:
        """The days of the week on which an employee rests."""
        return tuple(name for name in self._in_force(employee_id, day)[1].split(",") if name)

    def named(self, pack: str, day: date) -> Rules:
        """What a pack says on a day; without a name, the programme's.

        Raises:
            RefusedError: there is no such pack, it has faults, or it is not in force on that day.
        """
        return self._shelf.on(pack or self.programme.pay_rules, day)

    def refusal(self, pack: str, day: date, age: str) -> str | None:
        """Why terms under a pack refuse an age band; a pack that cannot be read refuses none."""
        try:
            return None if age == ADULT else refusal(self.named(pack, day), age)
        except RefusedError:
            return None

    def caution(self, employee_id: int, day: date, age: str) -> str | None:
        """What there is to say of an employee's age; of a pack that cannot be read, nothing."""
        try:
            return None if age == ADULT else caution(self.rules(employee_id, day), age)
        except RefusedError:
            return None

    def _in_force(self, employee_id: int, day: date) -> tuple[str, str]:
        place = bisect_right(self._starts.get(employee_id, ()), day)
        return self._terms[employee_id][place - 1] if place else ("", "")


class YoungEmployees:
    """Those under 18 with their age bands; costs next to nothing where nobody is."""

    def __init__(self, connection: Connection) -> None:
        """Read who is under 18."""
        self._connection = connection
        found = select(EMPLOYEE.c.id, EMPLOYEE.c.age_band).where(EMPLOYEE.c.age_band != ADULT)
        self._ages: dict[int, str] = {row.id: row.age_band for row in connection.execute(found)}

    def __contains__(self, employee_id: int) -> bool:
        return employee_id in self._ages

    def age(self, employee_id: int) -> str:
        """The age band of an employee."""
        return self._ages.get(employee_id, ADULT)

    @cached_property
    def packs(self) -> PacksInForce:
        """The rules of those under 18."""
        return PacksInForce(self._connection, young_only=True)

    def not_employable(self, employee_id: int, day: date) -> str | None:
        """Why an employee may do no work on a day; also that their pack cannot be read."""
        if employee_id not in self:
            return None
        try:
            return refusal(self.packs.rules(employee_id, day), self.age(employee_id))
        except RefusedError as error:
            return error.message


def cautions(connection: Connection, codes: Mapping[int, str], day: date) -> dict[str, str]:
    """What there is to say of the ages of employees under the rules of a day, by their codes."""
    young = YoungEmployees(connection)
    said = {
        code: young.packs.caution(employee_id, day, young.age(employee_id))
        for employee_id, code in codes.items()
        if employee_id in young
    }
    return {code: sentence for code, sentence in said.items() if sentence is not None}


def too_young(book: Book, code: str, *, on: date) -> str | None:
    """What there is to say of an employee's age under the rules of a day, if anything."""
    with book.reading() as connection:
        found = select(EMPLOYEE.c.id).where(EMPLOYEE.c.code == code)
        ids = connection.execute(found).scalars()
        return cautions(connection, dict.fromkeys(ids, code), on).get(code)


def _terms(*, young_only: bool) -> Select[tuple[int, date, str, str]]:
    columns = (
        PAY_TERMS.c.employee_id,
        PAY_TERMS.c.starts_on,
        PAY_TERMS.c.rules,
        PAY_TERMS.c.rest_days,
    )
    statement = select(*columns).order_by(PAY_TERMS.c.starts_on)
    if young_only:
        young = EMPLOYEE.c.id == PAY_TERMS.c.employee_id
        statement = statement.join(EMPLOYEE, young).where(EMPLOYEE.c.age_band != ADULT)
    return statement
