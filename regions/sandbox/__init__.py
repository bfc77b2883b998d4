"""What opens a stranger's workbook: a process of its own, with limits, that knows no Django.

`python -m regions.sandbox` reads a workbook from its input and writes plain values. Nothing
here may import anything but the standard library and the reader, so that it starts at once.
"""
