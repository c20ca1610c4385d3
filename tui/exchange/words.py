"""What the kinds of records and their columns are called on the screen; all are message ids."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_

KINDS: Final = {
    "employees": N_("employees"),
    "terms": N_("pay terms"),
    "shifts": N_("shifts"),
    "pieces": N_("pieces"),
    "adjustments": N_("adjustments"),
    "advances": N_("advances"),
    "holidays": N_("holidays"),
    "products": N_("products"),
    "stock": N_("stock movements"),
    "sales": N_("sales"),
}

COLUMNS: Final = {
    "code": N_("Code"),
    "work_name": N_("Work name"),
    "site": N_("Site"),
    "language": N_("Language"),
    "joined_on": N_("Joined"),
    "left_on": N_("Left"),
    "age_band": N_("Age"),
    "payment_method": N_("Paid by"),
    "employee": N_("Employee"),
    "from": N_("From"),
    "basis": N_("Basis"),
    "rate": N_("Rate"),
    "currency": N_("Currency"),
    "rules": N_("Pay rules"),
    "daily_hours": N_("Hours a day"),
    "weekly_hours": N_("Hours a week"),
    "rest_days": N_("Rest days"),
    "guaranteed_hourly": N_("At least an hour"),
    "date": N_("Date"),
    "start": N_("Start"),
    "end": N_("End"),
    "break_minutes": N_("Break, minutes"),
    "status": N_("Status"),
    "activity": N_("Activity"),
    "note": N_("Note"),
    "task": N_("Task"),
    "quantity": N_("Quantity"),
    "item": N_("Item"),
    "amount": N_("Amount"),
    "kind": N_("Kind"),
    "legal_basis": N_("Legal basis"),
    "agreed": N_("Agreed in writing"),
    "instalment": N_("Instalment"),
    "first_due": N_("First due"),
    "every": N_("How often"),
    "earned_from": N_("Earned from"),
    "earned_to": N_("Earned to"),
    "name": N_("Name"),
    "sku": N_("SKU"),
    "price": N_("Price"),
    "maker_share": N_("Maker's share"),
    "maker": N_("Maker"),
    "cost": N_("Cost"),
    "opening_stock": N_("Opening stock"),
    "category": N_("Category"),
    "reason": N_("Reason"),
    "unit_price": N_("Unit price"),
    "discount": N_("Discount"),
    "ref": N_("Reference"),
    "channel": N_("Channel"),
    "notes": N_("Notes"),
    "without": N_("Notes"),
    "to": N_("To"),
}


def kind_name(kind: str) -> str:
    """What records of `kind` are called, in the language in use."""
    return _(KINDS.get(kind, kind))


def column_name(column: str) -> str:
    """What a column is called, in the language in use."""
    return _(COLUMNS.get(column, column))
