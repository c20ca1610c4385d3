"""A workbook without its account of who made it, when and with what."""

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org"
_EMPTY: Final = {
    "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/'
    'core-properties"/>',
    "docProps/app.xml": f'{_XML}<Properties xmlns="{_OFFICE}/officeDocument/2006/'
    'extended-properties"/>',
}
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can say


def nameless(workbook: bytes) -> bytes:
    """The same workbook with empty properties, and without a time on any of its parts."""
    result = BytesIO()
    with ZipFile(BytesIO(workbook)) as given, ZipFile(result, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = ZipInfo(name, _NO_TIME)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            made.writestr(part, _EMPTY.get(name) or given.read(name))
    return result.getvalue()
