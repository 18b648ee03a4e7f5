// The part of the script that is the same for every plan. It needs Python 3.9 and pyspark, and works over Spark Connect too.

/** Python. What comes before it defines `SETTINGS`, `INPUTS`, `STEPS`, `OUTPUTS` and `PATHS`. */
export const scriptBody = String.raw`
import argparse
import re
import sys
import time
import traceback
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait

from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, text in (
        ("staged", "folder with one folder of Parquet files for each staged table"),
        ("steps", "folder for what is read more than once; may be deleted afterwards"),
        ("results", "folder for the results; what is there under the same names is replaced"),
    ):
        known = PATHS.get(name)
        parser.add_argument("--" + name, default=known, required=known is None, help=text)
    return parser.parse_args()


def start_session():
    builder = SparkSession.builder.appName("ai-worklog dataset")
    for key, value in SETTINGS:
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    # A managed service hands out a session that is there already.
    for key, value in SETTINGS:
        session.conf.set(key, value)
    return session


def join(folder, name):
    return folder.rstrip("/") + "/" + name


def literal(path):
    """The path itself, even if it holds what Hadoop reads as a pattern."""
    return re.sub(r"([\\\[\]{}*?])", r"\\\1", path)


def quoted(name):
    mark = chr(96)
    return mark + name.replace(mark, 2 * mark) + mark


def run_step(session, folder, name, kind, sql):
    frame = session.sql(sql)
    if kind == "table":
        # Files, not a cache: they outlive a lost worker, and they cut the plan, which grows with every round of labels.
        path = join(folder, name)
        frame.write.mode("overwrite").parquet(path)
        frame = session.read.schema(frame.schema).parquet(literal(path))
    frame.createOrReplaceTempView(name)


def write_output(session, results, folder, step, columns, split, order):
    """Files in the order of their names hold the rows in total order. Spark adds _SUCCESS when all of them are there."""
    parted = [split] if split else []
    frame = session.table(step).selectExpr(*columns, *parted)
    if parted or order:
        frame = frame.orderBy(*(F.col(quoted(key)).asc_nulls_last() for key in parted + order))
    writer = frame.write.mode("overwrite")
    if split:
        writer = writer.partitionBy(split)
    writer.parquet(join(results, folder))


def timed(title, run, *rest):
    start = time.time()
    try:
        run(*rest)
    except Exception as error:
        traceback.print_exc()
        sys.exit("ai-worklog: %s failed: %s" % (title, error))
    print("ai-worklog: %s, %.1f s" % (title, time.time() - start), file=sys.stderr, flush=True)


def main():
    paths = arguments()
    session = start_session()
    for view, folder, schema in INPUTS:
        reader = session.read.schema(schema).option("pathGlobFilter", "*.parquet")
        reader.parquet(literal(join(paths.staged, folder))).createOrReplaceTempView(view)
    for step in STEPS:
        timed("step " + step[0], run_step, session, paths.steps, *step)
    # Side by side: most results are too small to keep a cluster busy.
    with ThreadPoolExecutor(max_workers=4) as pool:
        started = [
            pool.submit(timed, "result " + output[0], write_output, session, paths.results, *output) for output in OUTPUTS
        ]
        done, waiting = wait(started, return_when=FIRST_EXCEPTION)
        for output in waiting:
            output.cancel()
    for output in done:
        output.result()
    session.stop()


if __name__ == "__main__":
    main()
`
