"""Every rule of a pack in words, and the packs that are shipped."""

from datetime import date
from fractions import Fraction

import pytest

from models.language import speaking
from models.rules.entries import options_of, rule_kinds, value_kinds
from models.rules.form_words import OPTIONS, value_asked, value_label
from models.rules.numbers import share_text
from models.rules.packs import read_pack
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.telling import changes, told
from models.rules.wording import LABELS, rule_label, rule_text
from tests.models.rules.packtext import SMALL, with_changes

TODAY = date(2026, 10, 2)

SAID = """
KR overtime: Hours beyond 8 a day or 40 a week earn 1.5 times the hourly rate.

KR night: Hours from 22:00 to 06:00 earn half of the hourly rate on top.

KR rest_day: Hours on a rest day earn the hourly rate × 1.5, or × 1.5 on top of a salary. Hours
beyond a day's normal ones earn it × 2.

KR weekly_holiday: Who agreed to 15 hours a week or more and came on every agreed day of the week
is paid a holiday: agreed hours ÷ 40 × 8 hours, at most 8. A salary contains it.

KR deductions: A deduction needs a legal basis on record. A loan is taken from wages only where the
worker agreed in writing.

KR minimum_wage: An hour of work is paid at least 10,320 KRW, or more if the settings say so.
Where the pay of a period is less, a line tops it up.

KR young_workers: Nobody under 15 may be employed. Of somebody under 16 the age has to be known.
Workers from 15 to 17: at most 7 hours a day, at most 35 hours a week, not before 06:00, not after
22:00, no work on rest days and public holidays.

CN part_of_salary: For part of a month, each agreed day that is paid is the salary ÷ 21.75.

CN young_workers: Nobody under 16 may be employed.

CN night: Night hours earn nothing on top.

TH hourly_rate: A month's salary ÷ (30 × the hours of a day) is the rate of an hour. A week's
salary is divided by 48 hours. A day's pay is divided by the agreed hours of the day, or else by
8.

US overtime: Hours beyond 40 in a workweek earn half of the regular rate on top: everything earned
in that week ÷ its hours.

US deductions: Deductions (without a kind, for loss or damage, for what the employer needs):
nothing below the minimum wage, nothing out of overtime pay. What is over is carried forward.

LA night: Hours from 22:00 to 06:00 earn 15 % of the hourly rate on top.

PLAIN normal_hours: All hours are normal hours.

PLAIN overtime: Hours beyond the normal ones earn the plain rate.

PLAIN young_workers: A warning names whoever is under 16.

PLAIN deductions: Deductions never take more than the pay.
"""


@pytest.mark.parametrize("paragraph", SAID.strip().split("\n\n"))
def test_a_rule_is_a_plain_sentence(paragraph: str) -> None:
    place, _colon, said = " ".join(paragraph.split()).partition(": ")
    pack, rule = place.split()
    assert rule_text(rule, shipped_pack(pack).on(TODAY)) == said


def test_every_rule_has_a_label_and_every_value_of_it_words() -> None:
    assert set(LABELS) == {*rule_kinds(), "premiums"}
    for rule in rule_kinds():
        assert rule_label(rule) != rule
        for key, kind in value_kinds(rule).items():
            assert value_label(rule, key) != key
            assert kind == "option" or value_asked(rule, key)


def test_every_option_has_words() -> None:
    for rule in rule_kinds():
        for key, kind in value_kinds(rule).items():
            if kind == "option":
                assert set(options_of(rule, key)) <= set(OPTIONS)


@pytest.mark.parametrize("name", shipped_names())
@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_every_shipped_pack_can_be_told_on_every_day_of_its_versions(
    name: str, language: str
) -> None:
    pack = shipped_pack(name)
    with speaking(language):
        for version in pack.versions:
            rules = told(pack, version.starts_on)
            assert len(rules) >= len(LABELS) - 1
            assert all(rule.text and "{" not in rule.text for rule in rules)


def test_a_rule_is_told_since_it_last_changed() -> None:
    pack = shipped_pack("KR")
    since = {rule.rule: rule.since for rule in told(pack, TODAY)}
    assert since["overtime"] == date(2018, 7, 1)
    assert since["public_holiday"] == date(2022, 1, 1)
    assert since["minimum_wage"] == date(2026, 1, 1)
    earlier = {rule.rule: rule.since for rule in told(pack, date(2023, 6, 1))}
    assert earlier["minimum_wage"] == date(2023, 1, 1)
    assert {rule.since for rule in told(shipped_pack("PLAIN"), TODAY)} == {None}


def test_a_version_tells_what_it_changes() -> None:
    found = dict(changes(read_pack(SMALL)))
    assert found[date(2025, 1, 1)] == ("minimum_wage",)
    assert "overtime" in found[date(2024, 1, 1)]
    assert "night" not in found[date(2024, 1, 1)]


def test_premiums_that_are_not_owed_are_told() -> None:
    small = with_changes(("from = 2025-01-01\n", "from = 2025-01-01\npremiums = false\n"))
    pack = read_pack(small)
    rules = {rule.rule: rule.text for rule in told(pack, TODAY)}
    assert "too small to owe premiums" in rules["premiums"]
    assert rules["overtime"] == "Hours beyond the normal ones earn the plain rate."
    assert dict(changes(pack))[date(2025, 1, 1)] == ("overtime", "minimum_wage", "premiums")


def test_nothing_is_marked_as_verified_that_was_read_in_quotations_only() -> None:
    divisor = {rule.rule: rule for rule in told(shipped_pack("CN"), TODAY)}["hourly_rate"]
    assert (divisor.since, divisor.verified) == (date(2025, 1, 1), False)
    assert "Document 2 of 2025" in divisor.source
    assert not any(rule.verified for rule in told(shipped_pack("LA"), TODAY))


def test_a_percentage_is_written_as_the_language_has_it() -> None:
    assert share_text(Fraction(15, 100)) == "15 %"
    with speaking("ko"):
        assert share_text(Fraction(15, 100)) == "15%"
