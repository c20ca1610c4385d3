"""One field of a form: label, input, what was understood, and what is wrong."""

from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.widgets import Input, Label, Select

from models.language import gettext as _
from tui.text import safe
from tui.widgets.choice import Choice
from tui.widgets.inputs import EntryInput
from tui.widgets.picker import Picker
from tui.widgets.reading import Reading

EntryWidget = EntryInput[Any] | Choice[Any] | Picker[Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a form declares it.

    Attributes:
        name: The name that drafts and problems call it by.
        label: A few words, a message id.
        entry: The input, made for this form.
        help: What can be typed, a message id; shown while the field has the focus.
        wide: Let the input take the whole line, for long texts.
    """

    name: str
    label: str
    entry: EntryWidget
    help: str = ""
    wide: bool = False


class FieldRow(Vertical):
    """A `Field` on the screen. It checks itself when it is left."""

    class Changed(Message):
        """Something else stands in the field now."""

        def __init__(self, row: "FieldRow") -> None:
            super().__init__()
            self.row = row

    def __init__(self, field: Field) -> None:
        """Show `field`."""
        super().__init__(classes="-wide-field" if field.wide else "")
        self.field = field
        self._label = Label(self._title(), classes="field-label")
        self._note = Label("", classes="field-note", markup=False)
        self._error = Label("", classes="field-error", markup=False)
        self._has_focus = False

    def compose(self) -> ComposeResult:
        """Label, input and note on a line; the problem below the input."""
        with Horizontal(classes="field-line"):
            yield self._label
            yield self.field.entry
            yield self._note
        yield self._error

    def on_mount(self) -> None:
        """Say what the first value is understood as."""
        self.annotate()

    def _title(self) -> Content:
        title = safe(_(self.field.label))
        return Content.assemble(title, (" *", "$accent")) if self.field.entry.required else title

    @property
    def reading(self) -> Reading[Any]:
        """What stands in the field."""
        return self.field.entry.reading

    def show_problem(self, message: str | None) -> None:
        """Say under the input what is wrong with it; None when nothing is."""
        self._error.update(safe(f"! {message}") if message else "")
        self.set_class(bool(message), "-wrong")

    @property
    def is_wrong(self) -> bool:
        """Whether a problem is shown."""
        return self.has_class("-wrong")

    def annotate(self) -> None:
        """Say what is understood now, or help; call it when the meaning changed with another."""
        reading = self.reading
        if reading.echo and reading.echo != reading.raw.strip():
            self._note.update(safe(f"= {reading.echo}"))
            self._note.set_class(True, "-echo")  # noqa: FBT003 - Textual's signature
        else:
            self._note.update(safe(_(self.field.help)) if self._shows_help() else "")
            self._note.set_class(False, "-echo")  # noqa: FBT003 - Textual's signature

    def _shows_help(self) -> bool:
        return bool(self.field.help) and self._has_focus

    @on(Input.Changed)
    @on(Select.Changed)
    @on(Picker.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.show_problem(None)
        self.annotate()
        self.post_message(self.Changed(self))

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Show the field's help."""
        self._has_focus = True
        self.annotate()

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Check what was typed; an empty field may still be filled in."""
        self._has_focus = False
        self.annotate()
        reading = self.reading
        if reading.raw.strip() and reading.problem:
            self.show_problem(reading.problem)
