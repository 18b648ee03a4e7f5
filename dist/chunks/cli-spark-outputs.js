import{o as e}from"./cli-staged.js";import{n as t,r as n,t as r}from"./cli-inputs.js";const i={int32:`INT`,int64:`BIGINT`,double:`DOUBLE`,boolean:`BOOLEAN`,string:`STRING`,timestamp:`TIMESTAMP_LTZ`};function a(e){return typeof e==`string`?i[e]:`list`in e?`ARRAY<${a(e.list)}>`:`STRUCT<${e.struct.map(e=>`${s(e.name)}: ${a(e.type)}`).join(`, `)}>`}function o(e){return e.map(({name:e,type:t})=>`${s(e)} ${a(t)}`).join(`, `)}function s(e){return`\`${e.replaceAll("`","``")}\``}const c=[[`spark.sql.session.timeZone`,`UTC`],[`spark.sql.timestampType`,`TIMESTAMP_LTZ`],[`spark.sql.parquet.inferTimestampNTZ.enabled`,`false`],[`spark.sql.parquet.outputTimestampType`,`TIMESTAMP_MICROS`],[`spark.sql.parquet.datetimeRebaseModeInRead`,`CORRECTED`],[`spark.sql.parquet.datetimeRebaseModeInWrite`,`CORRECTED`],[`spark.sql.ansi.enabled`,`true`],[`spark.sql.ansi.doubleQuotedIdentifiers`,`true`],[`spark.sql.legacy.consecutiveStringLiterals.enabled`,`false`],[`spark.sql.parquet.compression.codec`,`zstd`],[`spark.sql.parquet.writeLegacyFormat`,`false`],[`spark.sql.adaptive.enabled`,`true`],[`spark.sql.adaptive.coalescePartitions.parallelismFirst`,`false`]];function l(e){let t=``;for(let n of e)t+=u(n);return`"${t}"`}function u(e){switch(e){case`"`:return`\\"`;case`\\`:return`\\\\`;case`
`:return`\\n`}if(/^[ -~]$/.test(e))return e;let t=e.codePointAt(0)??0;return t>65535?`\\U${d(t,8)}`:`\\u${d(t,4)}`}function d(e,t){return e.toString(16).padStart(t,`0`)}function f(e,t){return e.split(/(?<=\n)/).map(e=>`${t}${l(e)}`).join(`
`)}function p(e){return`[${e.map(l).join(`, `)}]`}const m=String.raw`
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
`;function h(e,t){return[`"""The dataset of ai-worklog on Apache Spark: runs its SELECTs over staged Parquet files and writes the results as Parquet.

    spark-submit dataset.py --staged s3a://bucket/staged --steps s3a://bucket/steps --results s3a://bucket/results

All workers must be able to read and write these folders.
"""
`,g(`SETTINGS`,c.map(e=>e.map(l))),g(`INPUTS`,e.inputs.map(({view:e,folder:t,columns:n})=>[e,t,o(n)].map(l))),g(`STEPS`,e.steps.map(({name:e,kind:t,sql:n})=>[l(e),l(t),`\n${f(n.trim(),`        `)}`])),g(`OUTPUTS`,e.outputs.map(({folder:e,step:t,select:n,split:r,orderBy:i})=>[l(e),l(t),p(n),r===null?`None`:l(r),p(i)])),`PATHS = {${t===null?``:[`staged`,`steps`,`results`].map(e=>`${l(e)}: ${l(_(t[e]))}`).join(`, `)}}\n`,m].join(`
`)}function g(e,t){return`${e} = [\n${t.map(e=>`    (${e.join(`, `).replaceAll(`, 
`,`,
`)}),\n`).join(``)}]\n`}function _(e){return e.startsWith(`/`)?`file:${e}`:e}const v=[...[...e].map(([e,t])=>({view:`staged_${e}`,folder:e,columns:t})),{view:`staged_diffs`,folder:`diffs`,columns:r},{view:`previous`,folder:`previous`,columns:n},{view:`params`,folder:`params`,columns:t}];function y({name:e,columns:t,key:n}){return{folder:`data/${e}`,step:e,select:t.map(e=>`${x(e)} AS ${s(e.name)}`),split:`split`,orderBy:n}}function b(e){return{folder:e,step:e,select:[`*`],split:null,orderBy:[]}}function x(e){return e.wrap?S(e.wrap,e):s(e.name)}function S(e,t){if(`messages`in e)return`array(${e.messages.map(({role:e,text:t})=>`named_struct('role', ${w(e)}, 'content', ${s(t)})`).join(`, `)})`;if(`struct`in e)return`named_struct(${e.struct.map(({name:e,wrap:n})=>`${w(e)}, ${S(n,C(t,e))}`).join(`, `)})`;if(`column`in e)return s(e.column);if(`emptyList`in e)return`CAST(array() AS ${a(t.type)})`;let{constant:n}=e;return`CAST(${typeof n==`string`?w(n):String(n)} AS ${a(t.type)})`}function C({name:e,type:t},n){let r=(typeof t==`object`&&`struct`in t?t.struct:[]).find(e=>e.name===n);if(!r)throw Error(`\`${e}\` has no field \`${n}\``);return r}function w(e){if(e.includes(`\\`))throw Error(`Spark takes no backslash in \`${e}\``);return`'${e.replaceAll(`'`,`''`)}'`}export{h as i,b as n,v as r,y as t};