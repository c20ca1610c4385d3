"""Pieces, adjustments, pay runs and the payslips they produced."""

from datetime import date

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.book.base import holds, one_of, table_of, whole
from models.employees.tables import work_of
from models.rules.values import DEDUCTION_KINDS

ITEMS = ("BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION")
RUN_STATUSES = ("draft", "approved", "paid", "void")
RUN_KINDS = ("regular", "off_cycle")


class Piece(SQLModel, table=True):
    """Pieces of one task made on one day; quantity and rate in ten-thousandths."""

    __table_args__ = (
        whole("quantity", "rate"),
        holds("quantity > 0", "quantity_above_zero"),
        holds("rate >= 0", "rate_not_negative"),
        UniqueConstraint("fingerprint", "occurrence"),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    day: date = Field(index=True)
    task: str = Field(max_length=80)
    quantity: int = Field(sa_type=BigInteger)
    rate: int = Field(sa_type=BigInteger)
    note: str = Field(default="", max_length=500)
    fingerprint: str = Field(max_length=32)
    occurrence: int
    run_id: int | None = Field(default=None, foreign_key="pay_run.id", index=True)


class Adjustment(SQLModel, table=True):
    """An amount entered by hand, in minor units and always above zero.

    A deduction has a kind (`DEDUCTION_KINDS`, empty where it was not said), its basis in law where
    one was recorded, and whether the worker agreed to it in writing. A bonus may say the days in
    which it was earned. `carried_from_id` is the payslip that could not take all of a deduction:
    what was left of it stands here, to be taken next time.
    """

    __table_args__ = (
        one_of("item", ITEMS),
        one_of("kind", DEDUCTION_KINDS),
        whole("amount"),
        holds("amount > 0", "amount_above_zero"),
        holds("(earned_from IS NULL) = (earned_to IS NULL)", "earned_both_days"),
        holds("earned_from <= earned_to", "earned_days"),
        UniqueConstraint("fingerprint", "occurrence"),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    day: date = Field(index=True)
    item: str = Field(max_length=20)
    amount: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    note: str = Field(default="", max_length=500)
    kind: str = Field(default="", max_length=12)
    legal_basis: str = Field(default="", max_length=200)
    agreed: bool = False
    earned_from: date | None = None
    earned_to: date | None = None
    fingerprint: str = Field(max_length=32)
    occurrence: int
    carried_from_id: int | None = Field(default=None, foreign_key="payslip.id", index=True)
    run_id: int | None = Field(default=None, foreign_key="pay_run.id", index=True)


class PayRun(SQLModel, table=True):
    """The pay of a group of employees for one period. Its id is the number that people use.

    `codes` is the chosen employees as JSON, empty for all of the site or programme. Approving
    counts up `approved_as` and keeps in `kept`, as JSON, what was computed by: the digests of the
    packs, the settings and the calendars.
    """

    __tablename__ = "pay_run"
    __table_args__ = (
        one_of("status", RUN_STATUSES),
        one_of("kind", RUN_KINDS),
        holds("starts_on <= ends_on", "period_days"),
        holds("(status = 'paid') = (paid_on IS NOT NULL) OR status = 'void'", "paid_has_a_day"),
        holds("(status = 'void') = (void_reason <> '')", "void_has_a_reason"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(max_length=12)
    status: str = Field(default="draft", max_length=12)
    starts_on: date
    ends_on: date = Field(index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id")
    codes: str = Field(default="[]")
    paid_on: date | None = None
    void_reason: str = Field(default="", max_length=500)
    approved_as: int | None = Field(default=None, unique=True)
    kept: str = Field(default="")


class Payslip(SQLModel, table=True):
    """One employee's pay in one run, with what was true of the employee when it was computed."""

    __table_args__ = (
        whole("gross", "deductions", "net", "paid"),
        holds("net = gross - deductions", "net_adds_up"),
        holds("net >= 0", "net_not_negative"),
        holds("deductions >= 0", "deductions_not_negative"),
        UniqueConstraint("run_id", "employee_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(max_length=32, unique=True)
    run_id: int = Field(foreign_key="pay_run.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    work_name: str = Field(default="", max_length=80)
    site: str = Field(default="", max_length=80)
    language: str = Field(max_length=2)
    payment_method: str = Field(max_length=8)
    currency: str = Field(max_length=3)
    basis: str = Field(max_length=8)
    pack: str = Field(max_length=40)
    pack_from: date
    gross: int = Field(sa_type=BigInteger)
    deductions: int = Field(sa_type=BigInteger)
    net: int = Field(sa_type=BigInteger)
    paid: int = Field(sa_type=BigInteger)
    worked_minutes: int = 0
    overtime_minutes: int = 0
    night_minutes: int = 0
    rest_day_minutes: int = 0
    holiday_minutes: int = 0
    warnings: str = Field(default="[]")


class PayslipLine(SQLModel, table=True):
    """One line of a payslip; `models.wages.engine.values.Line` says what the fields mean.

    `quantity`, `factor`, `divisor` and `pool` are exact fractions as text, `sources` is JSON.
    """

    __tablename__ = "payslip_line"
    __table_args__ = (
        whole("rate", "amount", "less", "carried"),
        one_of("pay_group", ("earning", "deduction", "rounding", "information")),
        UniqueConstraint("payslip_id", "position"),
    )

    id: int | None = Field(default=None, primary_key=True)
    payslip_id: int = Field(foreign_key="payslip.id")
    position: int
    code: str = Field(max_length=20)
    pay_group: str = Field(max_length=12)
    quantity: str = Field(max_length=60)
    unit: str = Field(max_length=12)
    rate: int = Field(sa_type=BigInteger)
    factor: str = Field(max_length=60)
    divisor: str = Field(max_length=60)
    pool: str = Field(default="", max_length=80)
    rule: str = Field(default="", max_length=20)
    amount: int = Field(sa_type=BigInteger)
    detail: str = Field(default="", max_length=500)
    starts_on: date | None = None
    ends_on: date | None = None
    less: int = Field(default=0, sa_type=BigInteger)
    carried: int = Field(default=0, sa_type=BigInteger)
    sources: str = Field(default="[]")


class SetAside(SQLModel, table=True):
    """An employee whom a run could not pay, and why, as a code with its values in JSON."""

    __tablename__ = "set_aside"
    __table_args__ = (UniqueConstraint("run_id", "employee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="pay_run.id")
    employee_id: int = Field(foreign_key="employee.id")
    reason: str = Field(max_length=500)


PIECE = work_of(Piece)
ADJUSTMENT = table_of(Adjustment)
PAY_RUN = table_of(PayRun)
PAYSLIP = table_of(Payslip)
PAYSLIP_LINE = table_of(PayslipLine)
SET_ASIDE = table_of(SetAside)
