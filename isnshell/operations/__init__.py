"""From arguments to a request and from an answer to values, without I/O.

`arguments` binds what a person gave to an operation's parameters, `checks` holds it against the facts, `request` builds
what is sent, `answer` reads what came back, `refusal` words what the tenant refused.
"""
