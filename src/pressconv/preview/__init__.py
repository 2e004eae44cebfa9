"""Releases → a page on 127.0.0.1 that shows what becomes of them, and follows their changes.

`editions` converts and remembers, `watching` says when a file has changed, `refreshing` converts
what is behind, `site` answers a browser, `serving` runs it all. The page itself is in `page/`:
the one place of pressconv with a script, and none of it stands in an output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.convert import Format
from pressconv.errors import MissingToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressconv.batch import Job
    from pressconv.preview.editions import Edition

FORMATS: Final = (Format.HTML, Format.PDF, Format.TEXT)
"""What a preview shows: `serve` takes a job that makes these, and writes nothing."""

LIBRARIES: Final = ("starlette", "uvicorn", "watchfiles")
"""What the extra `preview` installs."""


def serve(
    sources: Sequence[str],
    job: Job,
    *,
    port: int,
    started: Callable[[str], None],
    converted: Callable[[Edition], None],
) -> None:
    """Serve a preview of the files *sources* until it is interrupted; *port* 0 is any free one.

    *started* is told the address once it answers, *converted* what came of each conversion.

    Raises:
        MissingToolError: the libraries of the extra are not installed.
        ReadError: there is no such file.
        ConfigError: the port is taken, or not ours to take.
        KeyboardInterrupt: it was interrupted.
    """
    try:
        from pressconv.preview.serving import run  # noqa: PLC0415 - only the preview needs them
    except ModuleNotFoundError as error:
        library, _, _ = (error.name or "").partition(".")
        if library not in LIBRARIES:
            raise
        message = f"the preview needs {library}, which is not installed"
        hint = 'install what it needs: pip install "pressconv[preview]"'
        raise MissingToolError(message, hint=hint) from error
    run(sources, job, port=port, started=started, converted=converted)
