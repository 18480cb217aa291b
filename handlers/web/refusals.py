"""Answers to requests that cannot be carried out, in words: JSON for programs."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.errors import StoreError
from bot.observability import mask


class RefusedRequest(Exception):  # noqa: N818 - an answer, not a failure
    """A request that is not what it should be; the text says what would be."""

    def __init__(self, words: str, *, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


def refusal(words: str, status: int = 400) -> JSONResponse:
    """In the shape of an answered command, so that a program reads one shape only."""
    return JSONResponse({"ok": False, "text": words, "data": {}}, status_code=status)


async def answer_refused(request: Request, error: Exception) -> Response:
    del request
    status = error.status if isinstance(error, RefusedRequest) else 400
    return refusal(str(error), status)


async def answer_store_error(request: Request, error: Exception) -> Response:
    del request
    return refusal(f"The database does not answer: {mask(str(error))}", 503)


async def answer_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = {404: "There is nothing at {path}.", 405: "{path} does not take {method}."}
    text = words.get(status, "This cannot be answered.")
    text = text.format(path=request.url.path, method=request.method)
    if request.url.path.startswith("/api/"):
        return refusal(text, status)
    return PlainTextResponse(f"{text}\n", status_code=status)


HANDLERS = {
    RefusedRequest: answer_refused,
    StoreError: answer_store_error,
    HTTPException: answer_http,
}
