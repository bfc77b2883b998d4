"""What the environment says; docs/operations.md explains each name."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str) -> bool:
    """`1` is yes, `0` or nothing is no; anything else is a slip and not guessed at."""
    value = text(name, "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} is 1 or 0, not {value!r}.")
    return value == "1"


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is a whole number, not {value!r}.")
    return int(value)


def listing(name: str, default: str = "") -> list[str]:
    """Several values, separated by commas."""
    return [item.strip() for item in text(name, default).split(",") if item.strip()]


BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(text("VAR_DIR", str(BASE_DIR / "var"))).absolute()
