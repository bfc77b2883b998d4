"""Write the whole publication as a workbook: every table of it on a sheet of its own."""
