"""Writing sale lines: products, makers and shares filled in, returns held against their orders."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, case, delete, func, select

from models.book.records import standing
from models.book.settings import programme
from models.employees.actions import known_employee
from models.employees.queries import employee_refs
from models.language import gettext as _
from models.money import amount_text, is_whole_minor, minor_digits, quantity_text, to_minor
from models.recording import Numbered, Occurrences, Outcome, fingerprint, insert_rows
from models.sales.drafts import SaleDraft
from models.sales.figures import line_amounts
from models.sales.tables import PRODUCT, SALE

_CHUNK = 500


@dataclass(slots=True)
class _Known:
    """What a sale line needs of its product."""

    id: int
    maker_id: int | None
    share: int


@dataclass(slots=True)
class _Order:
    """What one order sold of one product and what came back of it, in quantity and net.

    Maker and share are those of the sale: whoever had the share gives it back.
    """

    sold: int = 0
    paid: int = 0
    returned: int = 0
    refunded: int = 0
    maker_id: int | None = None
    maker_share: int = 0


class SaleRecorder:
    """Checks and writes the lines of one batch; `outcome` says what came of it."""

    def __init__(
        self,
        connection: Connection,
        rows: Numbered[SaleDraft],
        *,
        open_products: bool,
        leaving_out: int | None = None,
    ) -> None:
        self.outcome = Outcome()
        self._connection = connection
        self._rows = rows
        self._leaving_out = leaving_out
        self._currency = programme(connection).currency
        self._employees = employee_refs(connection)
        self._opened = self._open_products() if open_products else set()
        self._products = self._read_products()

    def record(self) -> Outcome:
        """Write the lines that the book does not have."""
        occurrences = Occurrences(self._connection, SALE, [draft.day for _row, draft in self._rows])
        new, places = [], []
        for place, values in self._checked():
            occurrence = occurrences.next(values["fingerprint"])
            if occurrence is None:
                self.outcome.skipped += 1
            else:
                new.append({**values, "occurrence": occurrence})
                places.append(place)
        kept = self._within_their_orders(new, places)
        insert_rows(self._connection, SALE, kept)
        self._close_products({values["product_id"] for values in kept})
        self.outcome.added = len(kept)
        return self.outcome

    def values(self) -> list[dict[str, Any]]:
        """The rows to store, as if the book had none of them; faulty ones are left out."""
        checked = list(self._checked())
        return self._within_their_orders(
            [values for _place, values in checked], [place for place, _values in checked]
        )

    def _open_products(self) -> set[str]:
        """Take products that the book does not know into the range; gives back their SKUs."""
        known = set(self._connection.execute(select(PRODUCT.c.sku)).scalars())
        new: dict[str, dict[str, Any]] = {}
        for _row, draft in self._rows:
            if draft.sku in known:
                continue
            product = new.setdefault(
                draft.sku,
                {
                    "sku": draft.sku,
                    "name": "",
                    "price": draft.unit_price,
                    "currency": draft.currency or self._currency,
                    "provisional": True,
                },
            )
            product["name"] = product["name"] or draft.name
        for product in new.values():
            product["name"] = product["name"] or product["sku"]
        insert_rows(self._connection, PRODUCT, list(new.values()))
        return set(new)

    def _close_products(self, used: set[int]) -> None:
        """Take products out again that only faulty lines name."""
        unused = sorted({self._products[sku].id for sku in self._opened} - used)
        for start in range(0, len(unused), _CHUNK):
            chunk = PRODUCT.c.id.in_(unused[start : start + _CHUNK])
            self._connection.execute(delete(PRODUCT).where(chunk))

    def _read_products(self) -> dict[str, _Known]:
        found = select(PRODUCT.c.sku, PRODUCT.c.id, PRODUCT.c.maker_id, PRODUCT.c.maker_share)
        return {
            sku: _Known(product_id, maker_id, share)
            for sku, product_id, maker_id, share in self._connection.execute(found)
        }

    def _checked(self) -> Iterable[tuple[int, dict[str, Any]]]:
        for row, draft in self._rows:
            values = self._values_of(row, draft)
            if values is not None:
                yield row, values

    def _values_of(self, row: int, draft: SaleDraft) -> dict[str, Any] | None:
        product = self._products.get(draft.sku)
        if product is None:
            message = _("There is no product {sku}.").format(sku=draft.sku)
            self.outcome.refuse(row, "sku", draft.sku, message)
            return None
        maker_id = product.maker_id
        if draft.maker is not None:
            ref = known_employee(self._employees, draft.maker, row, self.outcome, column="maker")
            if ref is None:
                return None
            maker_id = ref.id
        currency = draft.currency or self._currency
        if draft.discount and not is_whole_minor(draft.discount, currency):
            message = _("Amounts in {currency} have at most {n} decimals.").format(
                currency=currency, n=minor_digits(currency)
            )
            self.outcome.refuse(row, "discount", draft.discount, message)
            return None
        discount = to_minor(draft.discount, currency) if draft.discount else 0
        gross, net = line_amounts(draft.quantity, draft.unit_price, discount, currency)
        return {
            "product_id": product.id,
            "day": draft.day,
            "quantity": draft.quantity,
            "unit_price": draft.unit_price,
            "discount": discount,
            "gross": gross,
            "net": net,
            "currency": currency,
            "ref": draft.ref,
            "channel": draft.channel,
            "maker_id": maker_id,
            "maker_share": product.share,
            "note": draft.note,
            "fingerprint": fingerprint(
                draft.ref,
                draft.day,
                product.id,
                draft.quantity,
                draft.unit_price,
                discount,
                currency,
                draft.channel,
                draft.note,
            ),
        }

    def _within_their_orders(
        self, new: list[dict[str, Any]], places: list[int]
    ) -> list[dict[str, Any]]:
        """Leave out returns of more than their order sold, or refunds of more than was paid.

        A return whose order is not in the book is taken as it is: it was sold before the book.
        """
        if not any(values["quantity"] < 0 and values["ref"] for values in new):
            return new
        orders = self._orders({v["ref"] for v in new if v["quantity"] < 0 and v["ref"]})
        for values in new:
            if values["quantity"] > 0:
                order = orders[values["ref"], values["product_id"]]
                order.sold += values["quantity"]
                order.paid += values["net"]
                order.maker_id, order.maker_share = values["maker_id"], values["maker_share"]
        return [
            values
            for values, row in zip(new, places, strict=True)
            if values["quantity"] > 0
            or not values["ref"]
            or self._comes_back(values, orders[values["ref"], values["product_id"]], row)
        ]

    def _comes_back(self, values: dict[str, Any], order: _Order, row: int) -> bool:
        quantity, refund = -values["quantity"], -values["net"]
        if not order.sold:
            return True
        if order.returned + quantity > order.sold:
            message = _("Order {ref} sold {sold}, of which {back} came back; not {n} more can.")
            text = message.format(
                ref=values["ref"],
                sold=quantity_text(order.sold),
                back=quantity_text(order.returned),
                n=quantity_text(quantity),
            )
            self.outcome.refuse(row, "quantity", quantity_text(-quantity), text)
            return False
        if order.refunded + refund > order.paid:
            message = _("The refund is larger than the {paid} that order {ref} paid.")
            text = message.format(
                paid=amount_text(order.paid - order.refunded, values["currency"], grouped=True),
                ref=values["ref"],
            )
            self.outcome.refuse(row, "unit_price", amount_text(refund, values["currency"]), text)
            return False
        order.returned += quantity
        order.refunded += refund
        values["maker_id"], values["maker_share"] = order.maker_id, order.maker_share
        return True

    def _orders(self, refs: set[str]) -> dict[tuple[str, int], _Order]:
        orders: dict[tuple[str, int], _Order] = defaultdict(_Order)
        listed = sorted(refs)
        returned = SALE.c.quantity < 0
        sums = select(
            SALE.c.ref,
            SALE.c.product_id,
            func.sum(case((returned, 0), else_=SALE.c.quantity)),
            func.sum(case((returned, 0), else_=SALE.c.net)),
            func.sum(case((returned, -SALE.c.quantity), else_=0)),
            func.sum(case((returned, -SALE.c.net), else_=0)),
            func.max(case((returned, None), else_=SALE.c.maker_id)),
            func.max(case((returned, 0), else_=SALE.c.maker_share)),
        )
        sums = sums.where(standing(SALE)).group_by(SALE.c.ref, SALE.c.product_id)
        if self._leaving_out is not None:
            sums = sums.where(SALE.c.id != self._leaving_out)
        for start in range(0, len(listed), _CHUNK):
            chunk = sums.where(SALE.c.ref.in_(listed[start : start + _CHUNK]))
            for ref, product, sold, paid, back, refunded, maker, share in self._connection.execute(
                chunk
            ):
                orders[ref, product] = _Order(
                    int(sold), int(paid), int(back), int(refunded), maker, int(share)
                )
        return orders
