"""Read the versioned data files as plain text: what they say, before any program reads them."""

import csv
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ar", "zh_hans", "fr", "ru", "es")
DATA_FILES = sorted(ROOT.glob("*/data/*.csv"))


def rows(name):
    with (ROOT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def column(name, key):
    return [row[key] for row in rows(name)]


def checklist():
    text = (ROOT / "checklist/data/checklists/2025-reconstruction.toml").read_bytes()
    return tomllib.loads(text.decode("utf-8"))
