"""Pin every package, with hashes and without a registry's address: `python requirements/pin.py`.

Packages that are pinned already keep their version; `--upgrade` takes the newest ones.
Writes runtime.txt, dev.txt (which holds runtime.txt too) and `constraint-dependencies` in
pyproject.toml, so that pip and `uv run` install the same.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PROJECT = FOLDER.parent / "pyproject.toml"
CONSTRAINTS = re.compile(r"constraint-dependencies = \[\n.*?^\]\n", re.DOTALL | re.MULTILINE)
PIN = re.compile(r"^[a-z0-9][^\s;]*==\S+(?: ; .+?)?(?= \\$)", re.MULTILINE)


def pins(requirements: str) -> list[str]:
    """The pins of a file without their hashes, as pyproject.toml writes them."""
    return [pin.replace('"', "'") for pin in PIN.findall(requirements)]


def with_constraints(project: str, constraints: list[str]) -> str:
    lines = "".join(f'  "{pin}",\n' for pin in constraints)
    return CONSTRAINTS.sub(lambda _: f"constraint-dependencies = [\n{lines}]\n", project)


def compiled(project: str, *options: str) -> str:
    """What uv chooses for every platform; the project's text is given, so it may be a draft."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "pyproject.toml"
        draft.write_text(project)
        command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header"]
        command += ["--no-annotate", "--quiet", *options, draft.name]
        outcome = subprocess.run(command, cwd=folder, check=True, text=True, stdout=subprocess.PIPE)
        return outcome.stdout


def main(arguments: list[str]) -> None:
    project = PROJECT.read_text()
    free = with_constraints(project, []) if "--upgrade" in arguments else project
    dev = compiled(free, "--group", "dev")
    pinned = with_constraints(project, pins(dev))
    PROJECT.write_text(pinned)
    (FOLDER / "dev.txt").write_text(dev)
    (FOLDER / "runtime.txt").write_text(compiled(pinned))


if __name__ == "__main__":
    main(sys.argv[1:])
