"""Records that an approved run holds: never changed, but struck out with a reason, and restored."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar, Final, Protocol, TypeVar

from textual.binding import BindingType

from models.language import gettext as _
from models.wages.engine.values import SourceKind
from models.wages.striking import LONGEST_REASON, strike_out, unstrike
from tui import keys
from tui.panes import Pane
from tui.widgets.columns import Column, Tone
from tui.widgets.dialogs import Ask, Confirm

SIGN: Final = "✕"

_KINDS: Final[dict[str, SourceKind]] = {
    "shifts": "shift",
    "pieces": "piece",
    "adjustments": "adjustment",
    "sales": "sale",
}
_SECONDS_SHOWN: Final = 5


class Held(Protocol):
    """A record that an approved run may hold, and that may be struck out."""

    @property
    def id(self) -> int:
        """What the book knows it by."""

    @property
    def run_id(self) -> int | None:
        """The run, if one holds it."""

    @property
    def struck_as(self) -> int | None:
        """Set when it was struck out."""

    @property
    def struck_why(self) -> str:
        """Why it was."""


H = TypeVar("H", bound=Held)


class StrikingPane(Pane):
    """A list of such records. What is held or struck out is not changed; it offers what can be."""

    KIND: ClassVar[str] = ""
    """Which records, a key of `models.exchange.kinds.KINDS`."""

    ADVICE: ClassVar[str] = ""
    """What else to think of before one is struck out, a message id."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.RESTORE)
    """
    | Key(s) | Description |
    | :- | :- |
    | z | Let a record count again that was struck out. |
    """

    def name_of(self, row: Any) -> str:
        """What a record is called when something is asked about it."""
        raise NotImplementedError

    def is_closed(self, row: Any, again: Callable[[], object] | None = None) -> bool:
        """Whether the record stays as it is; if so, ask what can be done with it instead.

        Args:
            row: The record.
            again: Lets the right one be entered, once this one is struck out.
        """
        if row.struck_as is not None:
            self._ask_to_restore(row)
        elif row.run_id is not None:
            self._ask_to_strike(row, again)
        return row.struck_as is not None or row.run_id is not None

    def action_restore(self) -> None:
        """Let the marked record count again."""
        row = self.records.row
        if row is None:
            return
        if row.struck_as is None:
            self.host.notify(_("Only what was struck out can be restored."), markup=False)
        else:
            self._ask_to_restore(row)

    def _ask_to_strike(self, row: Held, again: Callable[[], object] | None) -> None:
        question = _("Strike this out and enter the right one?") if again else _("Strike this out?")
        said = _(
            "The approved pay run {run} holds this and stays as it is. Struck out, it stays in the "
            "book and no longer counts; the next pay run corrects the pay."
        ).format(run=row.run_id)
        advice = _(self.ADVICE) if self.ADVICE else ""
        detail = "\n\n".join(filter(None, (self.name_of(row), said, advice, _("Why?"))))

        def answered(why: str | None) -> None:
            if why is not None:
                job = partial(strike_out, self.book, _KINDS[self.KIND], row.id, why=why)
                self.host.do(job, lambda _run: self._struck(again), group="act")

        ask = Ask(question, detail, yes=_("Strike out"), max_length=LONGEST_REASON)
        self.app.push_screen(ask, answered)

    def _struck(self, again: Callable[[], object] | None) -> None:
        self._done(_("Struck out. z restores it."))
        if again is not None:
            again()

    def _ask_to_restore(self, row: Held) -> None:
        detail = "\n".join((self.name_of(row), struck_text(row)))

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                job = partial(unstrike, self.book, _KINDS[self.KIND], row.id)
                self.host.do(job, lambda _run: self._done(_("It counts again.")), group="act")

        question = _("Let this count again?")
        self.app.push_screen(Confirm(question, detail, yes=_("Restore")), answered)

    def _done(self, sentence: str) -> None:
        self.host.notify(sentence, markup=False, timeout=_SECONDS_SHOWN)
        self.host.reload()


def signed(row: Held, text: str) -> str:
    """`text`, with a sign before it where the record was struck out."""
    return text if row.struck_as is None else f"{SIGN} {text}"


def struck_text(row: Held) -> str:
    """That a record was struck out, and why; empty where it was not."""
    if row.struck_as is None:
        return ""
    return signed(row, _("struck out: {why}").format(why=row.struck_why))


def dimmed(columns: Sequence[Column[H]]) -> tuple[Column[H], ...]:
    """The columns, with every cell of what was struck out muted."""
    return tuple(replace(column, tone=partial(_tone, column.tone)) for column in columns)


def _tone(own: Callable[[H], Tone] | None, row: H) -> Tone:
    if row.struck_as is not None:
        return "muted"
    return own(row) if own else "plain"
