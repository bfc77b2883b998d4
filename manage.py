#!/usr/bin/env python
"""Command line of the project: `demo` starts everything, `help` lists the rest."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from habitat_reform.embedded.refusals import EmbeddedServerError
from habitat_reform.environment import VAR_DIR
from habitat_reform.secrecy import adopt_local_defaults

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habitat_reform.settings")
    adopt_local_defaults(sys.argv, VAR_DIR)
    try:
        execute_from_command_line(sys.argv)
    except (EmbeddedServerError, ImproperlyConfigured) as failure:
        sys.exit(str(failure))
