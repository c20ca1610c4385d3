"""Shifts and public holidays."""

from datetime import date

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from models.book.base import holds, one_of, table_of, whole
from models.employees.tables import work_of

DAY_KINDS = ("holiday", "rest_day", "working_day", "struck_out")
_COUNTS = text("struck_as IS NULL")
SHIFT_STATUSES = ("worked", "planned", "absent", "paid_leave", "unpaid_leave")


class Shift(SQLModel, table=True):
    """A shift by the wall clock of its site, and the same span in real minutes.

    `starts` and `ends` are minutes after midnight of `day` (an end after midnight is above 1440).
    `starts_at` and `ends_at` count real minutes since 1970 in UTC: hours across a clock change,
    and overlaps, are reckoned from them. `run_id` is the approved run that paid it; one that was
    wrong is struck out, counted last by the run that was approved as `struck_as`.
    """

    __table_args__ = (
        one_of("status", SHIFT_STATUSES),
        whole("starts_at", "ends_at", "break_minutes", "rate"),
        holds("starts BETWEEN 0 AND 1439", "starts_in_day"),
        holds("ends > starts AND ends <= starts + 1440", "ends_within_a_day"),
        holds("ends_at > starts_at", "starts_before_end"),
        holds("break_minutes >= 0 AND break_minutes < ends_at - starts_at", "break_inside"),
        holds("rate IS NULL OR rate >= 0", "rate_not_negative"),
        Index(
            "uq_shift_employee_id_starts_at",
            "employee_id",
            "starts_at",
            unique=True,
            sqlite_where=_COUNTS,
            postgresql_where=_COUNTS,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    day: date = Field(index=True)
    starts: int
    ends: int
    starts_at: int = Field(sa_type=BigInteger)
    ends_at: int = Field(sa_type=BigInteger)
    break_minutes: int = 0
    status: str = Field(default="worked", max_length=12)
    rate: int | None = Field(default=None, sa_type=BigInteger)
    activity: str = Field(default="", max_length=80)
    note: str = Field(default="", max_length=500)
    run_id: int | None = Field(default=None, foreign_key="pay_run.id", index=True)
    struck_as: int | None = None
    struck_why: str = Field(default="", max_length=200)


class Holiday(SQLModel, table=True):
    """A day that the programme put on its calendar, over what the country's calendar says.

    It is a public holiday, a rest day for everyone, a working day in spite of the weekday, or a
    public holiday of the country that is struck out.
    """

    __table_args__ = (one_of("kind", DAY_KINDS),)

    id: int | None = Field(default=None, primary_key=True)
    day: date = Field(unique=True)
    name: str = Field(max_length=80)
    kind: str = Field(default="holiday", max_length=12)


SHIFT = work_of(Shift)
HOLIDAY = table_of(Holiday)
