"""How screens use the book: a worker reads or acts, and a message brings what came of it."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from textual import on
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from models.errors import WagebookError
from models.language import gettext as _
from tui.widgets.dialogs import Notice
from tui.widgets.progress import Outcome, Progress, ProgressDialog

R = TypeVar("R")


class WorkingScreen(Screen[None]):
    """A screen whose work with the book happens in threads."""

    class Done(Message, bubble=False):
        """A job ended; `then` shows its result."""

        def __init__(self, then: Callable[[Any], object], result: Any) -> None:
            super().__init__()
            self.then = then
            self.result = result

    class Refused(Message, bubble=False):
        """A job was refused."""

        def __init__(self, error: WagebookError) -> None:
            super().__init__()
            self.error = error

    def do(self, job: Callable[[], R], then: Callable[[R], object], *, group: str = "read") -> None:
        """Run `job` in a thread and hand what it gives back to `then`, on the screen's own.

        A later job of the same group makes an earlier one's result unwanted. What a job refuses
        is shown in a dialog.
        """
        self.run_worker(
            partial(self._job, job, then),
            thread=True,
            exclusive=True,
            exit_on_error=False,
            group=group,
        )

    def do_long(
        self,
        title: str,
        job: Callable[[Progress], R],
        then: Callable[[R], None],
        *,
        refused: Callable[[WagebookError], None] | None = None,
    ) -> None:
        """Run a job that may take more than a second, with progress and cancel.

        Args:
            title: What is being done, already translated.
            job: The work; it reports through `Progress.step`, which ends it when cancelled.
            then: Shows the result; not called when the job was refused or cancelled.
            refused: Shows why it was refused; a dialog does unless this is given.
        """

        def ended(outcome: Outcome[R] | None) -> None:
            if outcome is None or outcome.cancelled:
                self.notify(_("Cancelled; nothing was changed."), markup=False)
            elif outcome.error is not None:
                (refused or self._explain)(outcome.error)
            else:
                then(outcome.value)  # type: ignore[arg-type] # a finished job has its value

        self.app.push_screen(ProgressDialog(title, job), ended)

    def _job(self, job: Callable[[], R], then: Callable[[R], object]) -> None:
        worker = get_current_worker()
        try:
            result = job()
        except WagebookError as error:
            if not worker.is_cancelled:
                self.post_message(self.Refused(error))
        else:
            if not worker.is_cancelled:
                self.post_message(self.Done(then, result))

    @on(Done)
    def _show_result(self, message: Done) -> None:
        message.then(message.result)

    @on(Refused)
    def _show_refusal(self, message: Refused) -> None:
        self._explain(message.error)

    def _explain(self, error: WagebookError) -> None:
        self.app.push_screen(Notice.of(error))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so when a job failed for a reason that nobody foresaw; the app goes on."""
        if event.state is WorkerState.ERROR:
            sentence = _("This failed for a reason that Wagebook does not know.")
            self.app.push_screen(Notice(sentence))
