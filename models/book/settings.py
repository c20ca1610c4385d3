"""The programme's settings: which there are, what each accepts, and what holds without it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from sqlalchemy import Connection, select

from models import accounts, fields
from models.book.tables import SETTING
from models.language import LANGUAGES
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import decimal_text
from models.periods import PAY_PERIOD_KINDS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Programme:
    """The settings with their types. Minimum wages and the smallest coin are ten-thousandths."""

    name: str
    currency: str
    country: str
    timezone: str
    week_starts: str
    pay_period: str
    minimum_hourly_wage: int | None
    minimum_monthly_wage: int | None
    pay_rules: str
    cash_smallest: int | None
    languages: tuple[str, ...]
    payslip_header: str

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of sites that name none."""
        return ZoneInfo(self.timezone)


def _text(limit: int) -> Callable[[str], str]:
    return lambda value: fields.text(value, limit)


def _country(value: str) -> str:
    code = value.upper()
    if value and code not in Locale("en").territories:
        raise ValueError(
            _("“{value}” is not a country; write its two letters, such as CN.").format(value=value)
        )
    return code


def _rate_or_none(value: str) -> str:
    if not value:
        return ""
    rate = fields.rate(value)
    return decimal_text(rate, 4)


def _languages(value: str) -> str:
    codes = [code.strip().lower() for code in value.split(",") if code.strip()]
    for code in codes:
        fields.choice(code, LANGUAGES)
    if not codes:
        raise ValueError(_("Name at least one language: en, ko or zh."))
    return ",".join(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class SettingKind:
    """A setting: its key, what it means, how what was typed is checked, and its default."""

    key: str
    label: str
    check: Callable[[str], str]
    default: str


SETTINGS: Final[Mapping[str, SettingKind]] = {
    kind.key: kind
    for kind in (
        SettingKind("name", N_("Name of the programme"), _text(80), ""),
        SettingKind("currency", N_("Currency of pay and sales"), fields.currency, "USD"),
        SettingKind("country", N_("Country"), _country, ""),
        SettingKind("timezone", N_("Time zone"), fields.timezone, "UTC"),
        SettingKind(
            "week_starts",
            N_("First day of the week"),
            lambda value: fields.choice(value.upper(), WEEKDAYS),
            "MO",
        ),
        SettingKind(
            "pay_period",
            N_("Pay period"),
            lambda value: fields.choice(value, PAY_PERIOD_KINDS),
            "monthly",
        ),
        SettingKind("minimum_hourly_wage", N_("Minimum wage for an hour"), _rate_or_none, ""),
        SettingKind("minimum_monthly_wage", N_("Minimum wage for a month"), _rate_or_none, ""),
        SettingKind("pay_rules", N_("Pay-rule pack"), fields.rules, "PLAIN"),
        SettingKind("cash_smallest", N_("Smallest note or coin"), _rate_or_none, ""),
        SettingKind(
            "languages", N_("Languages of the workers, first the usual one"), _languages, "ko,en,zh"
        ),
        SettingKind("payslip_header", N_("Line at the top of payslips"), _text(80), ""),
        *(
            SettingKind(use.setting, use.label, use.check, use.default)
            for use in accounts.USES.values()
        ),
    )
}


def stored(connection: Connection) -> dict[str, str]:
    """Every setting as text, defaults filled in."""
    found = {row.key: row.value for row in connection.execute(select(SETTING))}
    return {key: found.get(key, kind.default) for key, kind in SETTINGS.items()}


def programme(connection: Connection) -> Programme:
    """Every setting with its type."""
    values = stored(connection)

    def rate(key: str) -> int | None:
        return fields.rate(values[key]) if values[key] else None

    return Programme(
        name=values["name"],
        currency=values["currency"],
        country=values["country"],
        timezone=values["timezone"],
        week_starts=values["week_starts"],
        pay_period=values["pay_period"],
        minimum_hourly_wage=rate("minimum_hourly_wage"),
        minimum_monthly_wage=rate("minimum_monthly_wage"),
        pay_rules=values["pay_rules"],
        cash_smallest=rate("cash_smallest"),
        languages=tuple(values["languages"].split(",")),
        payslip_header=values["payslip_header"],
    )
