// A standalone Spark cluster of the pip package: a master and two workers, each a process, on the loopback interface only.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { findJavaHome } from './java-home.ts'

export interface SparkCluster {
  /** For `--spark-command`. */
  command: string
  /**
   * Kills one worker with its executor, without a chance to say goodbye, at a moment when a task of it runs, and gives the
   * number of that task. `log` is the driver’s; nothing happens before it holds `after`.
   */
  killBusyWorker(log: string, after: string): Promise<string>
  stop(): Promise<void>
}

interface Worker {
  process: ChildProcess
  /** Spark makes `<folder>/<application>/<executor>/` in it. */
  folder: string
}

/** The processes live for minutes and hold little: without the second compiler and its threads they need a third less time. */
const javaOptions = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1'

/** How a driver is started, with the master’s URL or `local[2]`. */
export function sparkCommand(python: string, master: string): string {
  const env = Object.entries(sparkEnv(python)).map(([name, value]) => `${name}=${value}`)
  const settings = [
    'spark.ui.enabled=false',
    'spark.sql.shuffle.partitions=4',
    'spark.default.parallelism=4',
    `spark.executor.extraJavaOptions=${javaOptions}`,
  ]
  const words = [
    'env',
    ...env,
    join(sparkHome(python), 'bin', 'spark-submit'),
    ...['--master', master, '--driver-memory', '700m', '--executor-memory', '600m'],
    ...['--driver-java-options', javaOptions],
    ...settings.flatMap((setting) => ['--conf', setting]),
  ]
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
}

/** Starts in `folder`; every process is gone after `stop`. */
export async function startSparkCluster(python: string, folder: string): Promise<SparkCluster> {
  const started: ChildProcess[] = []
  const stopped = new AbortController()
  const stop = async () => {
    stopped.abort(new Error('The cluster was stopped'))
    await Promise.all(started.map(killGroup))
  }
  const start = async (name: string, args: string[], ready: RegExp) => {
    const { child, found } = await startDaemon(python, name, args, ready, (process) => started.push(process))
    return { process: child, found }
  }
  try {
    const master = await start(
      'master.Master',
      ['--host', '127.0.0.1', '--port', '0', '--webui-port', '0'],
      /Starting Spark master at (spark:\S+)/,
    )
    const workers: Worker[] = []
    for (const number of [1, 2]) {
      const workFolder = join(folder, `worker-${number}`)
      mkdirSync(workFolder, { recursive: true })
      const args = [
        '--host',
        '127.0.0.1',
        '--port',
        '0',
        '--webui-port',
        '0',
        '--cores',
        '1',
        '--memory',
        '700M',
        '--work-dir',
        workFolder,
      ]
      const worker = await start(
        'worker.Worker',
        [...args, master.found],
        /(Successfully registered with master)/,
      )
      workers.push({ process: worker.process, folder: workFolder })
    }
    return {
      command: sparkCommand(python, master.found),
      killBusyWorker: (log, after) => killBusyWorker(workers, log, after, stopped.signal),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function killBusyWorker(
  workers: readonly Worker[],
  log: string,
  after: string,
  signal: AbortSignal,
): Promise<string> {
  for (;;) {
    await setTimeout(100, undefined, { signal })
    const text = readLog(log)
    if (!text.includes(after)) continue
    for (const worker of workers) {
      const executor = executorOf(worker)
      if (executor === null || runningTasks(text, executor).length === 0) continue
      // Frozen, so that no task can end between the look and the kill. What was under way to the driver arrives meanwhile.
      signalGroup(worker.process, 'SIGSTOP')
      await setTimeout(500)
      const [task] = runningTasks(readLog(log), executor)
      if (task === undefined) {
        signalGroup(worker.process, 'SIGCONT')
        continue
      }
      await killGroup(worker.process)
      return task
    }
  }
}

function executorOf({ folder }: Worker): string | null {
  const [application] = readdirSync(folder).filter((name) => name.startsWith('app-'))
  if (application === undefined) return null
  return readdirSync(join(folder, application))[0] ?? null
}

/** The numbers of tasks that `executor` was given and of which nobody has heard since. */
function runningTasks(log: string, executor: string): string[] {
  const running = new Set<string>()
  for (const [, begun, on, ended] of log.matchAll(
    /Starting task \S+ in stage \S+ \(TID (\d+)\) \([^,]+,\s?executor (\d+)|\(TID (\d+)\) (?:in|failed)/g,
  )) {
    if (begun !== undefined && on === executor) running.add(begun)
    if (ended !== undefined) running.delete(ended)
  }
  return [...running]
}

function readLog(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function startDaemon(
  python: string,
  name: string,
  args: readonly string[],
  ready: RegExp,
  onStart: (child: ChildProcess) => void,
): Promise<{ child: ChildProcess; found: string }> {
  const env = {
    ...process.env,
    ...sparkEnv(python),
    SPARK_DAEMON_MEMORY: '512m',
    SPARK_DAEMON_JAVA_OPTS: javaOptions,
    SPARK_MASTER_OPTS: '-Dspark.master.rest.enabled=false',
  }
  const program = join(sparkHome(python), 'bin', 'spark-class')
  const child = spawn(program, [`org.apache.spark.deploy.${name}`, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onStart(child)
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line)
    const found = ready.exec(line)?.[1]
    if (found === undefined) continue
    // Nobody reads on, and a full pipe would stop it.
    child.stderr.resume()
    return { child, found }
  }
  throw new Error(`Spark’s ${name} ended before it was ready:\n${said.slice(-20).join('\n')}`)
}

function sparkHome(python: string): string {
  const { stdout, status } = spawnSync(python, ['-c', 'import pyspark; print(pyspark.__path__[0])'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${python} has no pyspark`)
  return stdout.trim()
}

function sparkEnv(python: string): Record<string, string> {
  return {
    JAVA_HOME: findJavaHome(),
    SPARK_HOME: sparkHome(python),
    PYSPARK_PYTHON: python,
    SPARK_LOCAL_IP: '127.0.0.1',
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, signal)
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  signalGroup(child, 'SIGKILL')
  await gone
}
