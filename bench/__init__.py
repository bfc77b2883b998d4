"""Speed, as ratios within one run: see README.md. Runs as the tests do, beside their data."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()
