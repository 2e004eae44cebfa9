"""`pressconv preview` as a process of its own, and a browser's part in it: requests and events."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from email.message import Message
    from pathlib import Path

TIMEOUT_S = 120


@dataclass(frozen=True)
class Answer:
    """What was answered to a request."""

    status: int
    headers: Message
    data: bytes


@dataclass(frozen=True)
class Preview:
    """A preview that runs: its address, the folder that it runs in, and its process."""

    address: str
    folder: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return urlsplit(self.address).port or 0

    @property
    def path(self) -> str:
        """The secret path."""
        return urlsplit(self.address).path

    def get(
        self, path: str = "", *, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for *path* below the address, or for a whole path that begins with a slash."""
        whole = path if path.startswith("/") else self.path + path
        with closing(self._connection()) as connection:
            connection.request(method, whole, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def states(self) -> Generator[dict[str, Any]]:
        """Yield the states that it sends, as they come."""
        with closing(self._connection()) as connection:
            connection.request("GET", f"{self.path}events")
            with connection.getresponse() as answer:
                for line in answer:
                    if line.startswith(b"data: "):
                        yield json.loads(line.removeprefix(b"data: "))

    def _connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_S)

    def until(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first state that is finished and has what *condition* asks for."""
        with closing(self.states()) as states:
            for state in states:
                if state["converting"] is None and condition(state):
                    return state
        raise AssertionError("the preview ended")

    def interrupt(self) -> tuple[int, str, str]:
        """End it as Ctrl-C does; return its exit code and what else it printed."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=TIMEOUT_S)
        return self.process.returncode, out, err


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def previewed(*arguments: str, folder: Path) -> Iterator[Preview]:
    """Run a preview in *folder* until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pressconv", "preview", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Who runs the tests in the background has them ignore Ctrl-C, and this would be inherited.
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - nothing else runs here while it starts
    )
    with process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), process.communicate()
            yield Preview(address, folder, process)
        finally:
            process.kill()
