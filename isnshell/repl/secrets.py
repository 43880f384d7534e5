"""Taking secrets out of a line before it is kept."""

from __future__ import annotations

import re

_HIDDEN = "***"
_WORDS = r"(?:secret|password|passwd|passphrase|pwd|token|api_?-?key|credential|authorization)"
_NAME = rf"[\w.-]*{_WORDS}[\w-]*"
_TEXT = r"""(?P<prefix>[rRbBuUfF]{0,2})(?P<quote>\"\"\"|'''|"|')(?P<value>(?:\\.|(?!(?P=quote)).)*)(?:(?P=quote)|$)"""
# Name of a setting, what binds its value (`=`, `:`, `->`, a blank behind PowerShell's -Name), and the value
_NAMED_TEXT = re.compile(rf"(?P<lead>[\"']?{_NAME}[\"']?\]?\s*(?:==?|:|,)\s*){_TEXT}", re.IGNORECASE | re.DOTALL)
_POWERSHELL = re.compile(rf"(?P<lead>(?<!\w)-{_NAME}\s+)(?:{_TEXT}|(?P<bare>[^\s|;\"')(]+))", re.IGNORECASE | re.DOTALL)
_BARE = re.compile(
    rf"(?P<lead>\b{_NAME}\s*=\s*)(?![rbuf]{{0,2}}[\"'])(?P<bare>[^\s\"'(){{}}\[\],;|#=][^\s,;)|]*)", re.IGNORECASE
)
# credential=("ana", "password")
_PAIR = re.compile(
    rf"(?P<lead>credential\s*=\s*[(\[]\s*(?:\"[^\"]*\"|'[^']*'|[\w.]+)\s*,\s*){_TEXT}", re.IGNORECASE | re.DOTALL
)
_BEARER = re.compile(r"(?P<lead>\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?")
_URL = re.compile(r"(?P<lead>\w://[^\s/:@\"']*:)[^\s/@\"']+(?=@)")
# A name, a call or a literal tells no secret: `client_secret=secret`, `token = None`, `token=read()`
_HARMLESS = re.compile(r"[A-Za-z_][\w.]*\(?|\d{1,4}(?:\.\d+)?")


def without_secrets(text: str) -> str:
    """The text with `***` in place of what looks like a secret: values of settings that are named so, bearer tokens,
    JSON web tokens, passwords in addresses."""
    text = _NAMED_TEXT.sub(_hide_text, text)
    text = _PAIR.sub(_hide_text, text)
    text = _POWERSHELL.sub(lambda found: _hide_text(found) if found["bare"] is None else found["lead"] + _HIDDEN, text)
    text = _BARE.sub(lambda found: found[0] if _HARMLESS.fullmatch(found["bare"]) else found["lead"] + _HIDDEN, text)
    text = _BEARER.sub(lambda found: found["lead"] + _HIDDEN, text)
    text = _JWT.sub(_HIDDEN, text)
    return _URL.sub(lambda found: found["lead"] + _HIDDEN, text)


def _hide_text(found: re.Match[str]) -> str:
    # env: and keyring: say where a secret is, not what it is
    if not found["value"] or found["value"].startswith(("env:", "keyring:")):
        return found[0]
    return f"{found['lead']}{found['prefix']}{found['quote']}{_HIDDEN}{found['quote']}"
