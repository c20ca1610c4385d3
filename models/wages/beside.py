"""What is due to or from employees besides the work of a period, as a pay run takes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from models.wages.engine.segments import terms_on
from models.wages.engine.values import Account, AdvanceDue, Line, Minutes, PayInput

Corrections = Mapping[int, Mapping[str, Sequence[Line]]]
Hours = Mapping[int, Mapping[str, Minutes]]


@dataclass(frozen=True, slots=True)
class Beside:
    """By employee: corrections and rounding accounts (each by currency), and advances.

    `hours` are those that closed payslips lacked or had too many, by employee and number.
    `smallest` is the smallest note or coin of each currency in minor units, as far as it is known;
    `failed` counts the payslips that could not be corrected.
    """

    corrections: Corrections = field(default_factory=dict)
    advances: Mapping[int, Sequence[AdvanceDue]] = field(default_factory=dict)
    owed: Mapping[tuple[int, str], int] = field(default_factory=dict)
    smallest: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[int, int] = field(default_factory=dict)
    hours: Hours = field(default_factory=dict)

    def added_to(self, pay: PayInput, employee: Any) -> PayInput:
        """The pay of an employee (its row in the book) with all of that."""
        return replace(
            pay,
            corrections=self.corrections.get(employee.id, {}),
            advances=tuple(self._advances(pay, employee)),
            account=self._account(pay, employee),
            not_corrected=self.failed.get(employee.id, 0),
            corrected_hours=self.hours.get(employee.id, {}),
        )

    def _advances(self, pay: PayInput, employee: Any) -> Sequence[AdvanceDue]:
        """Whoever leaves repays subs at once: they were wages already."""
        owed = self.advances.get(employee.id, ())
        if not _leaves(employee.left_on, pay):
            return owed
        return [
            replace(each, due=each.outstanding) if each.kind == "sub" else each for each in owed
        ]

    def _account(self, pay: PayInput, employee: Any) -> Account:
        terms = terms_on(pay.terms, pay.period.ends_on)
        currency = terms.currency if terms else ""
        cash = employee.payment_method == "cash"
        return Account(
            owed=self.owed.get((employee.id, currency), 0),
            smallest=self.smallest.get(currency) if cash else None,
            leaving=_leaves(employee.left_on, pay),
        )


def _leaves(left_on: date | None, pay: PayInput) -> bool:
    return left_on is not None and left_on <= pay.period.ends_on
