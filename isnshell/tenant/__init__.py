"""Talking to a tenant: profiles, secrets, sign-in, retry, pacing, transport, session, paging, downloads."""
