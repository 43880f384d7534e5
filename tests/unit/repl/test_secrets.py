"""What must not reach the history file."""

import pytest

from isnshell.repl.secrets import without_secrets

_JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('connect(client_secret="s3cr3t")', 'connect(client_secret="***")'),
        ("connect(clientSecret = 's3\\'cr3t')", "connect(clientSecret = '***')"),
        ('{"client_secret": "abc", "id": "7"}', '{"client_secret": "***", "id": "7"}'),
        ('os.environ["SAIL_CLIENT_SECRET"] = "abc"', 'os.environ["SAIL_CLIENT_SECRET"] = "***"'),
        ("password = f'''a\nb'''", "password = f'''***'''"),
        ('set_password("x", new_password="y")', 'set_password("x", new_password="***")'),
        ("Connect-Tenant -ClientSecret abc123 -Name x", "Connect-Tenant -ClientSecret *** -Name x"),
        ('Connect-Tenant -Token "abc def"', 'Connect-Tenant -Token "***"'),
        ("!export SAIL_CLIENT_SECRET=a1b2-c3d4!", "!export SAIL_CLIENT_SECRET=***"),
        ('headers={"Authorization": "Bearer abcdefghijk"}', 'headers={"Authorization": "***"}'),
        ('x = "Bearer abcdefghijk"', 'x = "Bearer ***"'),
        (f'use("{_JWT}")', 'use("***")'),
        ('get("https://me:hunter2@proxy.corp:8080")', 'get("https://me:***@proxy.corp:8080")'),
        ('token="unfinished', 'token="***"'),
        ('send(credential=("ana", "abc"))', 'send(credential=("ana", "***"))'),
        ("send(Credential = [user, 'abc'], port=25)", "send(Credential = [user, '***'], port=25)"),
        ('access_token="", api_key="k"', 'access_token="", api_key="***"'),
    ],
)
def test_secrets_are_taken_out(typed, kept):
    assert kept == without_secrets(typed)


@pytest.mark.parametrize(
    "typed",
    [
        'get_pending_tasks() | where_object(type="QUARTZ")',
        "connect(client_secret=secret)",
        'client_secret = "env:SAIL_SECRET"',
        'client_secret="keyring:"',
        'send(credential=("ana", "env:MAIL"))',
        "token = read_token()",
        "get_personal_access_tokens(limit=5)",
        'get_tokens() | where_object(name="x")',
        "token == other",
    ],
)
def test_what_is_no_secret_stays(typed):
    assert typed == without_secrets(typed)
