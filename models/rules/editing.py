"""Changing the text of a pack while everything else in it, comments too, stays as it stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, InlineTable, Table

from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.rules.entries import rule_kinds, toml_values, unknown_keys
from models.rules.packs import read_pack

PREMIUMS: Final = "premiums"
"""The switch of a pack, changed like a rule with the one value of this name: yes or no."""


def renamed(text: str, name: str, title: str) -> str:
    """The text of a pack under another name and title.

    Raises:
        RefusedError: it is not TOML.
    """
    document = _document(text)
    document["name"], document["title"] = name, title
    return tomlkit.dumps(document)


def standing_table(text: str, rule: str, day: date) -> dict[str, Any]:
    """What the text says of a rule on `day`, as its file has it; nothing where it says nothing.

    Raises:
        RefusedError: it is not a pack.
    """
    read_pack(text)
    versions = _document(text).unwrap()["versions"]
    return _standing(versions, rule, day) or {}


def dated(text: str, rule: str, from_: date, typed: Mapping[str, str]) -> str:
    """The text of a pack with a rule changed from a day on.

    A version from that day is extended, or made; it repeats only the rule that changes. Who
    changes values without saying that the source was read makes the rule an unverified one.

    Args:
        text: A pack without faults.
        rule: The name of a rule in the file, or `PREMIUMS`.
        from_: The first day of the change.
        typed: The values that change, as a person types them; an empty one goes away.

    Raises:
        RefusedError: there is no such rule or key, the text is no pack, or it would be none.
    """
    _refuse_unknown(rule, typed)
    document = _document(text)
    version = _version_from(document, from_)
    if rule == PREMIUMS:
        version[PREMIUMS] = _switch(typed[PREMIUMS])
    else:
        _change(document, version, rule, from_, typed)
    changed = tomlkit.dumps(document)
    read_pack(changed)
    return changed


def _refuse_unknown(rule: str, typed: Mapping[str, str]) -> None:
    known = (*rule_kinds(), PREMIUMS)
    if rule not in known:
        message = _("There is no rule “{rule}”; there are: {rules}.")
        message = message.format(rule=rule, rules=", ".join(known))
        raise RefusedError(message, [Problem(message, column="rule", value=rule)])
    switched = rule == PREMIUMS
    problems = _switch_problems(typed) if switched else list(unknown_keys(rule, typed))
    if not typed:
        raise RefusedError(_("Say what changes: key=value."))
    if problems:
        raise RefusedError(problems[0].message, problems)


def _switch_problems(typed: Mapping[str, str]) -> list[Problem]:
    message = _("Premiums are switched with premiums=yes or premiums=no alone.")
    wrong = [key for key, text in typed.items() if key != PREMIUMS or text not in _SWITCH]
    return [Problem(message, column=key, value=typed[key]) for key in wrong]


_SWITCH: Final = {"yes": True, "no": False}


def _switch(text: str) -> bool:
    return _SWITCH[text]


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise RefusedError(_("This is not TOML: {why}.").format(why=error)) from None


def _standing(versions: list[dict[str, Any]], rule: str, day: date) -> dict[str, Any] | None:
    earlier = sorted(
        (version for version in versions if version["from"] <= day),
        key=lambda version: version["from"],
        reverse=True,
    )
    return next((version[rule] for version in earlier if rule in version), None)


def _version_from(document: tomlkit.TOMLDocument, from_: date) -> Table:
    """The version from this day, put in the order of the days where it is new."""
    versions = document["versions"]
    if not isinstance(versions, AoT):  # written as `versions = [{…}]`
        versions = _as_tables(document)
    for version in versions.body:
        if version["from"] == from_:
            return version
    if from_ < (first := min(version["from"] for version in versions)):
        message = _("The pack begins on {day}; a change cannot be earlier.").format(day=first)
        raise RefusedError(message, [Problem(message, column="from", value=from_.isoformat())])
    place = sum(version["from"] < from_ for version in versions)
    new = tomlkit.table()
    new["from"] = from_
    new.trivia.indent = "\n"
    versions.insert(place, new)
    made: Table = versions.body[place]
    return made


def _as_tables(document: tomlkit.TOMLDocument) -> AoT:
    plain = document.unwrap()["versions"]
    del document["versions"]
    versions = tomlkit.aot()
    for version in plain:
        versions.append(_table(version))
    document["versions"] = versions
    return versions


def _change(
    document: tomlkit.TOMLDocument,
    version: Table,
    rule: str,
    from_: date,
    typed: Mapping[str, str],
) -> None:
    if rule not in version:
        standing = _standing(document.unwrap()["versions"], rule, from_) or {}
        version[rule] = _table(standing)
    table = version[rule]
    if "verified" not in typed:
        typed = {**typed, "verified": "no"}
    for key, value in toml_values(rule, typed).items():
        if value is not None:
            table[key] = _item(value)
        elif key in table:
            del table[key]


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    tables = {key: value for key, value in values.items() if _is_tables(value)}
    for key, value in values.items():
        if key not in tables:
            table[key] = _item(value)
    for key, value in tables.items():
        table[key] = tomlkit.item(value)
    return table


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(part, Mapping) for part in value)


def _item(value: Any) -> Any:
    """A value as TOML writes it on one line."""
    if isinstance(value, Mapping):
        inline: InlineTable = tomlkit.inline_table()
        inline.update(value)
        return inline
    return tomlkit.item(value)
