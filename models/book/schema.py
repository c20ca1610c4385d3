"""All tables of the book in one metadata, for migrations and checks."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

import models.book.tables
import models.employees.tables
import models.rules.tables
import models.sales.tables
import models.shifts.tables
import models.wages.tables  # noqa: F401 - importing a room's tables declares them

METADATA: MetaData = SQLModel.metadata
