"""Which account a deduction is entered in: what it was for says the record that it came from."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, select

from models.wages.engine.values import EARNING
from models.wages.journal import deduction_use, earning_use
from models.wages.storing import sources_of
from models.wages.tables import ADJUSTMENT, PAYSLIP, PAYSLIP_LINE

_CHUNK: Final = 500


class DeductionUses:
    """The uses of deductions.

    What takes back a deduction has the account of that one. What an earlier payslip could not take
    back of its earnings has that of those earnings: they were entered too high.
    """

    def __init__(self, connection: Connection, lines: Sequence[Row[Any]]) -> None:
        """Read what the deductions `lines` came from; each has code DEDUCTION."""
        self._connection = connection
        self._origins = {line.id: line.sources for line in lines}
        self._follow(lines)
        ids = {key for text in self._origins.values() for key in _adjustments(text)}
        self._adjustments = {
            row.id: row for row in self._rows(ADJUSTMENT, ADJUSTMENT.c.id.in_, sorted(ids))
        }
        self._overpaid = self._earnings_short()

    def of(self, line: Row[Any]) -> str:
        """The use of one of the lines."""
        for key in _adjustments(self._origins[line.id]):
            adjustment = self._adjustments[key]
            if not adjustment.kind and adjustment.note in self._overpaid:
                return self._overpaid[adjustment.note]
            return deduction_use(adjustment.kind)
        return deduction_use("")

    def _follow(self, lines: Sequence[Row[Any]]) -> None:
        """Give lines that correct a line, and name no record themselves, the records of that."""
        waiting = {line.id: line.corrects_line_id for line in lines if line.sources == "[]"}
        while waiting := {own: other for own, other in waiting.items() if other is not None}:
            keys = sorted(set(waiting.values()))
            found = {row.id: row for row in self._rows(PAYSLIP_LINE, PAYSLIP_LINE.c.id.in_, keys)}
            for own, other in waiting.items():
                self._origins[own] = found[other].sources
            waiting = {
                own: found[other].corrects_line_id
                for own, other in waiting.items()
                if found[other].sources == "[]"
            }

    def _earnings_short(self) -> dict[str, str]:
        """The uses of earnings that a payslip could not take back, by the payslip's number."""
        notes = {row.note for row in self._adjustments.values() if row.carried_from_id and row.note}
        uses: dict[str, str] = {}
        for chunk in _chunks(sorted(notes)):
            statement = (
                select(PAYSLIP.c.number, PAYSLIP_LINE.c.code)
                .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
                .where(
                    PAYSLIP.c.number.in_(chunk),
                    PAYSLIP_LINE.c.pay_group == EARNING,
                    PAYSLIP_LINE.c.carried < 0,
                    PAYSLIP_LINE.c.corrects == "",
                )
                .order_by(PAYSLIP_LINE.c.payslip_id, PAYSLIP_LINE.c.position)
            )
            for number, code in self._connection.execute(statement):
                uses.setdefault(number, earning_use(code))
        return uses

    def _rows(
        self, table: Any, among: Callable[[Sequence[int]], ColumnElement[bool]], keys: Sequence[int]
    ) -> Iterable[Row[Any]]:
        for chunk in _chunks(keys):
            yield from self._connection.execute(select(table).where(among(chunk)))


def _adjustments(sources: str) -> list[int]:
    return [source.id for source in sources_of(sources) if source.kind == "adjustment"]


def _chunks(keys: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
