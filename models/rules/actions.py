"""What a manager does with pay-rule packs. Those that come with Wagebook never change."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, update

from models import fields
from models.book.actions import change_settings
from models.book.book import Book
from models.book.settings import stored
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import ngettext
from models.rules.editing import dated, renamed
from models.rules.packs import read_pack
from models.rules.queries import employees_on, no_such_pack, pack_names, text_of
from models.rules.reading import naming_the_file, pack_file_text
from models.rules.shelf import shelf
from models.rules.shipped import shipped_names
from models.rules.tables import RULE_PACK

_NAMED = 5
"""How many employees a refusal names."""


def copy_pack(book: Book, name: str, as_: str) -> str:
    """Copy a pack under a name of the programme's own; gives back that name.

    Raises:
        NotFoundError: there is no pack `name`.
        RefusedError: the new name is none or is taken, or the text of `name` has faults.
    """
    new = _own_name(as_)
    with book.acting("rules.copy", subject=new) as acting:
        connection = acting.connection
        if new in pack_names(connection):
            raise _wrong_name(_("There is a pay-rule pack {pack} already.").format(pack=new), new)
        text = text_of(connection, name)
        title = read_pack(text).title
        text = renamed(text, new, f"{title} ({new})")
        read_pack(text)
        connection.execute(insert(RULE_PACK).values(name=new, text=text))
        acting.details = {"from": name}
    return new


def save_pack(book: Book, text: str, *, name: str = "") -> str:
    """Add a pack of the programme's own, or put another text in its place; gives back its name.

    Args:
        book: The open book.
        text: The text of its file.
        name: The pack that is changed, where it is known: the text has to keep its name.

    Raises:
        PackRefusedError: the text has faults; every one is named.
        RefusedError: it has the name of a pack that comes with Wagebook, or not the one to keep.
    """
    found = read_pack(text)
    own = _own_name(found.name)
    if name and own != name:
        message = _("This is the pack {pack}; its name stays. Copy it to have another.")
        raise _wrong_name(message.format(pack=name), own)
    with book.acting("rules.save", subject=own) as acting:
        before = _own_text(acting.connection, own)
        acting.changed = before != text
        _put(acting.connection, own, text, new=before is None)
    return own


def save_file(book: Book, path: Path) -> str:
    """Add the pack of a file, or put it in the place of the one that has its name; see `save_pack`.

    Raises:
        FileRefusedError: the file cannot be read.
        RefusedError: the pack is refused; the file is named beside every fault.
    """
    text = pack_file_text(path)
    with naming_the_file(path):
        return save_pack(book, text)


def change_rule(book: Book, pack: str, rule: str, from_: date, values: Mapping[str, str]) -> None:
    """Date a change: from this day on a rule of an own pack says something else.

    The version from that day is extended, or made, and says only what changes. Without
    `verified` among the values the rule counts as unverified from then on.

    Args:
        book: The open book.
        pack: A pack of the programme's own.
        rule: The name of a rule in the file, or `models.rules.editing.PREMIUMS`.
        from_: The first day of the change.
        values: What changes, key to text as typed; an empty text takes the key away.

    Raises:
        NotFoundError: there is no such pack.
        RefusedError: the pack is a shipped one, or what would come of it has faults.
    """
    with book.acting("rules.change", subject=pack) as acting:
        before = _changeable(acting.connection, pack)
        text = dated(before, rule, from_, values)
        acting.changed = text != before
        acting.details = {"rule": rule, "from": from_.isoformat()}
        _put(acting.connection, pack, text, new=False)


def remove_pack(book: Book, name: str) -> None:
    """Take a pack of the programme's own away. Approved pay runs keep what they were computed by.

    Raises:
        NotFoundError: there is no such pack.
        RefusedError: it is a shipped one, or pay terms or the programme use it.
    """
    with book.acting("rules.remove", subject=name) as acting:
        _changeable(acting.connection, name)
        _refuse_used(acting.connection, name)
        acting.connection.execute(delete(RULE_PACK).where(RULE_PACK.c.name == name))


def change_programme(book: Book, values: Mapping[str, str]) -> None:
    """Set the programme's settings; its pay-rule pack has to be one of this book.

    Raises:
        RefusedError: with a problem for each setting that is unknown or wrong; none changed.
    """
    change_settings(book, values, check=_unknown_default)


def _unknown_default(connection: Connection, checked: Mapping[str, str]) -> Sequence[Problem]:
    name = checked.get("pay_rules")
    known = shelf(connection)
    if name is None or name in known:
        return ()
    return [Problem(no_such_pack(name, known).message, column="pay_rules", value=name)]


def _own_name(typed: str) -> str:
    try:
        name = fields.rules(typed.strip())
    except ValueError as error:
        raise _wrong_name(str(error), typed) from None
    if name in shipped_names():
        raise _wrong_name(_comes_with(name), name)
    return name


def _wrong_name(message: str, name: str) -> RefusedError:
    return RefusedError(message, [Problem(message, column="name", value=name)])


def _comes_with(name: str) -> str:
    return _(
        "The pack {pack} comes with Wagebook and stays as it is; copy it under another name."
    ).format(pack=name)


def _own_text(connection: Connection, name: str) -> str | None:
    statement = select(RULE_PACK.c.text).where(RULE_PACK.c.name == name)
    return connection.execute(statement).scalar()


def _changeable(connection: Connection, name: str) -> str:
    text = _own_text(connection, name)
    if text is not None:
        return text
    if name in shipped_names():
        raise RefusedError(_comes_with(name))
    raise no_such_pack(name, shelf(connection))


def _put(connection: Connection, name: str, text: str, *, new: bool) -> None:
    if new:
        connection.execute(insert(RULE_PACK).values(name=name, text=text))
    else:
        connection.execute(update(RULE_PACK).where(RULE_PACK.c.name == name).values(text=text))


def _refuse_used(connection: Connection, name: str) -> None:
    users = employees_on(connection, name)
    sentences = []
    if users:
        shown = ", ".join(users[:_NAMED]) + (" …" if len(users) > _NAMED else "")
        sentence = ngettext(
            "Pay terms of {n} employee name the pack {pack}: {codes}.",
            "Pay terms of {n} employees name the pack {pack}: {codes}.",
            len(users),
        )
        sentences.append(sentence.format(n=len(users), pack=name, codes=shown))
    if stored(connection)["pay_rules"] == name:
        sentences.append(_("The programme's settings name the pack {pack}.").format(pack=name))
    if sentences:
        raise RefusedError(" ".join(sentences), [Problem(each, value=name) for each in sentences])
