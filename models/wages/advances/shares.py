"""Which payslip took which instalment."""

from collections.abc import Sequence

from models.wages.advances.rows import Part


def shares(rooms: Sequence[int], repayments: Sequence[tuple[str, int]]) -> list[tuple[Part, ...]]:
    """The payslips that filled each of `rooms`, when one is filled after the other.

    Args:
        rooms: What was taken of each instalment, in minor units, in their order.
        repayments: Payslips and what each took, in their order; they sum to the rooms.
    """
    waiting = list(repayments)[::-1]
    found = []
    for room in rooms:
        parts = []
        while room and waiting:
            payslip, amount = waiting.pop()
            part = min(amount, room)
            parts.append(Part(payslip, part))
            room -= part  # noqa: PLW2901 - what is left of it
            if amount > part:
                waiting.append((payslip, amount - part))
        found.append(tuple(parts))
    return found
