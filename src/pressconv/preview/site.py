"""The state of the preview → what a browser is answered.

Everything stands below a secret path, as others may work on the same machine, and is answered only
to who asks 127.0.0.1 or localhost by name: a page elsewhere could have its own name lead here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from pressconv.convert import Format
from pressconv.preview.record import record

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from pressconv.preview.editions import Made
    from pressconv.preview.refreshing import Refresher

_PAGE: Final = Path(__file__).parent / "page"
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # a link that is followed must not tell the secret path
    "X-Content-Type-Options": "nosniff",
}
_USUAL_PORT: Final = 80
_NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"
_PAGE_POLICY: Final = (
    f"{_NOTHING}; frame-ancestors 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src data:"
)

_TYPES: Final = {
    Format.HTML: "text/html",
    Format.PDF: "application/pdf",
    Format.TEXT: "text/plain",
}
# An output needs nothing but itself. A PDF keeps the viewer that the browser has for it.
_POLICIES: Final = {
    Format.HTML: f"{_NOTHING}; frame-ancestors 'self'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; sandbox allow-same-origin",
    Format.PDF: "frame-ancestors 'self'",
    Format.TEXT: f"{_NOTHING}; frame-ancestors 'self'",
}


def site(refresher: Refresher, port: int, secret: str) -> ASGIApp:
    """Return the application that shows the state of *refresher* below the path *secret*."""

    async def events(request: Request) -> Response:
        del request
        return StreamingResponse(_events(refresher), media_type="text/event-stream")

    async def output(request: Request) -> Response:
        number, name = request.path_params["number"], request.path_params["format"]
        editions = refresher.state.editions
        made = editions[number].made if number < len(editions) else None
        if made is None or name not in list(_TYPES):
            return PlainTextResponse("there is nothing here (yet)\n", 404)
        return _output(made, Format(name))

    routes = [
        Route("/", _file("page.html", "text/html")),
        Route("/page.css", _file("page.css", "text/css")),
        Route("/page.js", _file("page.js", "text/javascript")),
        Route("/events", events),
        Route("/{number:int}/{format}", output),
    ]
    return _Guard(Starlette(routes=[Mount(f"/{secret}", routes=routes)]), port)


def _file(name: str, media_type: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        del request
        policy = {"Content-Security-Policy": _PAGE_POLICY}
        return Response((_PAGE / name).read_bytes(), headers=policy, media_type=media_type)

    return answer


async def _events(refresher: Refresher) -> AsyncIterator[str]:
    async for state in refresher.states():
        yield f"data: {record(state)}\n\n"


def _output(made: Made, one: Format) -> Response:
    """Answer with the very bytes of an output; a text in another charset is given as UTF-8."""
    data = made.files[one]
    if one is Format.TEXT:
        data = data.decode(made.charset).encode()
    headers = {
        "Content-Disposition": f'inline; filename="{made.name(one)}"',
        "Content-Security-Policy": _POLICIES[one],
    }
    return Response(data, headers=headers, media_type=_TYPES[one])


class _Guard:
    """What stands before the application: whom it answers, and what every answer says."""

    def __init__(self, inside: ASGIApp, port: int) -> None:
        self._inside = inside
        own = "" if port == _USUAL_PORT else f":{port}"  # browsers leave that one out
        self._hosts = (f"127.0.0.1{own}", f"localhost{own}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        if Headers(scope=scope).get("host") in self._hosts:
            await self._inside(scope, receive, guarded)
        else:
            refusal = PlainTextResponse("this is a preview for 127.0.0.1 only\n", 421)
            await refusal(scope, receive, guarded)
