"""The demo programme: an invented year of work, pay and sales, the same for the same seed."""

from models.demo.making import make_demo

__all__ = ["make_demo"]
