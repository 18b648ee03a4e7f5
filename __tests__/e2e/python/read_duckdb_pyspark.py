"""Reads every table of a dataset with DuckDB and with Apache Spark; prints the rows as JSON.

Both have to give the same types for every column, nested ones too; for flat tables the same rows, and for the others the
same number of values in every column.
"""

import json
import sys
from pathlib import Path

import duckdb
from manifest import expect, read_tables
from pyspark.sql import SparkSession, functions, types

SCALARS = {
    "varchar": "string",
    "bigint": "int64",
    "integer": "int32",
    "double": "double",
    "boolean": "boolean",
    "timestamp with time zone": "timestamp",
}
SPARK_SCALARS = {
    types.StringType: "string",
    types.LongType: "int64",
    types.IntegerType: "int32",
    types.DoubleType: "double",
    types.BooleanType: "boolean",
    types.TimestampType: "timestamp",
}


def duckdb_type(kind):
    if kind.id == "list":
        return {"list": duckdb_type(kind.children[0][1])}
    if kind.id == "struct":
        return {"struct": {name: duckdb_type(child) for name, child in kind.children}}
    return SCALARS[kind.id]


def spark_type(kind):
    if isinstance(kind, types.ArrayType):
        return {"list": spark_type(kind.elementType)}
    if isinstance(kind, types.StructType):
        return {"struct": {field.name: spark_type(field.dataType) for field in kind.fields}}
    return SPARK_SCALARS[type(kind)]


folder = Path(sys.argv[1]).resolve()
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)
database = duckdb.connect()
database.execute("SET TimeZone = 'UTC'")


def check_splits(name, splits):
    """Reads each split with DuckDB; gives the types, which all splits share."""
    kinds = None
    for split, count in splits.items():
        rows = database.read_parquet(find_files(name, split))
        found = {column: duckdb_type(kind) for column, kind in zip(rows.columns, rows.types)}
        kinds = kinds or found
        expect(found, kinds, f"types of {name}/{split}")
        expect(rows.aggregate("count(*)").fetchall()[0][0], count, f"rows of {name}/{split}")
    return kinds


def find_files(name, split):
    return sorted(str(path) for path in (folder / "data" / name).glob(f"{split}-*.parquet"))


tables = read_tables(folder)
for name, splits in tables.items():
    kinds = check_splits(name, splits)
    paths = [path for split in splits for path in find_files(name, split)]
    near = database.read_parquet(paths)
    far = spark.read.parquet(*paths)
    expect({field.name: spark_type(field.dataType) for field in far.schema.fields}, kinds, f"types of {name}")
    if all(isinstance(kind, str) and kind != "timestamp" for kind in kinds.values()):
        near_rows = sorted(map(repr, near.fetchall()))
        expect(sorted(repr(tuple(row)) for row in far.collect()) == near_rows, True, f"rows of {name} are equal")
    else:
        counts = ", ".join(["count(*)", *(f'count("{column}")' for column in near.columns)])
        far_counts = far.agg(
            functions.count(functions.lit(1)), *(functions.count(far[column]) for column in far.columns)
        ).first()
        expect(tuple(far_counts), near.aggregate(counts).fetchall()[0], f"values of {name}")
spark.stop()
print(json.dumps(tables))
