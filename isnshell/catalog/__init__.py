"""The facts about every API operation: one names index read at start-up, the rest one generation at a time.

`names` answers "is there such a command?" without loading an operation; `loader` gives the operations and models
of one generation; `facts` is what they are made of. The data lies in `data/`, made by `build` from OpenAPI documents.
"""
