"""Named versions of Debian packages → the font files of this folder, byte for byte.

    python fonts/build.py           fetch the packages with apt-get and write the files
    python fonts/build.py --check   compare the files that are here with fonts.toml, offline

Nothing is changed on the way: each file has the hash that fonts.toml gives, or nothing is
written. The licence texts are committed by hand; they are only checked.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import lzma
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
LICENCE = "OFL.txt"

AR_MAGIC = b"!<arch>\n"
AR_HEADER = 60  # name 16, date 12, owner 6, group 6, mode 8, size 10, end 2 (deb(5), ar(5))


class FontError(Exception):
    """A package or a file is not the one that fonts.toml names."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a family: where it belongs, what it must be, where it comes from."""

    path: Path
    sha256: str
    package: str


@dataclass(frozen=True, slots=True)
class Package:
    """One Debian package that holds font files in *folder*."""

    name: str
    version: str
    sha256: str
    folder: str


def read_manifest(manifest: Path = HERE / "fonts.toml") -> tuple[list[Package], list[FontFile]]:
    """Return the packages that fonts.toml names, and every file that should be here."""
    data = tomllib.loads(manifest.read_text(encoding="utf-8"))
    packages = [Package(**package) for package in data["package"]]
    files = []
    for family in data["family"]:
        folder = manifest.parent / family["folder"]
        files += [
            FontFile(folder / file["name"], file["sha256"], family["package"])
            for file in family["file"]
        ]
        files.append(FontFile(folder / LICENCE, family["licence_sha256"], ""))
    return packages, files


def faults(files: list[FontFile]) -> list[str]:
    """Return what is wrong with the files that are here: missing, changed, or unknown ones."""
    found = []
    for file in files:
        if not file.path.is_file():
            found.append(f"{file.path.relative_to(HERE)}: missing")
        elif sha256(file.path.read_bytes()) != file.sha256:
            found.append(f"{file.path.relative_to(HERE)}: not the file that fonts.toml names")
    known = {file.path for file in files}
    there = (path for path in sorted(HERE.glob("*/*")) if path.parent.name != "__pycache__")
    return found + [
        f"{path.relative_to(HERE)}: not in fonts.toml" for path in there if path not in known
    ]


def fetch(package: Package) -> bytes:
    """Return the package as apt-get downloads it.

    Raises:
        FontError: it is not to be had, or its hash differs.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = ["apt-get", "-qq", "download", f"{package.name}={package.version}"]
        try:
            # As root, apt cannot hand this folder to its own user, and says so on stderr.
            subprocess.run(command, cwd=folder, check=True, stderr=subprocess.PIPE, text=True)
        except OSError as error:
            raise FontError(
                f"apt-get is needed, so run this on Debian or Ubuntu: {error}"
            ) from error
        except subprocess.CalledProcessError as error:
            raise FontError(f"{command[-1]} is not to be had:\n{error.stderr}") from error
        (deb,) = Path(folder).glob("*.deb")
        data = deb.read_bytes()
    if sha256(data) != package.sha256:
        raise FontError(
            f"{package.name} {package.version} is not the package that fonts.toml names"
        )
    return data


def unpack(deb: bytes) -> dict[str, bytes]:
    """Return every regular file of a Debian package by its path without the leading "./"."""
    members = dict(_ar_members(deb))
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(members["data.tar.xz"]))) as archive:
        return {
            member.name.removeprefix("./"): content.read()
            for member in archive
            if member.isfile() and (content := archive.extractfile(member))
        }


def _ar_members(deb: bytes) -> Iterator[tuple[str, bytes]]:
    if not deb.startswith(AR_MAGIC):
        raise FontError("this is no Debian package")
    position = len(AR_MAGIC)
    while position + AR_HEADER <= len(deb):
        header = deb[position : position + AR_HEADER]
        size = int(header[48:58])
        start = position + AR_HEADER
        yield header[:16].decode("ascii").strip().rstrip("/"), deb[start : start + size]
        position = start + size + size % 2  # members begin at even positions


def sha256(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def build(packages: list[Package], files: list[FontFile]) -> None:
    """Write every font file, once all of them have proved to be the right ones.

    Raises:
        FontError: a package or a file in it is another one.
    """
    contents: dict[Path, bytes] = {}
    for package in packages:
        print(f"fetching {package.name} {package.version} …", flush=True)
        unpacked = unpack(fetch(package))
        for file in files:
            if file.package == package.name:
                contents[file.path] = unpacked[f"{package.folder}/{file.path.name}"]
    wrong = [f.path.name for f in files if f.package and sha256(contents[f.path]) != f.sha256]
    if wrong:
        raise FontError(f"other files than fonts.toml names: {', '.join(wrong)}")
    for path, data in contents.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def main() -> None:
    """Build or check, as the command line asks."""
    parser = argparse.ArgumentParser(
        description="Make the font folder, or check it against fonts.toml."
    )
    parser.add_argument(
        "--check", action="store_true", help="only check the files that are here; offline"
    )
    arguments = parser.parse_args()
    packages, files = read_manifest()
    try:
        if not arguments.check:
            build(packages, files)
    except FontError as error:
        sys.exit(f"error: {error}")
    if found := faults(files):
        sys.exit("\n".join(found))
    print(f"{len(files)} files are what fonts.toml says")


if __name__ == "__main__":
    main()
