"""The interactive grid: records in a terminal that one sorts, filters, marks and gives back. Its use loads textual.

`filtering`, `rows` and `reading` know nothing of textual: what fits, in which order, what is marked; and a thread that
reads the source no further than somebody looks. `sheet` draws, `app` listens, `opening` lends it the terminal.
"""
