"""One set of pins, whoever installs: pip from the files, uv from pyproject.toml."""

import re
import tomllib

from habitat_reform.environment import BASE_DIR
from requirements.pin import pins, with_constraints

PROJECT = (BASE_DIR / "pyproject.toml").read_text()
RUNTIME = (BASE_DIR / "requirements" / "runtime.txt").read_text()
DEV = (BASE_DIR / "requirements" / "dev.txt").read_text()


def test_uv_and_pip_install_the_same_versions():
    assert tomllib.loads(PROJECT)["tool"]["uv"]["constraint-dependencies"] == pins(DEV)


def test_what_is_developed_with_holds_what_is_run():
    assert set(pins(RUNTIME)) < set(pins(DEV))


def test_what_is_run_stays_small():
    assert 20 < len(pins(RUNTIME)) <= 60


def test_every_package_has_a_hash_and_none_an_address():
    for text in (RUNTIME, DEV):
        packages = re.split(r"\n(?=\S)", text.strip())
        assert len(packages) == len(pins(text))
        assert all(" --hash=sha256:" in package for package in packages)
        assert "://" not in text


def test_every_package_the_project_names_is_pinned():
    project = tomllib.loads(PROJECT)
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[a-z0-9-]+", want.lower())[0] for want in wanted}

    assert names <= {pin.partition("==")[0] for pin in pins(DEV)}


def test_new_pins_take_the_place_of_the_old_ones():
    project = 'x = 1\nconstraint-dependencies = [\n  "a==1",\n]\n\n[other]\ny = ["b"]\n'

    assert with_constraints(project, ["a==2", "c==3 ; sys_platform == 'win32'"]) == (
        "x = 1\nconstraint-dependencies = [\n"
        '  "a==2",\n  "c==3 ; sys_platform == \'win32\'",\n]\n\n[other]\ny = ["b"]\n'
    )
