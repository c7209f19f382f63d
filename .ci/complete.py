"""Whether a source distribution and a wheel hold every file they should: `complete.py DIST`."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

NOT_SHIPPED = {".gitignore"}


def tracked(*under: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", "-z", *under], capture_output=True, check=True)
    return set(filter(None, listed.stdout.decode().split("\0"))) - NOT_SHIPPED


def main(folder: Path) -> None:
    (source,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    with tarfile.open(source) as opened:
        members = {name.partition("/")[2] for name in opened.getnames()}
    with zipfile.ZipFile(wheel) as opened:
        installed = {f"src/{name}" for name in opened.namelist()}
    missing = {"sdist": tracked() - members, "wheel": tracked("src/studypress") - installed}
    for name, files in missing.items():
        for file in sorted(files):
            print(f"{name}: {file} is missing")
    sys.exit(any(missing.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
