"""Reads every table of a dataset with DuckDB and with Apache Spark; prints the rows as JSON.

Both have to give the same types for every column, nested ones too, the same number of values in every column, and for
flat tables the same rows.
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

found = {}
for name, splits in read_tables(folder).items():
    found[name] = {}
    for split, count in splits.items():
        paths = sorted(str(path) for path in (folder / "data" / name).glob(f"{split}-*.parquet"))
        near = database.read_parquet(paths)
        far = spark.read.parquet(*paths)
        place = f"{name}/{split}"
        near_types = {column: duckdb_type(kind) for column, kind in zip(near.columns, near.types)}
        expect({field.name: spark_type(field.dataType) for field in far.schema.fields}, near_types, f"types of {place}")
        quoted = [f'"{column}"' for column in near.columns]
        near_counts = near.aggregate(", ".join(["count(*)", *(f"count({column})" for column in quoted)])).fetchall()[0]
        far_counts = far.agg(
            functions.count(functions.lit(1)), *(functions.count(far[column]) for column in far.columns)
        ).first()
        expect(tuple(far_counts), near_counts, f"values of {place}")
        expect(near_counts[0], count, f"rows of {place}")
        if all(kind in ("string", "int64", "int32", "double", "boolean") for kind in near_types.values()):
            near_rows = sorted(map(repr, near.fetchall()))
            expect(sorted(repr(tuple(row)) for row in far.collect()) == near_rows, True, f"rows of {place} are equal")
        found[name][split] = near_counts[0]
spark.stop()
print(json.dumps(found))
