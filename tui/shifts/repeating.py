"""Forms that are saved many times in a row: save, and go on with the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Button

from models.book.book import Book
from models.employees.queries import employee, newest_terms
from models.language import gettext as _
from models.periods import Period
from models.shifts.patterns import following_day
from tui import keys
from tui.employees.picking import candidate, employee_picker
from tui.widgets.form import FormScreen
from tui.widgets.picker import Candidate, Picker


@dataclass(frozen=True)
class Saved:
    """What was saved, and how to go on.

    Attributes:
        employee: Whose record it is.
        values: The texts of the form.
        next_day: The employee's next day of work.
        again: Whether another one comes.
        number: What the book knows the record by, where it was looked up.
        late_for: The period whose run was closed before the record came, if it is for the next one.
    """

    employee: Candidate[str]
    values: Mapping[str, str]
    next_day: date
    again: bool
    number: int | None = None
    late_for: Period | None = None


class RepeatingForm(FormScreen[Saved]):
    """A form of something that an employee did on a day."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.SAVE_NEXT)
    """
    | Key(s) | Description |
    | :- | :- |
    | ctrl+n | Save, and start the next one: same employee, next day of work. |
    """

    def __init__(
        self,
        book: Book,
        *,
        today: date,
        employee: Candidate[str] | None = None,
        editing: int | None = None,
        initial: Mapping[str, str] | None = None,
        start: str = "",
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            today: The day that it is.
            employee: Who is chosen at first.
            editing: The id of the record that is changed; None for a new one.
            initial: What the other fields start with.
            start: The field to start in.
        """
        super().__init__(initial, start=start)
        self.book = book
        self.today = today
        self.editing = editing
        self.picker: Picker[str] = employee_picker(book, today, chosen=employee)
        self._again = False

    def more_buttons(self) -> Sequence[Button]:
        """A button that saves and goes on, for new records."""
        if self.editing is not None:
            return ()
        return [Button(_("Save, next"), id="save-next", compact=True)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a new record has a next one."""
        if action == "save_next":
            return self.editing is None
        return super().check_action(action, parameters)

    @on(Button.Pressed, "#save-next")
    async def action_save_next(self) -> None:
        """Save, and go on with the next one."""
        self._again = True
        await super().action_save()

    @on(Button.Pressed, "#save")
    async def action_save(self) -> None:
        """Save, and be done."""
        self._again = False
        await super().action_save()

    def saved(self, values: Mapping[str, str], day: date) -> Saved:
        """What the form gives back for a record of `day`; called in the worker."""
        code = values["employee"]
        terms = newest_terms(self.book, code, on=day)
        next_day = following_day(day, terms.rest_days if terms else "")
        name = employee(self.book, code, on=day).work_name
        return Saved(candidate(code, name), values, next_day, self._again)
