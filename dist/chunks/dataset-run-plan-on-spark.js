import{M as e,T as t,d as n,f as r,g as i,s as a,t as o,u as s,v as c,x as l}from"./dataset-escape-commands.js";import{t as u}from"./dataset-usage-error.js";import{once as d}from"node:events";import{mkdir as f,open as p,rm as m,writeFile as h}from"node:fs/promises";import{join as g,resolve as _}from"node:path";import{existsSync as v}from"node:fs";import{spawn as y}from"node:child_process";const b={int32:`INT`,int64:`BIGINT`,double:`DOUBLE`,boolean:`BOOLEAN`,string:`STRING`,timestamp:`TIMESTAMP_LTZ`};function x(e){return typeof e==`string`?b[e]:`list`in e?`ARRAY<${x(e.list)}>`:`STRUCT<${e.struct.map(e=>`${C(e.name)}: ${x(e.type)}`).join(`, `)}>`}function S(e){return e.map(({name:e,type:t})=>`${C(e)} ${x(t)}`).join(`, `)}function C(e){return`\`${e.replaceAll("`","``")}\``}const w=[[`spark.sql.session.timeZone`,`UTC`],[`spark.sql.timestampType`,`TIMESTAMP_LTZ`],[`spark.sql.parquet.inferTimestampNTZ.enabled`,`false`],[`spark.sql.parquet.outputTimestampType`,`TIMESTAMP_MICROS`],[`spark.sql.parquet.datetimeRebaseModeInRead`,`CORRECTED`],[`spark.sql.parquet.datetimeRebaseModeInWrite`,`CORRECTED`],[`spark.sql.ansi.enabled`,`true`],[`spark.sql.ansi.doubleQuotedIdentifiers`,`true`],[`spark.sql.legacy.consecutiveStringLiterals.enabled`,`false`],[`spark.sql.parquet.compression.codec`,`zstd`],[`spark.sql.parquet.writeLegacyFormat`,`false`],[`spark.sql.adaptive.enabled`,`true`],[`spark.sql.adaptive.coalescePartitions.parallelismFirst`,`false`]];function T(e){let t=``;for(let n of e)t+=E(n);return`"${t}"`}function E(e){switch(e){case`"`:return`\\"`;case`\\`:return`\\\\`;case`
`:return`\\n`}if(/^[ -~]$/.test(e))return e;let t=e.codePointAt(0)??0;return t>65535?`\\U${D(t,8)}`:`\\u${D(t,4)}`}function D(e,t){return e.toString(16).padStart(t,`0`)}function O(e,t){return e.split(/(?<=\n)/).map(e=>`${t}${T(e)}`).join(`
`)}function k(e){return`[${e.map(T).join(`, `)}]`}const A=String.raw`
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
`;function j(e,t){return[`"""The dataset of ai-worklog on Apache Spark: runs its SELECTs over staged Parquet files and writes the results as Parquet.

    spark-submit dataset.py --staged s3a://bucket/staged --steps s3a://bucket/steps --results s3a://bucket/results

All workers must be able to read and write these folders.
"""
`,M(`SETTINGS`,w.map(e=>e.map(T))),M(`INPUTS`,e.inputs.map(({view:e,folder:t,columns:n})=>[e,t,S(n)].map(T))),M(`STEPS`,e.steps.map(({name:e,kind:t,sql:n})=>[T(e),T(t),`\n${O(n.trim(),`        `)}`])),M(`OUTPUTS`,e.outputs.map(({folder:e,step:t,select:n,split:r,orderBy:i})=>[T(e),T(t),k(n),r===null?`None`:T(r),k(i)])),`PATHS = {${t===null?``:[`staged`,`steps`,`results`].map(e=>`${T(e)}: ${T(N(t[e]))}`).join(`, `)}}\n`,A].join(`
`)}function M(e,t){return`${e} = [\n${t.map(e=>`    (${e.join(`, `).replaceAll(`, 
`,`,
`)}),\n`).join(``)}]\n`}function N(e){return e.startsWith(`/`)?`file:${e}`:e}const P=/^\S+ \S+ (?:INFO|DEBUG) |^\s+(?:at \S+\(|\.\.\. \d+ more)/;async function F(n,r){let i=(await I(n)).split(`
`).filter(e=>e.trim()!==``&&!P.test(e)).slice(-r).map(e=>e.length>400?`${e.slice(0,400)}…`:e);return o(t(e(i.join(`
`))))}async function I(e){let t=await p(e);try{let{size:e}=await t.stat(),n=Math.max(0,e-65536),r=Buffer.alloc(e-n),{bytesRead:i}=await t.read(r,0,r.length,n);return r.toString(`utf8`,0,i)}finally{await t.close()}}const L=/([ \t]+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\|&;<>()`$*?]+)/y;function R(e){let t=[],n=null;for(let r=0;r<e.length;){L.lastIndex=r;let i=L.exec(e);if(i===null)throw z(e.charAt(r));r=L.lastIndex;let[,a,o,s,c,l]=i;a===void 0?n=(n??``)+(o??s?.replace(/\\(["\\$`])/g,`$1`)??c??l):(n!==null&&t.push(n),n=null)}n!==null&&t.push(n);let[r,...i]=t;if(r===void 0||r===``)throw new u("`--spark-command` names no program. Give one such as `spark-submit --master spark://host:7077`.");return[r,...i]}function z(e){if(e===`'`||e===`"`)return new u(`\`--spark-command\` has a ${e} that is not closed.`);if(e===`\\`)return new u("`--spark-command` ends with a backslash.");let t=/\s/.test(e)?`a line break`:`\`${e}\``;return new u(`\`--spark-command\` holds ${t}, and no shell runs it. Quote it, or put the command into a script and give its path.`)}const B=/^(?:AI_WORKLOG_|GITHUB_TOKEN$|GH_TOKEN$|ACTIONS_|INPUT_)/;async function V(e){let[t,...n]=R(e.command);e.signal.throwIfAborted();for(let t of e.folders)await m(t,{recursive:!0,force:!0});let r=g(e.workFolder,`spark.log`),i=await p(r,`w`,384),a=setInterval(()=>H(e),1e3);try{let a=Object.fromEntries(Object.entries(process.env).filter(([e])=>!B.test(e))),o=await W(y(t,[...n,e.script],{env:a,detached:!0,stdio:[`ignore`,i.fd,i.fd]}),t,e.signal);e.signal.throwIfAborted(),o!==0&&await K(`\`${t}\` ended with ${o}.`,r);let s=e.folders.find(e=>!U(e));s!==void 0&&await K(`\`${t}\` ended well, but ${s} is not complete: do all workers see this folder?`,r),H(e)}finally{clearInterval(a),await i.close()}}function H({folders:e,progress:t}){t.step(`tables on Spark`,e.filter(U).length,e.length)}function U(e){return v(g(e,`_SUCCESS`))}async function W(e,t,n){let r,i=()=>{G(e,`SIGTERM`),r=setTimeout(()=>G(e,`SIGKILL`),5e3)};n.addEventListener(`abort`,i,{once:!0});try{return await d(e,`exit`),e.exitCode??e.signalCode??`no status`}catch(e){let n=e instanceof Error?e.message:String(e);throw new u(`Cannot run \`${t}\`: ${n}. Is it on the PATH? \`--spark-command\` takes a path too.`,{cause:e})}finally{clearTimeout(r),n.removeEventListener(`abort`,i),n.aborted&&G(e,`SIGKILL`)}}function G(e,t){if(e.pid!==void 0)try{process.kill(-e.pid,t)}catch{}}async function K(e,t){let n=await F(t,15);throw new u(`${e} Its log is ${t}${n===``?`, and empty.`:`. It ends with:\n${n}`}`)}const q=[...[...a].map(([e,t])=>({view:`staged_${e}`,folder:e,columns:t})),{view:`staged_diffs`,folder:`diffs`,columns:s},{view:`previous`,folder:`previous`,columns:r},{view:`params`,folder:`params`,columns:n}];function J(e){return{folder:e,step:e,select:[`*`],split:null,orderBy:[]}}async function Y(e,t,{stagedFolder:n,workFolder:r,command:a,outputs:o=[],signal:s,progress:u}){let d=_(r),p={staged:_(n),steps:g(d,`steps`),results:g(d,`results`)},m=[...t.filter(({kind:e})=>e===`view`).map(({name:e})=>J(e)),...o];await f(d,{recursive:!0});let v=g(d,`dataset.py`);await h(v,j({inputs:q,steps:t,outputs:m},p)),await V({command:a,script:v,workFolder:d,folders:[...t.filter(({kind:e})=>e===`table`).map(({name:e})=>g(p.steps,e)),...m.map(e=>g(p.results,e.folder))],signal:s,progress:u});for(let{name:n,kind:r}of t){let t=i(g(r===`table`?p.steps:p.results,n));await c(e,`CREATE VIEW ${l(n)} AS SELECT * FROM ${t}`,s)}}export{Y as runPlanOnSpark};