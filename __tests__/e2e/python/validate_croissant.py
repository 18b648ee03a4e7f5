"""Validates a dataset's croissant.json with `mlcroissant` and reads its record sets; prints the rows read as JSON."""

import hashlib
import itertools
import json
import logging
import subprocess
import sys
import warnings
from pathlib import Path

import mlcroissant
from manifest import expect, read_files, read_tables

# Reading nested rows takes it 20 ms a row: of a table with lists or structs no more than this many are read.
MOST_NESTED = 200

folder = Path(sys.argv[1]).resolve()
description = folder / "croissant.json"

program = Path(sys.executable).parent / "mlcroissant"
run = subprocess.run(
    [str(program), "validate", "--jsonld", str(description)], capture_output=True, text=True, check=False
)
expect(run.returncode, 0, f"mlcroissant validate: {run.stderr}")
said = [line for line in run.stderr.splitlines() if "Done." not in line and line.strip()]
expect(said, [], "warnings of mlcroissant validate")

raw = json.loads(description.read_text("utf-8"))
expect(raw["conformsTo"], "http://mlcommons.org/croissant/1.1", "conformsTo")
files = {file["@id"]: file for file in raw["distribution"] if file["@type"] == "cr:FileObject"}
listed = {file["path"]: file for file in read_files(folder) if file["rows"] is not None}
expect(sorted(files), sorted(listed), "files")
for path, file in files.items():
    content = (folder / path).read_bytes()
    expect(file["sha256"], hashlib.sha256(content).hexdigest(), f"sha256 of {path}")
    expect(file["contentSize"], f"{len(content)} B", f"contentSize of {path}")

warnings.simplefilter("ignore")
logging.disable(logging.ERROR)
dataset = mlcroissant.Dataset(jsonld=str(description))
expect(dataset.metadata.version, raw["version"], "version")
tables = read_tables(folder)
expect(
    sorted(record_set.id for record_set in dataset.metadata.record_sets),
    sorted([*tables, "splits"]),
    "record sets",
)

found = {}
for name, splits in tables.items():
    fields = next(record_set.fields for record_set in dataset.metadata.record_sets if record_set.id == name)
    nested = any(field.sub_fields or field.is_array for field in fields)
    rows = list(itertools.islice(dataset.records(name), MOST_NESTED if nested else None))
    total = sum(splits.values())
    expect(len(rows), min(total, MOST_NESTED) if nested else total, f"records of {name}")
    expect({row[f"{name}/split"].decode() for row in rows} <= set(splits), True, f"splits of {name}")
    found[name] = len(rows)
    if not nested:
        for split, count in splits.items():
            only = list(dataset.records(name, filters={f"{name}/split": split}))
            expect(len(only), count, f"records of {name} in {split}")
print(json.dumps(found))
