"""A form over the screen: fields, checks beside them, and nothing typed is ever lost."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label
from textual.worker import Worker, WorkerState

from models.drafts import Draft
from models.errors import Problem, RefusedError, WagebookError
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.text import safe, safe_lines
from tui.widgets.dialogs import Confirm
from tui.widgets.field_row import Field, FieldRow
from tui.widgets.help import show_help
from tui.widgets.inputs import EntryInput
from tui.widgets.key_bar import KeyBar

_MANY: Final = 13
"""A form of more fields than this is set close where others have air between their fields."""

R = TypeVar("R")
D = TypeVar("D", bound=Draft)


def draft_of(kind: type[D], values: Mapping[str, str]) -> D:
    """The draft of what was typed.

    Raises:
        RefusedError: with everything that is wrong with it.
    """
    draft, problems = kind.parse(values)
    if draft is None:
        raise RefusedError(problems[0].message, problems)
    return draft


@contextmanager
def in_place(column: str, message: str) -> Iterator[None]:
    """Say `message` beside the field `column` when the book has inside already what was typed.

    Raises:
        RefusedError: with the problem in its place.
    """
    try:
        yield
    except RefusedError as error:
        if type(error) is not RefusedError or error.problems:
            raise
        raise RefusedError(message, [Problem(message, column=column)]) from None


class FormScreen(ModalScreen[R | None], Generic[R]):
    """A form that is saved by a worker; it gives back what `save` gave, or None.

    A subclass says `title_text`, `fields` and `save`; it may say `field_changed`.
    """

    # What is typed ahead reaches the app faster than an input deals with it. Only a priority
    # binding moves the focus before the next key is handed out, so that no amount typed in haste
    # lands in the field before.
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.SAVE, keys.CANCEL, keys.FORM_HELP),
        Binding("tab", "go(1)", "Next field", show=False, priority=True),
        Binding("shift+tab", "go(-1)", "Previous field", show=False, priority=True),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | tab, enter | The next field; enter in the last one saves. |
    | shift+tab | The previous field. |
    | ctrl+s | Save. |
    | escape | Leave; asks first when something was typed. |
    | f1 | Help. |
    """

    SAVE_LABEL: str = N_("Save")
    """What the button that saves is called, and its key."""

    class _Saved(Message, bubble=False):
        def __init__(self, result: Any) -> None:
            super().__init__()
            self.result = result

    class _Refused(Message, bubble=False):
        def __init__(self, error: WagebookError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, initial: Mapping[str, str] | None = None, *, start: str = "") -> None:
        """Make the form.

        Args:
            initial: What the fields start with, by name, as a draft has it.
            start: The field to start in; the first unless given.
        """
        super().__init__()
        self._start = start
        self.rows: dict[str, FieldRow] = {}
        self._initial = dict(initial or {})
        self._before: dict[str, str] = {}
        self._saving = False

    @property
    def key_words(self) -> Mapping[str, tuple[str, str]]:
        """The key that saves is called what its button is called; see `keys.available`."""
        if keys.SAVE.label == self.SAVE_LABEL:
            return {}
        return {keys.SAVE.id: (_(self.SAVE_LABEL), _("Do it with what was typed."))}

    # What a form says about itself.

    def title_text(self) -> str:
        """What stands above the form, already translated."""
        raise NotImplementedError

    def fields(self) -> Sequence[Field]:
        """The fields, in order; called once."""
        raise NotImplementedError

    def save(self, values: dict[str, str]) -> R:
        """Save the texts of the fields, by name. Runs in a worker: no widgets here.

        Raises:
            WagebookError: it was refused; the form shows its problems and stays.
        """
        raise NotImplementedError

    def field_changed(self, name: str) -> None:
        """React to a change of the field `name`, such as by hiding another."""

    def more_buttons(self) -> Sequence[Button]:
        """Buttons between Save and Cancel, if the form has other ways to save."""
        return ()

    # Layout.

    def compose(self) -> ComposeResult:
        """Title, problems that belong to no field, the fields, and two buttons."""
        self.rows = {field.name: FieldRow(field) for field in self.fields()}
        many = " -many" if len(self.rows) > _MANY else ""
        with Vertical(classes=f"dialog form{many}"):
            yield Label(safe(self.title_text()), classes="dialog-title")
            yield Label("", classes="form-problems", markup=False)
            with VerticalScroll(classes="form-fields", can_focus=False):
                yield from self.rows.values()
            with Horizontal(classes="buttons"):
                yield Button(_(self.SAVE_LABEL), variant="primary", id="save", compact=True)
                yield from self.more_buttons()
                yield Button(_("Cancel"), id="cancel", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in what there is, and start in the first field."""
        for name, text in self._initial.items():
            if name in self.rows:
                self.rows[name].field.entry.put(text)
        self._before = self.values()
        self._mark_last()
        if self.rows:
            first = next(iter(self.rows.values()))
            self.rows.get(self._start, first).field.entry.focus()

    # What is typed.

    def values(self) -> dict[str, str]:
        """The text of each field for a draft: plain where it was understood, else as typed."""
        return {name: row.reading.text for name, row in self.rows.items()}

    @property
    def has_changes(self) -> bool:
        """Whether anything differs from what the form started with."""
        return self.values() != self._before

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show or hide a field; a hidden one keeps its text and is not checked."""
        self.rows[name].display = shown
        self._mark_last()

    def _mark_last(self) -> None:
        """Enter goes on from every field but the last, where it saves."""
        shown = [row.field.entry for row in self.rows.values() if row.display]
        for entry in shown:
            if isinstance(entry, EntryInput):
                entry.goes_on = entry is not shown[-1]

    def show_problems(self, problems: Sequence[Problem], message: str = "") -> None:
        """Show each problem under its field, and the others on top; go to the first field.

        Args:
            problems: What is wrong; `column` names the field.
            message: A sentence for the top, shown when no problem says more.
        """
        on_top = []
        for row in self.rows.values():
            row.show_problem(None)
        for problem in problems:
            row_of = self.rows.get(problem.column or "")
            if row_of is None or not row_of.display:
                on_top.append(problem.message)
            elif not row_of.is_wrong:
                row_of.show_problem(problem.message)
        if not problems and message:
            on_top.append(message)
        self._show_on_top(on_top)
        self._focus_first_wrong()

    def _show_on_top(self, sentences: Sequence[str]) -> None:
        label = self.query_one(".form-problems", Label)
        label.update(safe_lines("\n".join(f"! {sentence}" for sentence in sentences)))
        label.display = bool(sentences)
        self.query_one(".form").set_class(bool(sentences), "-refused")

    def _focus_first_wrong(self) -> None:
        for row in self.rows.values():
            if row.is_wrong:
                row.field.entry.focus()
                # The problem stands below the input, and may be out of view.
                self.call_after_refresh(self._show_whole_row)
                return

    def _show_whole_row(self) -> None:
        for row in self.rows.values():
            if row.has_focus_within:
                row.scroll_visible(animate=False)

    def _problems_here(self) -> list[Problem]:
        return [
            Problem(reading.problem, column=name, value=reading.raw)
            for name, row in self.rows.items()
            if row.display and (reading := row.reading).problem
        ]

    @on(FieldRow.Changed)
    def _field_changed(self, event: FieldRow.Changed) -> None:
        event.stop()
        self.field_changed(event.row.field.name)

    @on(Input.Submitted)
    async def _go_on(self, event: Input.Submitted) -> None:
        event.stop()
        last = [row for row in self.rows.values() if row.display][-1]
        if event.input is last.field.entry:
            await self.action_save()
        else:
            self.focus_next()

    # Saving and leaving.

    def action_go(self, fields: int) -> None:
        """Go to the next field, or to the previous one."""
        if fields > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Button.Pressed, "#save")
    async def action_save(self) -> None:
        """Save, unless a field is already known to be wrong."""
        if self._saving:
            return
        await self._all_typed()
        problems = self._problems_here()
        self.show_problems(problems)
        if not problems:
            self._mark_saving(saving=True)
            self._save(self.values())

    async def _all_typed(self) -> None:
        """Wait until each input has dealt with the keys that were typed into it."""
        waiting = []
        for entry in self.query(Input):
            done = asyncio.Event()
            if entry.call_later(done.set):
                waiting.append(done.wait())
        await asyncio.gather(*waiting)

    def _mark_saving(self, *, saving: bool) -> None:
        self._saving = saving
        self.query_one("#save", Button).label = _("Saving…") if saving else _(self.SAVE_LABEL)

    @work(thread=True, exclusive=True, exit_on_error=False, group="save")
    def _save(self, values: dict[str, str]) -> None:
        try:
            result = self.save(values)
        except WagebookError as error:
            self.post_message(self._Refused(error))
        else:
            self.post_message(self._Saved(result))

    @on(_Saved)
    def _leave_saved(self, message: _Saved) -> None:
        self._mark_saving(saving=False)
        self.dismiss(message.result)

    @on(_Refused)
    def _stay(self, message: _Refused) -> None:
        self._mark_saving(saving=False)
        self.show_problems(message.error.problems, message.error.message)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keep what was typed when saving failed for no known reason."""
        if event.state is WorkerState.ERROR:
            self._mark_saving(saving=False)
            self.show_problems((), _("This could not be saved. Nothing was changed."))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave; ask first when something was typed."""
        if not self.has_changes:
            self.dismiss(None)
            return
        question = Confirm(_("Leave without saving what you typed?"), danger=True)
        self.app.push_screen(question, self._leave_unsaved)

    def _leave_unsaved(self, sure: bool | None) -> None:  # noqa: FBT001 - a callback
        if sure:
            self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys of this form."""
        show_help(self.app)
