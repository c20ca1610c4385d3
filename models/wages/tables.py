"""Pieces, adjustments, advances, pay runs and the payslips they produced."""

from datetime import date

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.book.base import holds, one_of, table_of, whole
from models.employees.tables import work_of
from models.periods import PAY_PERIOD_KINDS
from models.rules.values import DEDUCTION_KINDS

ITEMS = ("BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION")
RUN_STATUSES = ("draft", "approved", "paid", "void")
RUN_KINDS = ("regular", "off_cycle", "final")
ADVANCE_KINDS = ("sub", "loan")


class Piece(SQLModel, table=True):
    """Pieces of one task made on one day; quantity and rate in ten-thousandths.

    One that an approved run holds is never edited. Where it was wrong it is struck out, with the
    reason: `struck_as` is the `approved_as` of the newest run that still counted it.
    """

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
    struck_as: int | None = None
    struck_why: str = Field(default="", max_length=200)


class Adjustment(SQLModel, table=True):
    """An amount entered by hand, in minor units and always above zero.

    A deduction has a kind (`DEDUCTION_KINDS`, empty where it was not said), its basis in law where
    one was recorded, and whether the worker agreed to it in writing. A bonus may say the days in
    which it was earned. `carried_from_id` is the payslip that could not take all of a deduction:
    what was left of it stands here, to be taken next time. `struck_as` is that of pieces.
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
    struck_as: int | None = None
    struck_why: str = Field(default="", max_length=200)


class Advance(SQLModel, table=True):
    """Money given before payday, in minor units: a sub of wages already earned, or a loan.

    It is repaid by `instalment` (None: all at once) from `first_due` on, `every` so often; what is
    left last is the last instalment. `agreed`: the worker agreed in writing to its being taken.
    """

    __table_args__ = (
        one_of("kind", ADVANCE_KINDS),
        one_of("every", PAY_PERIOD_KINDS),
        whole("amount", "instalment"),
        holds("amount > 0", "amount_above_zero"),
        holds("instalment IS NULL OR instalment > 0", "instalment_above_zero"),
        holds("first_due >= day", "due_after_given"),
        UniqueConstraint("fingerprint", "occurrence"),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    day: date = Field(index=True)
    kind: str = Field(max_length=8)
    amount: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    instalment: int | None = Field(default=None, sa_type=BigInteger)
    first_due: date
    every: str = Field(max_length=12)
    agreed: bool = False
    note: str = Field(default="", max_length=500)
    fingerprint: str = Field(max_length=32)
    occurrence: int


class SkippedInstalment(SQLModel, table=True):
    """An instalment that is not taken on its day; one more follows at the end instead."""

    __tablename__ = "skipped_instalment"
    __table_args__ = (UniqueConstraint("advance_id", "due_on"),)

    id: int | None = Field(default=None, primary_key=True)
    advance_id: int = Field(foreign_key="advance.id")
    due_on: date


class Repayment(SQLModel, table=True):
    """What was repaid of an advance: by an approved payslip, or by hand where there is none."""

    __table_args__ = (
        whole("amount"),
        holds("amount > 0", "amount_above_zero"),
    )

    id: int | None = Field(default=None, primary_key=True)
    advance_id: int = Field(foreign_key="advance.id", index=True)
    day: date
    amount: int = Field(sa_type=BigInteger)
    payslip_id: int | None = Field(default=None, foreign_key="payslip.id", index=True)
    note: str = Field(default="", max_length=500)


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
    """One employee's pay in one run, with what was true of the employee when it was computed.

    `terms_digest` says by which pay terms and days of employment. The account is what rounding
    has paid out beyond net pay and not taken back yet. `paid_on` is when this employee was paid:
    an approved run may be paid one by one. `printed_on` is when it was first printed.
    """

    __table_args__ = (
        whole(
            "gross",
            "deductions",
            "net",
            "paid",
            "advances_before",
            "advances_after",
            "account_before",
            "account_after",
        ),
        holds("net = gross - deductions", "net_adds_up"),
        holds("net >= 0", "net_not_negative"),
        holds("paid >= 0", "paid_not_negative"),
        holds("gross >= 0", "gross_not_negative"),
        holds("account_after >= 0", "account_not_negative"),
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
    advances_before: int = Field(default=0, sa_type=BigInteger)
    advances_after: int = Field(default=0, sa_type=BigInteger)
    account_before: int = Field(default=0, sa_type=BigInteger)
    account_after: int = Field(default=0, sa_type=BigInteger)
    corrected_hours: str = Field(default="[]")
    terms_digest: str = Field(default="", max_length=32)
    paid_on: date | None = None
    printed_on: date | None = None


class PayslipLine(SQLModel, table=True):
    """One line of a payslip; `models.wages.engine.values.Line` says what the fields mean.

    `quantity`, `factor`, `divisor` and `pool` are exact fractions as text, `sources` is JSON. A
    correction names the payslip that it `corrects`, and the line there or in an earlier correction
    of it that it takes the place of, if there is one.
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
    corrects: str = Field(default="", max_length=32, index=True)
    corrects_line_id: int | None = Field(default=None, foreign_key="payslip_line.id", index=True)
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
ADVANCE = work_of(Advance)
SKIPPED_INSTALMENT = table_of(SkippedInstalment)
REPAYMENT = table_of(Repayment)
PAY_RUN = table_of(PayRun)
PAYSLIP = table_of(Payslip)
PAYSLIP_LINE = table_of(PayslipLine)
SET_ASIDE = table_of(SetAside)
