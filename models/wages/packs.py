"""Pay-rule packs, read from their files and checked."""

import tomllib
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

from models.errors import RefusedError
from models.language import gettext as _
from models.wages.engine.packs import Rules


def rules_on(pack: str, day: date) -> Rules:
    """What `pack` says on `day`.

    Raises:
        RefusedError: there is no such pack, or none of its versions is in force yet.
    """
    in_force = [version for version in _versions(pack) if version.starts_on <= day]
    if not in_force:
        raise RefusedError(
            _("The pay-rule pack {pack} is not in force on {day}.").format(pack=pack, day=day)
        )
    return max(in_force, key=lambda version: version.starts_on)


@cache
def _versions(pack: str) -> tuple[Rules, ...]:
    file = resources.files("models.wages.rules") / f"{pack.lower()}.toml"
    if not file.is_file():
        raise RefusedError(_("There is no pay-rule pack {pack}.").format(pack=pack))
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(_rules(content["name"], version) for version in content["versions"])


def _rules(name: str, version: Mapping[str, Any]) -> Rules:
    return Rules(
        pack=name,
        starts_on=version["from"],
        verified=version["verified"],
        source=version["source"],
        part_of_salary=version["part_of_salary"],
        beyond_contracted=Fraction(version["beyond_contracted"]),
        below_minimum=version["below_minimum"],
        deduction_cap=Fraction(version["deduction_cap"]),
    )
