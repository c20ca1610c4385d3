"""Work that takes more than a moment: it shows how far it is and can be cancelled."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Label, ProgressBar
from textual.worker import Worker, WorkerState

from models.errors import WagebookError
from models.language import gettext as _
from tui import keys
from tui.text import safe
from tui.widgets.key_bar import KeyBar

R = TypeVar("R")

_SECONDS_BETWEEN_REPORTS: Final = 0.1
_SECONDS_UNSEEN: Final = 0.4
"""Work that ends sooner never shows a dialog: a flash tells nobody anything."""


class WorkCancelledError(Exception):
    """The manager pressed Cancel; the work stops where it reported progress."""


class Progress:
    """What a long piece of work says how far it is with. Safe to use from its thread."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        """Hand what is worth showing to `report`, ten times a second at most."""
        self.cancelled = threading.Event()
        self._report = report
        self._reported_at = 0.0

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` is done; a total of 0 is not known.

        Raises:
            WorkCancelledError: Cancel was pressed. Let it pass: a transaction rolls back.
        """
        if self.cancelled.is_set():
            raise WorkCancelledError
        now = time.monotonic()
        if now - self._reported_at >= _SECONDS_BETWEEN_REPORTS or done == total:
            self._reported_at = now
            self._report(done, total)


@dataclass(frozen=True)
class Outcome(Generic[R]):
    """How the work ended.

    Attributes:
        value: What it gave back.
        error: Why it was refused, if it was.
        cancelled: Whether it was cancelled.
    """

    value: R | None = None
    error: WagebookError | None = None
    cancelled: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it ran to its end."""
        return self.error is None and not self.cancelled


class ProgressDialog(ModalScreen[Outcome[R]], Generic[R]):
    """Runs a piece of work in a thread and gives back its `Outcome`."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.CANCEL)
    """
    | Key(s) | Description |
    | :- | :- |
    | escape | Cancel the work. |
    """

    class _Reported(Message, bubble=False):
        def __init__(self, done: int, total: int) -> None:
            super().__init__()
            self.done = done
            self.total = total

    class _Ended(Message, bubble=False):
        def __init__(self, outcome: Outcome[Any]) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, title: str, job: Callable[[Progress], R]) -> None:
        """Run `job`.

        Args:
            title: What is being done, already translated.
            job: The work; it calls `Progress.step` now and then. Runs in a thread.
        """
        super().__init__()
        self._title = title
        self._job = job
        self._progress = Progress(
            lambda done, total: void(self.post_message(self._Reported(done, total)))
        )

    def compose(self) -> ComposeResult:
        """Title, bar, count and Cancel."""
        with Vertical(classes="dialog small"):
            yield Label(safe(self._title), classes="dialog-title")
            yield ProgressBar(show_eta=False)
            yield Label(_("Working…"), classes="progress-count", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Cancel"), id="cancel", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Start the work, and show the dialog if it is still running in a moment."""
        self.add_class("-unseen")
        self.set_timer(_SECONDS_UNSEEN, lambda: void(self.remove_class("-unseen")))
        self._run_job()

    @work(thread=True, exclusive=True, exit_on_error=False, group="progress")
    def _run_job(self) -> None:
        try:
            outcome = Outcome(self._job(self._progress))
        except WorkCancelledError:
            outcome = Outcome(cancelled=True)
        except WagebookError as error:
            outcome = Outcome(error=error)
        self.post_message(self._Ended(outcome))

    @on(_Reported)
    def _show(self, message: _Reported) -> None:
        self.query_one(ProgressBar).update(total=message.total or None, progress=message.done)
        count = f"{message.done:,} / {message.total:,}" if message.total else f"{message.done:,}"
        self.query_one(".progress-count", Label).update(safe(count))

    @on(_Ended)
    def _end(self, message: _Ended) -> None:
        self.dismiss(message.outcome)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Give a failure that nobody foresaw back as an error too."""
        if event.state is WorkerState.ERROR:
            sentence = _("This failed for a reason that Wagebook does not know.")
            self.dismiss(Outcome(error=WagebookError(sentence)))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._progress.cancelled.set()
        button = self.query_one("#cancel", Button)
        button.label, button.disabled = _("Stopping…"), True


def void(_value: object) -> None:
    """Forget a value that a callback must not give back."""
