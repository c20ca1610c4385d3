"""A form to hire someone by, as the tests of forms fill it in."""

import threading
from datetime import date

from textual.widgets import Label

from tests.tui.waiting import settle, until
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import (
    DateInput,
    IntegerInput,
    MoneyInput,
    RateInput,
    TextInput,
    TimeInput,
)
from tui.widgets.picker import Candidate, Picker

NAMES = {"W-001": "Ann [/B]", "W-002": "김민수", "W-003": "Bogdan [A1]"}


def find(text):
    return [
        Candidate(code, f"{code} {name}")
        for code, name in NAMES.items()
        if text.casefold() in f"{code} {name}".casefold()
    ]


class HireForm(FormScreen[str]):
    def __init__(self, initial=None, refusal=None):
        super().__init__(initial)
        self.refusal = refusal
        self.saved = []
        self.changed = []

    def title_text(self):
        return "Hire [/B]"

    def fields(self):
        return [
            Field("code", "Code", TextInput(required=True, max_length=20), "Such as W-014"),
            Field("paid_by", "Paid by", Choice([("Hour", "hour"), ("Day [/B]", "day")])),
            Field("rate", "Rate", MoneyInput("CNY")),
            Field("joined", "Joined on", DateInput(today=lambda: date(2026, 10, 14))),
            Field("starts", "From", TimeInput()),
            Field("share", "Share", RateInput(unit="%")),
            Field("pieces", "Pieces", IntegerInput()),
            Field("lead", "Reports to", Picker(find)),
            Field("note", "Note", TextInput(max_length=300), wide=True),
        ]

    def save(self, values):
        assert threading.current_thread() is not threading.main_thread()
        self.saved.append(values)
        if self.refusal:
            raise self.refusal
        return values["code"]

    def field_changed(self, name):
        self.changed.append(name)


def error_under(form, name):
    row = form.rows[name]
    return str(row.query_one(".field-error", Label).content) if row.is_wrong else ""


def note_of(form, name):
    return str(form.rows[name].query_one(".field-note", Label).content)


def on_top_of(form):
    return str(form.query_one(".form-problems", Label).content)


async def opened(app, pilot, form):
    app.ask(form)
    await until(pilot, lambda: form.is_mounted)
    await settle(pilot)
    return form
