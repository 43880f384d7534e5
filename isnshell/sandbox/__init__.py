"""A simulated ISC tenant: real HTTP on loopback, believable data, documented answers and refusals, switchable faults.

`server` serves it, `app` is the WSGI application (usable with werkzeug's test client), `tenant` holds what the tenant
knows, `handlers/` answers the operations, `faults` breaks things on purpose. It shares the catalog's facts with the
client and nothing else. Nothing is imported here: werkzeug and the data load when a sandbox is started.
"""
