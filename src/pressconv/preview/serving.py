"""The preview, run: a socket on 127.0.0.1, the server on it, and the conversions beside it."""

from __future__ import annotations

import asyncio
import secrets
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uvicorn

from pressconv.errors import ConfigError
from pressconv.files import read_file
from pressconv.preview.refreshing import Refresher
from pressconv.preview.site import site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    from starlette.types import ASGIApp

    from pressconv.batch import Job
    from pressconv.preview.editions import Edition

HOST: Final = "127.0.0.1"


def run(
    sources: Sequence[str],
    job: Job,
    *,
    port: int,
    started: Callable[[str], None],
    converted: Callable[[Edition], None],
) -> None:
    """Serve a preview until it is interrupted, as `pressconv.preview.serve` says.

    Raises:
        ReadError: there is no such file.
        ConfigError: the port is taken, or not ours to take.
        KeyboardInterrupt: it was interrupted.
    """
    for source in sources:
        read_file(Path(source))  # a name with a slip in it is no release that will come to be
    refresher = Refresher(sources, job, converted)
    secret = secrets.token_urlsafe(16)
    with _listening(port) as listener:
        port = listener.getsockname()[1]
        server = _Server(_settings(site(refresher, port, secret)), refresher)
        started(f"http://{HOST}:{port}/{secret}/")
        asyncio.run(_run(server, refresher, listener))


def _settings(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        date_header=False,
        server_header=False,
        timeout_graceful_shutdown=2,  # seconds, for a browser that is slow to take an answer
    )


class _Server(uvicorn.Server):
    """A server that lets waiting pages go when it ends: it waits for every open answer."""

    def __init__(self, config: uvicorn.Config, refresher: Refresher) -> None:
        super().__init__(config)
        self._refresher = refresher

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._refresher.end()
        super().handle_exit(sig, frame)


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        hint = "choose another --port, or leave it out to take any that is free"
        raise ConfigError(f"cannot use port {port}: {error.strerror}", hint=hint) from error


async def _run(server: uvicorn.Server, refresher: Refresher, listener: socket.socket) -> None:
    async with asyncio.TaskGroup() as tasks:
        refreshing = tasks.create_task(refresher.run())
        await server.serve(sockets=[listener])
        refreshing.cancel()
