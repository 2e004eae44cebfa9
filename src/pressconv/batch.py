"""Many files, one after the other: what fails costs itself only, and nothing is half written."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv.convert import Conversion, Format, convert_all
from pressconv.errors import PressconvError, RefusedError
from pressconv.files import read_file
from pressconv.frozen import dataclass
from pressconv.gaps import shutting_gaps
from pressconv.loading import find_house, load_assets, load_house
from pressconv.notes import MEANT, note
from pressconv.present.dating import on_house_clock
from pressconv.publicity import Bar, keeping_bars, released
from pressconv.readers.xml import read
from pressconv.saving import hold_free, hold_same, save
from pressconv.siblings import kept_back
from pressconv.stages import Options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from pressconv.convert import Proof
    from pressconv.draft import Evidence
    from pressconv.house import House
    from pressconv.model import Release
    from pressconv.notes import Note, Result
    from pressconv.presentation import Metadata
    from pressconv.siblings import Edition

STANDARD_STREAM: Final = "-"

# From the lightest to the gravest: a batch ends with the gravest of its files.
_GRAVITY: Final = (0, 1, 3, 4, 5, 6, 70, 130)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of every file, and where it goes (`None`: nowhere).

    ``public_at`` is the moment at which the files become public, where they do.
    """

    to: tuple[Format, ...]
    folder: Path | None
    options: Options = field(default_factory=Options)
    house: Path | None = None
    force: bool = False
    strict: bool = False
    public_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Batch:
    """What the files of one run share; ``taken`` has what it has written, and from what.

    ``kept`` are the editions that may not be public yet when the others become so.
    """

    job: Job
    stdin: bytes
    kept: frozenset[Edition]
    taken: dict[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: written files or bytes, or the error that stopped it.

    ``written`` are the format, the path and the number of bytes of each file, ``companions`` the
    path and the number of bytes of each that the pages need beside them.
    ``claims`` are the standards that the PDF says it conforms to, ``title`` is the headline.
    ``facts`` and ``dropped`` are where an import put words that are no text of the release.
    """

    source: str
    written: tuple[tuple[str, Path, int], ...] = ()
    data: dict[Format, bytes] = field(default_factory=dict)
    proof: Proof | None = None
    metadata: Metadata | None = None
    notes: tuple[Note, ...] = ()
    error: PressconvError | None = None
    facts: tuple[Evidence, ...] = ()
    dropped: tuple[Evidence, ...] = ()
    companions: tuple[tuple[Path, int], ...] = ()
    claims: tuple[str, ...] = ()
    title: str = ""

    @property
    def exit_code(self) -> int:
        """0, or that of the error."""
        return self.error.exit_code if self.error else 0


def gravest(codes: Sequence[int]) -> int:
    """Return the gravest of exit *codes*."""
    return max(codes, key=_GRAVITY.index, default=0)


def convert_files(sources: Sequence[str], job: Job, stdin: bytes = b"") -> Iterator[Outcome]:
    """Convert every file of *sources*; "-" stands for *stdin*. Yields as it goes."""
    batch = _Batch(job, stdin, _kept_back(sources, job))
    for source in sources:
        notes: list[Note] = []
        try:
            yield _convert_file(source, batch, notes)
        except PressconvError as error:
            yield Outcome(source, notes=tuple(notes), error=error)


def check_files(sources: Sequence[str], *, strict: bool, stdin: bytes = b"") -> Iterator[Outcome]:
    """Read every file and its images, and list what `convert` would refuse; write nothing."""
    for source in sources:
        notes: list[Note] = []
        try:
            release = _read(source, stdin, notes)
            load_assets(release, _folder(source))
            problems = tuple(shutting_gaps(release))
            if problems:
                raise RefusedError("convert would refuse it", problems=problems)
            hold_notes(notes, strict=strict)
        except PressconvError as error:
            yield Outcome(source, notes=tuple(notes), error=error)
        else:
            yield Outcome(source, notes=tuple(notes))


def _convert_file(source: str, batch: _Batch, notes: list[Note]) -> Outcome:
    job, taken = batch.job, batch.taken
    release = _read(source, batch.stdin, notes)
    targets = {} if job.folder is None else _targets(release, job, job.folder, source, taken)
    house = _house(source, job)
    if job.public_at:
        _hold_public(release, job.public_at, house)
        editions = (one.hreflang for one in release.head.editions)
        unnamed = [one for one in editions if (release.id, one) in batch.kept]
        notes += (note("edition-kept", release.head.place, tag=one) for one in unnamed)
        release = released(release, job.public_at, kept=unnamed)
    assets = load_assets(release, _folder(source))
    made: Result[Conversion] = convert_all(
        release, to=job.to, options=job.options, assets=assets, house=house
    )
    notes += made.notes
    hold_notes(notes, strict=job.strict)
    files = made.value.files
    folder, companions = job.folder or Path(), made.value.companions
    beside = {folder / path: data for path, data in companions.items()}
    # What pages need first: none of them ever stands without it.
    new = {
        path: data
        for path, data in beside.items()
        if not hold_same(path, data, source, force=job.force)
    }
    save(new | {path: files[one] for one, path in targets.items()})
    taken.update(dict.fromkeys(targets.values(), source))
    written = tuple((one, path, len(files[one])) for one, path in targets.items())
    return Outcome(
        source,
        written,
        files if job.folder is None else {},
        made.value.proof,
        made.value.metadata,
        notes=tuple(notes),
        companions=tuple((path, len(data)) for path, data in beside.items()),
        claims=made.value.claims,
        title=made.value.title,
    )


def _kept_back(sources: Sequence[str], job: Job) -> frozenset[Edition]:
    """Return the editions that may not be public when the others become so."""
    if not job.public_at:
        return frozenset()
    files = (one for one in sources if one != STANDARD_STREAM)
    return kept_back(files, job.public_at, lambda source: _house(source, job))


def _hold_public(release: Release, at: datetime, house: House) -> None:
    """Refuse what may not be public at that moment.

    Raises:
        RefusedError: something keeps it from the public.
    """
    kept = keeping_bars(release, at, house=house)
    if kept:
        distribution = release.head.distribution
        until = distribution.until if distribution else None
        end = f" until {on_house_clock(until, house).isoformat()}" if until else ""
        why = ", ".join(f"{one}{end if one is Bar.EMBARGOED else ''}" for one in kept)
        now = on_house_clock(at, house).isoformat(timespec="seconds")
        message = f"not for the public at {now}: {why}"
        hint = "make it without --public for those who may have it"
        raise RefusedError(message, place=release.head.place, hint=hint)


def read_source(source: str, stdin: bytes = b"") -> Result[Release]:
    """Read the release in the file *source*; "-" stands for *stdin*.

    Raises:
        InputError: the file cannot be read, or is no release.
    """
    data = stdin if source == STANDARD_STREAM else read_file(Path(source))
    return read(data, name=source)


def _read(source: str, stdin: bytes, notes: list[Note]) -> Release:
    result = read_source(source, stdin)
    notes += result.notes
    return result.value


def _folder(source: str) -> Path:
    return Path() if source == STANDARD_STREAM else Path(source).parent


def _house(source: str, job: Job) -> House:
    return load_house(job.house) if job.house else find_house(_folder(source))


def hold_notes(notes: Sequence[Note], *, strict: bool) -> None:
    """Refuse a release that has notes on what may be wrong, where that was asked for.

    Raises:
        RefusedError: it has some.
    """
    doubts = [one for one in notes if one.code not in MEANT]
    if strict and doubts:
        raise RefusedError(f"there are {len(doubts)} notes, and --strict refuses them")


def _targets(
    release: Release, job: Job, folder: Path, source: str, taken: dict[Path, str]
) -> dict[Format, Path]:
    """Return where each format goes.

    Raises:
        RefusedError: a file is there already, or another input of the batch has the same name.
    """
    targets = {}
    for one in job.to:
        path = folder / f"{release.id}.{release.lang}.{one.suffix}"
        hold_free(path, source, taken, force=job.force)
        targets[one] = path
    return targets
