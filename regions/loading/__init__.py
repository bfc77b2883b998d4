"""Load reference data from versioned files: all or nothing, and nothing entered is lost.

A row that the file did not change since the last load leaves its record alone, whatever
people made of it; a column the file changed updates that column; a row that left the file
is reported and stays; a record that people deleted stays deleted.
"""

from regions.loading.columns import Names, Reference, Value, field_of
from regions.loading.datasets import Dataset
from regions.loading.faults import FileFault, FilesRefused, unknown
from regions.loading.runs import Report, Run, Step, load
from regions.loading.tables import read_text
from regions.loading.wording import told

__all__ = [
    "Dataset",
    "FileFault",
    "FilesRefused",
    "Names",
    "Reference",
    "Report",
    "Run",
    "Step",
    "Value",
    "field_of",
    "load",
    "read_text",
    "told",
    "unknown",
]
