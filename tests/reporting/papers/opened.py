"""Papers as LibreOffice opens them, and the sheets that they take."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

MISSING = "LibreOffice Writer was not found: install libreoffice-writer-nogui"


def has_writer():
    """LibreOffice comes in parts; that for texts is a library beside the program."""
    program = shutil.which("soffice")
    return bool(program) and (Path(program).resolve().parent / "libswlo.so").exists()


def converted(folder, form, **papers):
    """Word files in another form, in one go. Only in CI must there be a LibreOffice."""
    if not has_writer():
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    for name, content in papers.items():
        (folder / f"{name}.docx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", form, "--outdir", folder, *folder.glob("*.docx")],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    end = form.partition(":")[0]
    return {name: (folder / f"{name}.{end}").read_bytes() for name in papers}


def sheets_in(paper):
    """How many sheets a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", paper))
