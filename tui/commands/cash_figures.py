"""The cash of a pay run in the shape that scripts rely on."""

from collections.abc import Sequence
from typing import Any

from models.money import amount_text
from models.wages.cash import CashKit, Notes


def cash_document(kits: Sequence[CashKit]) -> dict[str, Any]:
    """The kit in the programme's currency, and those in others beside it."""
    document = _kit(kits[0])
    if len(kits) > 1:
        document["other_currencies"] = [_kit(other) for other in kits[1:]]
    return document


def _kit(kit: CashKit) -> dict[str, Any]:
    def amount(minor: int) -> str:
        return amount_text(minor, kit.currency)

    def notes(several: Notes) -> list[dict[str, Any]]:
        return [{"value": amount(note.value), "count": note.count} for note in several]

    return {
        "run": kit.run,
        "currency": kit.currency,
        "uncollected": kit.uncollected,
        "total": amount(kit.total),
        "notes": notes(kit.notes),
        "by_employee": [
            {
                "code": pay.code,
                "payslip": pay.number,
                "site": pay.site,
                "paid": amount(pay.paid),
                "notes": notes(pay.notes),
            }
            for pay in kit.employees
        ],
        "by_site": [
            {"site": site.site, "total": amount(site.total), "notes": notes(site.notes)}
            for site in kit.sites
        ],
    }
