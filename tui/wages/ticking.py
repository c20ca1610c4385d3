"""Ticks that were made on the screen and are on their way into the book."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from models.book.book import Book
from models.wages.actions import mark_uncollected, pay_run
from models.wages.rows import PayslipRow


@dataclass(frozen=True, slots=True)
class Batch:
    """Who is marked as paid, and whose pay is opened again."""

    paid: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()

    def write(self, book: Book, number: int, on: date) -> None:
        """Write it down.

        Raises:
            RefusedError: the run or one of the employees does not allow it any more.
        """
        if self.opened:
            mark_uncollected(book, number, codes=self.opened)
        if self.paid:
            pay_run(book, number, on=on, codes=self.paid)


@dataclass
class Ticks:
    """What is ticked by code: as the book has it, and as was pressed since.

    Presses come faster than the book writes: those that wait are written together.
    """

    slips: dict[str, PayslipRow] = field(default_factory=dict)
    _pressed: dict[str, bool] = field(default_factory=dict)
    _writing: dict[str, bool] = field(default_factory=dict)

    def read(self, slips: Iterable[PayslipRow]) -> None:
        """Take what the book has now."""
        self.slips = {slip.code: slip for slip in slips}

    def ticked(self, code: str) -> bool:
        """Whether the employee has got the pay, as far as was pressed."""
        stored = self.slips[code].paid_on is not None
        return self._pressed.get(code, self._writing.get(code, stored))

    @property
    def everyone(self) -> bool:
        """Whether all of them have got the pay, as far as was pressed."""
        return bool(self.slips) and all(map(self.ticked, self.slips))

    def press(self, code: str) -> None:
        """Turn one tick around."""
        self._pressed[code] = not self.ticked(code)

    def next_batch(self) -> Batch | None:
        """What is to be written now; None while something is being written, or where nothing is."""
        if self._writing:
            return None
        pressed, self._pressed = self._pressed, {}
        changed = {
            code: wanted
            for code, wanted in pressed.items()
            if wanted is not (self.slips[code].paid_on is not None)
        }
        if not changed:
            return None
        self._writing = changed
        paid = [code for code, wanted in changed.items() if wanted]
        if paid:
            paid += [code for code in self._get_nothing() if code not in changed]
        return Batch(tuple(paid), tuple(code for code, wanted in changed.items() if not wanted))

    def _get_nothing(self) -> list[str]:
        """Those who are not ticked and get nothing: nobody waits for them to come."""
        return [code for code, slip in self.slips.items() if not slip.paid and slip.paid_on is None]

    @property
    def waiting(self) -> bool:
        """Whether something is being written, or waits for it."""
        return bool(self._writing or self._pressed)

    def written(self) -> None:
        """What was being written stands in the book, or was refused."""
        self._writing = {}

    def forget(self) -> None:
        """Drop what was pressed and not written."""
        self._pressed = {}
