"""Opens every configuration and split of a dataset's folder with Hugging Face `datasets`; prints the rows as JSON.

Beyond opening: the features that the card states are those of the Parquet files, so that nothing is cast; the JSONL
files hold the same rows; reading by streaming gives them, too.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HOME"] = tempfile.mkdtemp()

import datasets
import pyarrow.parquet
from huggingface_hub import DatasetCard
from manifest import expect, read_manifest, read_tables

datasets.disable_progress_bars()
folder = str(Path(sys.argv[1]).resolve())


def open_split(config, split, cache):
    rows = datasets.load_dataset(folder, config, split=split, cache_dir=cache, verification_mode="all_checks")
    stored = datasets.Features.from_arrow_schema(
        pyarrow.parquet.read_schema(next(Path(folder, "data", config).glob(f"{split}-*.parquet")))
    )
    expect(dict(rows.features), dict(stored), f"features of {config}/{split}")
    streamed = datasets.load_dataset(folder, config, split=split, cache_dir=cache, streaming=True)
    expect(sum(1 for _ in streamed), len(rows), f"streamed rows of {config}/{split}")
    paths = sorted(str(path) for path in Path(folder, "jsonl", config).glob(f"{split}-*.jsonl"))
    lines = datasets.load_dataset(
        "json", data_files=paths, features=rows.features, split="train", cache_dir=cache
    )
    expect(lines.to_list() == rows.to_list(), True, f"JSONL of {config}/{split} has the rows of its Parquet files")
    return len(rows)


expect(DatasetCard.load(Path(folder, "README.md")).data.pretty_name, read_manifest(folder)["name"], "pretty_name")
with tempfile.TemporaryDirectory() as cache:
    tables = read_tables(folder)
    expect(sorted(datasets.get_dataset_config_names(folder)), sorted(tables), "configurations")
    found = {}
    for config, splits in tables.items():
        expect(sorted(datasets.get_dataset_split_names(folder, config)), sorted(splits), f"splits of {config}")
        found[config] = {split: open_split(config, split, cache) for split in splits}
    expect(found, tables, "rows")
    whole = datasets.load_dataset(folder, cache_dir=cache)
    expect({split: len(rows) for split, rows in whole.items()}, tables["records"], "rows of the default")
    print(json.dumps(found))
