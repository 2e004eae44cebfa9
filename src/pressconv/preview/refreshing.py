"""Editions that are behind → editions converted anew, one after the other, and who waits told.

One process beside this one converts, so that the page is answered meanwhile, and an end need not
wait. Whatever changes meanwhile is found behind afterwards, so that of several changes only the
newest is converted.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.preview.editions import Edition, converted
from pressconv.preview.watching import wakings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from pressconv.batch import Job

_SETTLING_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class State:
    """What the page shows; ``converting`` is the number of the edition that is being made."""

    editions: tuple[Edition, ...]
    converting: int | None = None


class Refresher:
    """The present state, what brings it up to date, and whoever waits for the next one."""

    def __init__(self, sources: Sequence[str], job: Job, told: Callable[[Edition], None]) -> None:
        self.state = State(tuple(map(Edition, sources)))
        self._job, self._told = job, told
        self._is_ended = False
        self._changed = asyncio.Event()

    async def run(self) -> None:
        """Convert whatever is behind, now and after every change, until it is cancelled."""
        with _process() as process:
            await self._catch_up(process)
            async for _ in wakings(self._folders):
                await self._catch_up(process)

    async def states(self) -> AsyncIterator[State]:
        """Yield the present state, then every one that follows; one that waits is passed over."""
        while not self._is_ended:
            changed = self._changed
            yield self.state
            await changed.wait()

    def end(self) -> None:
        """Let everybody go who waits for a state."""
        self._is_ended = True
        self._changed.set()

    async def _catch_up(self, process: Executor) -> None:
        loop = asyncio.get_running_loop()
        while (number := await asyncio.to_thread(self._behind)) is not None:
            editions = list(self.state.editions)
            await _settled(editions[number])
            self._publish(State(tuple(editions), number))
            edition = await loop.run_in_executor(process, converted, editions[number], self._job)
            editions[number] = edition
            self._publish(State(tuple(editions)))
            self._told(edition)

    def _behind(self) -> int | None:
        for number, edition in enumerate(self.state.editions):
            if edition.is_behind:
                return number
        return None

    def _folders(self) -> frozenset[Path]:
        return frozenset().union(*(edition.folders for edition in self.state.editions))

    def _publish(self, state: State) -> None:
        self.state = state
        self._changed.set()
        self._changed = asyncio.Event()


async def _settled(edition: Edition) -> None:
    """Wait until nobody writes its files any more: half a file is an error that nobody made."""
    before: object = None
    while before != (now := await asyncio.to_thread(edition.look)):
        before = now
        await asyncio.sleep(_SETTLING_S)


@contextmanager
def _process() -> Iterator[Executor]:
    """Run a process that converts; at the end it is ended, whatever it is at."""
    # Started afresh on every system: a copy of this process would have its sockets too.
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _end_with_parent)
    # Ctrl-C reaches both processes. This one ends the other; what is ignored here, is there too.
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pool.submit(int)
    finally:
        signal.signal(signal.SIGINT, handler)
    try:
        yield pool
    finally:
        for process in multiprocessing.active_children():
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _end_with_parent() -> None:
    """Let the process that converts end when the one that started it was killed."""

    def wait() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
