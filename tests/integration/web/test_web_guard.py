from __future__ import annotations

import httpx
import pytest

from bot.settings import WebSettings
from handlers.web import limits
from tests.integration.web.wire import MAIN

PATHS = ("/", "/api/channels", f"{MAIN}/messages", f"{MAIN}/events", "/stories/x")
OTHERS = ("/feed.json", "/feed.xml", "/healthz", "/metrics", "/glossary", "/nothing")


@pytest.mark.parametrize("path", [*PATHS, *OTHERS])
async def test_a_name_that_is_not_ours_gets_nothing(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"host": "rebound.example"})
    assert answer.status_code == 421
    assert "web.public_url" in answer.json()["text"]


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
async def test_another_sites_page_cannot_command(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    for path, body in (("commands", {"text": "/news help"}), ("actions", {"action": "why"})):
        answer = await client.post(f"{MAIN}/{path}", json=body, headers=headers)
        assert answer.status_code == 403
        assert answer.json()["ok"] is False


async def test_our_own_page_can(client: httpx.AsyncClient) -> None:
    headers = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    answer = await client.post(f"{MAIN}/commands", json={"text": "/news help"}, headers=headers)
    assert answer.json()["ok"] is True


@pytest.mark.parametrize("path", ["/", "/stories/none", "/feed.json", "/nothing", "/api/channels"])
async def test_every_answer_forbids_foreign_scripts_and_frames(
    client: httpx.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


class TestWithAPassword:
    @pytest.fixture
    def settings(self) -> WebSettings:
        return WebSettings.model_validate({"bind": "0.0.0.0", "port": 0, "password": "open sesame"})

    @pytest.mark.parametrize("path", [*PATHS, *OTHERS])
    async def test_nothing_is_told_without_it(self, client: httpx.AsyncClient, path: str) -> None:
        answer = await client.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Basic")

    async def test_programs_send_it_along(self, client: httpx.AsyncClient) -> None:
        assert (await client.get("/api/channels", auth=("me", "open sesame"))).status_code == 200
        assert (await client.get("/api/channels", auth=("me", "sesame"))).status_code == 401

    async def test_people_log_in_once(self, client: httpx.AsyncClient) -> None:
        sent = await client.get("/", headers={"accept": "text/html"})
        assert (sent.status_code, sent.headers["location"]) == (303, "/login")
        form = await client.get("/login")
        assert 'type="password"' in form.text
        wrong = await client.post("/login", data={"password": "guess"})
        assert wrong.status_code == 401
        assert "not the password" in wrong.text
        right = await client.post("/login", data={"password": "open sesame"})
        assert (right.status_code, right.headers["location"]) == (303, "/")
        assert (await client.get("/")).status_code == 200

    async def test_another_site_cannot_log_somebody_in(self, client: httpx.AsyncClient) -> None:
        headers = {"origin": "https://evil.example"}
        answer = await client.post("/login", data={"password": "open sesame"}, headers=headers)
        assert answer.status_code == 403

    async def test_guessing_is_slowed_down(self, client: httpx.AsyncClient) -> None:
        for _ in range(limits.FAILED_LOGINS):
            await client.post("/login", data={"password": "guess"})
        assert (await client.post("/login", data={"password": "guess"})).status_code == 429
        assert (await client.get("/", auth=("me", "open sesame"))).status_code == 429

    async def test_the_login_page_can_load_its_style(self, client: httpx.AsyncClient) -> None:
        form = (await client.get("/login")).text
        style = form.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert (await client.get(style)).status_code == 200

    async def test_addresses_of_the_network_are_answered(self, client: httpx.AsyncClient) -> None:
        answer = await client.get(
            "/api/channels", auth=("me", "open sesame"), headers={"host": "192.168.1.4:8765"}
        )
        assert answer.status_code == 200
