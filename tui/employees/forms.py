"""The forms of employees and their pay terms."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models import fields
from models.book.book import Book
from models.book.settings import Programme
from models.employees.actions import add_employee, add_terms, change_employee
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.employees.queries import EmployeeRow, TermsRow, next_code, sites
from models.employees.tables import BASES
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import RATE_DECIMALS, decimal_text, quantity_text
from models.rules.queries import pack_names
from models.wages.wording import basis_label, hours_text
from tui.employees.words import AGES, LANGUAGES, METHODS, weekdays
from tui.widgets.checked import CheckedInput
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of, in_place
from tui.widgets.inputs import DateInput, RateInput, TextInput


@dataclass(frozen=True)
class Known:
    """What a form of employees offers: read before it is shown.

    Attributes:
        code: The next free code.
        sites: The names of the sites there are.
        programme: The programme's settings.
        packs: The names of the pay-rule packs there are.
    """

    code: str
    sites: tuple[str, ...]
    programme: Programme
    packs: tuple[str, ...]


def read_known(book: Book) -> Known:
    """Read what the form offers; in a worker."""
    return Known(next_code(book), tuple(sites(book)), book.programme(), read_packs(book))


def read_packs(book: Book) -> tuple[str, ...]:
    """The names of the pay-rule packs that terms can name; in a worker."""
    with book.reading() as connection:
        return pack_names(connection)


class SiteInput(TextInput):
    """A site by its name; one that is not known yet is said to be new."""

    def __init__(self, known: Collection[str]) -> None:
        """Know the sites there are."""
        super().__init__(max_length=80)
        self._known = set(known)

    def _echo(self, value: str) -> str:
        return value if value in self._known else _("{name}, a new site").format(name=value)


def terms_fields(packs: Iterable[str], *, required: bool) -> list[Field]:
    """The fields of pay terms from the basis on; `packs` are those that can be chosen."""
    bases = [(basis_label(basis), basis) for basis in BASES]
    hours = N_("Agreed hours, such as 8 or 7.5.")
    return [
        Field("basis", N_("Basis"), Choice(bases, required=required)),
        Field("rate", N_("Rate"), RateInput(required=required), N_("For an hour, day, month …")),
        Field("currency", N_("Currency"), CheckedInput(fields.currency, max_length=3)),
        Field("daily_hours", N_("Hours a day"), CheckedInput(fields.hours, echo=hours_text), hours),
        Field(
            "weekly_hours", N_("Hours a week"), CheckedInput(fields.hours, echo=hours_text), hours
        ),
        Field(
            "rest_days",
            N_("Rest days"),
            CheckedInput(fields.rest_days, echo=weekdays),
            N_("MO TU WE TH FR SA SU"),
        ),
        Field("guaranteed_hourly", N_("At least an hour"), RateInput(), N_("For piece-work.")),
        Field(
            "rules",
            N_("Pay rules"),
            Choice([(name, name) for name in packs]),
            N_("Empty: those of the programme."),
        ),
    ]


def employee_values(row: EmployeeRow) -> dict[str, str]:
    """What a form of this employee starts with, terms apart."""
    return {
        "code": row.code,
        "work_name": row.work_name,
        "site": row.site,
        "language": row.language,
        "joined_on": row.joined_on.isoformat(),
        "left_on": row.left_on.isoformat() if row.left_on else "",
        "age_band": row.age_band,
        "payment_method": row.payment_method,
    }


def terms_values(row: TermsRow) -> dict[str, str]:
    """What a form of new terms starts with, after these; the day apart."""

    def rate(value: int | None) -> str:
        return "" if value is None else decimal_text(value, RATE_DECIMALS)

    def hours(minutes: int | None) -> str:
        return "" if minutes is None else quantity_text(minutes * 10**RATE_DECIMALS // 60)

    return {
        "basis": row.basis,
        "rate": rate(row.rate),
        "currency": row.currency,
        "daily_hours": hours(row.daily_minutes),
        "weekly_hours": hours(row.weekly_minutes),
        "rest_days": row.rest_days,
        "guaranteed_hourly": rate(row.guaranteed_hourly),
        "rules": row.rules,
    }


class EmployeeForm(FormScreen[str]):
    """A new employee with first terms, or the facts of one; gives back the code."""

    def __init__(
        self,
        book: Book,
        known: Known,
        *,
        today: date,
        editing: str | None = None,
        initial: Mapping[str, str] | None = None,
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            known: What the form offers.
            today: The day that it is.
            editing: The code of the employee who is changed; None for a new one.
            initial: What the fields start with.
        """
        new = {
            "code": known.code,
            "joined_on": today.isoformat(),
            "language": known.programme.languages[0],
            "age_band": "18+",
            "payment_method": "cash",
            "currency": known.programme.currency,
        }
        super().__init__({**new, **(initial or {})}, start="work_name")
        self._book = book
        self._known = known
        self._today = today
        self._editing = editing

    def title_text(self) -> str:
        """What stands above the form."""
        if self._editing is None:
            return _("New employee")
        return _("Change {code}").format(code=self._editing)

    def fields(self) -> Sequence[Field]:
        """Who, where, since when; for a new employee the first terms, too."""
        ages = [(_(label), age) for age, label in AGES.items()]
        methods = [(_(label), method) for method, label in METHODS.items()]
        speaks = [(name, code) for code, name in LANGUAGES.items()]
        own = [
            Field("code", N_("Code"), CheckedInput(fields.code, required=True, max_length=20)),
            Field("work_name", N_("Work name"), TextInput(max_length=80)),
            Field("site", N_("Site"), SiteInput(self._known.sites), self._sites_help()),
            Field("joined_on", N_("Joined"), self._day(required=True), N_("15 oct, -3, mon")),
            Field("left_on", N_("Last day"), self._day(required=False), N_("Empty while here.")),
            Field("language", N_("Language"), Choice(speaks, required=True)),
            Field("age_band", N_("Age"), Choice(ages, required=True)),
            Field("payment_method", N_("Paid"), Choice(methods, required=True)),
        ]
        return own if self._editing else [*own, *terms_fields(self._known.packs, required=False)]

    def _day(self, *, required: bool) -> DateInput:
        return DateInput(today=lambda: self._today, required=required)

    def _sites_help(self) -> str:
        return ", ".join(self._known.sites)

    def save(self, values: dict[str, str]) -> str:
        """Take the employee on, or change what is said of them.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        if self._editing is None and not values["basis"] and not values["rate"]:
            # Terms may come later; a currency alone says nothing.
            values = {**values, "currency": ""}
        draft = draft_of(EmployeeDraft, values)
        if self._editing is not None:
            change_employee(self._book, self._editing, draft)
            return draft.code
        with in_place("code", _("The code {code} is taken.").format(code=draft.code)):
            add_employee(self._book, draft)
        return draft.code


class TermsForm(FormScreen[str]):
    """New pay terms of an employee from a day on; gives back that day."""

    def __init__(
        self,
        book: Book,
        code: str,
        packs: Iterable[str],
        *,
        today: date,
        initial: Mapping[str, str] | None = None,
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            code: Whose terms they are.
            packs: The names of the pay-rule packs there are.
            today: The day that it is.
            initial: What the fields start with, most often the terms before.
        """
        super().__init__(initial, start="from")
        self._book = book
        self._code = code
        self._packs = packs
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New pay terms of {code}").format(code=self._code)

    def fields(self) -> Sequence[Field]:
        """From when, and what is paid."""
        day = DateInput(today=lambda: self._today, required=True)
        return [
            Field("from", N_("From"), day, N_("The first day: 1 jul, +7, mon")),
            *terms_fields(self._packs, required=True),
        ]

    def save(self, values: dict[str, str]) -> str:
        """Agree the terms.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(TermsDraft, {"employee": self._code, **values})
        with in_place("from", _("There are pay terms from that day already.")):
            add_terms(self._book, draft)
        return draft.starts_on.isoformat()
