"""Write what each shipped pack says into `docs/rules.md`, between its markers: `make tables`."""

import re
from pathlib import Path
from typing import Final

from models.language import use_language
from models.rules.packs import Pack
from models.rules.shipped import shipped_names, shipped_pack
from models.rules.telling import ToldRule, told

PAGE: Final = Path(__file__).parent / "rules.md"

_BLOCK: Final = re.compile(r"(<!-- pack (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> None:
    """Write the page anew."""
    use_language("en")
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def written(page: str) -> str:
    """The page with the tables that the packs give now; English has to be the language in use.

    Raises:
        ValueError: a shipped pack has no place on the page.
    """
    missing = set(shipped_names()) - {match[2] for match in _BLOCK.finditer(page)}
    if missing:
        raise ValueError(missing)
    return _BLOCK.sub(lambda match: f"{match[1]}{table(shipped_pack(match[2]))}{match[3]}", page)


def table(pack: Pack) -> str:
    """What the newest version of a pack says, a line for each rule."""
    rules = [rule for rule in told(pack, pack.versions[-1].starts_on) if rule.source]
    lines = ["| rule | what it says | source | verified |", "|---|---|---|---|"]
    return "\n".join([*lines, *map(_line, rules)]) + "\n"


def _line(rule: ToldRule) -> str:
    since = f"; since {rule.since}" if rule.since else ""
    mark = "yes" if rule.verified else "no"
    cells = (f"{rule.label} `{rule.rule}`", rule.text, f"{rule.source}{since}", mark)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    main()
