"""What the other scripts read of a dataset's manifest.json."""

import json
from pathlib import Path


def read_manifest(folder):
    """The whole."""
    return json.loads((Path(folder) / "manifest.json").read_text("utf-8"))


def read_tables(folder):
    """Rows by split, by name of the table or view; those without rows are left out."""
    tables = {
        table["name"]: {part["split"]: part["rows"] for part in table["splits"]}
        for table in read_manifest(folder)["tables"]
    }
    return {name: splits for name, splits in tables.items() if splits}


def read_files(folder):
    """Every file that the manifest lists."""
    return read_manifest(folder)["files"]


def expect(actual, expected, what):
    """Ends the program with a message when the two differ."""
    if actual != expected:
        raise SystemExit(f"{what}: got {actual!r}, expected {expected!r}")
