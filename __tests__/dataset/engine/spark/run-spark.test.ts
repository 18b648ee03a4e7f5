import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { runSpark } from '../../../../src/dataset/engine/spark/run-spark.ts'
import { UsageError } from '../../../../src/report/usage-error.ts'
import { silent } from '../../../../src/runtime/progress.ts'

/** Runs `body`, a script of Node, in the place of Spark; `args` are what `--spark-command` says after the program. */
function setUp(t: TestContext, body: string, args = '') {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-run-spark-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const script = join(folder, 'script.mjs')
  writeFileSync(
    script,
    `import { mkdirSync, writeFileSync } from 'node:fs'\nconst folder = ${JSON.stringify(folder)}\n${body}`,
  )
  const results = join(folder, 'results')
  const run = (signal = new AbortController().signal, command = `'${process.execPath}' ${args}`) =>
    runSpark({
      command,
      script,
      workFolder: folder,
      folders: ['a', 'data/b'].map((name) => join(results, name)),
      signal,
      progress: silent,
    })
  return { folder, results, run }
}

const succeed = `
for (const name of ['a', 'data/b']) {
  mkdirSync(folder + '/results/' + name, { recursive: true })
  writeFileSync(folder + '/results/' + name + '/_SUCCESS', '')
}
`

describe('runSpark', () => {
  it('ends when every result has its mark, and leaves what was said in the log', async (t) => {
    const { folder, run } = setUp(t, `${succeed}\nconsole.log('out'); console.error('err')`)
    await run()
    assert.deepEqual(readFileSync(join(folder, 'spark.log'), 'utf8').split('\n').sort(), ['', 'err', 'out'])
  })

  it('shows the end of the log, and nothing that acts on a terminal or should be secret', async (t) => {
    const { folder, run } = setUp(
      t,
      String.raw`
      console.error('26/11/26 10:00:00 INFO Something: done')
      console.error('Traceback (most recent call last):')
      console.error('::error::\u001b[31mghp_16C7e42F292c6912E7710c838347Ae178B4a')
      console.error('\tat org.apache.spark.Some.thing(Some.scala:1)')
      process.exitCode = 3`,
    )
    await assert.rejects(run(), (error: Error) => {
      assert.ok(error instanceof UsageError)
      const log = join(folder, 'spark.log')
      assert.equal(
        error.message,
        `\`${process.execPath}\` ended with 3. Its log is ${log}. It ends with:\nTraceback (most recent call last):\n\\::error::[REDACTED:github-token]`,
      )
      return true
    })
  })

  it('fails when a result is missing, a former one too', async (t) => {
    const { results, run } = setUp(t, '')
    mkdirSync(join(results, 'a'), { recursive: true })
    writeFileSync(join(results, 'a', '_SUCCESS'), '')
    await assert.rejects(
      run(),
      /ended well, but .*results\/a is not complete: do all workers see this folder\? Its log is .*, and empty\./,
    )
  })

  it('says that the program is not there', async (t) => {
    const { run } = setUp(t, '')
    await assert.rejects(run(undefined, 'no-such-spark --master x'), {
      name: 'UsageError',
      message: /^Cannot run `no-such-spark`: .*ENOENT.* Is it on the PATH\?/,
    })
  })

  it('keeps our secrets from it', async (t) => {
    process.env.AI_WORKLOG_PSEUDONYM_KEY = 'key'
    t.after(() => delete process.env.AI_WORKLOG_PSEUDONYM_KEY)
    const { folder, run } = setUp(t, `${succeed}\nconsole.log(String(process.env.AI_WORKLOG_PSEUDONYM_KEY))`)
    await run()
    assert.equal(readFileSync(join(folder, 'spark.log'), 'utf8'), 'undefined\n')
  })

  it('ends the whole group of processes on an abort', { timeout: 20_000 }, async (t) => {
    const { folder, run } = setUp(
      t,
      `
      import { spawn } from 'node:child_process'
      const beat = "setInterval(() => require('node:fs').writeFileSync(process.argv[1], String(Date.now())), 20)"
      spawn(process.execPath, ['-e', beat, folder + '/beat'], { stdio: 'ignore' })
      setInterval(() => {}, 1000)`,
    )
    const beat = join(folder, 'beat')
    const controller = new AbortController()
    const running = assert.rejects(run(controller.signal), { message: 'Enough' })
    while (!existsSync(beat)) await setTimeout(20)
    controller.abort(new Error('Enough'))
    await running
    const last = readFileSync(beat, 'utf8')
    await setTimeout(500)
    assert.equal(readFileSync(beat, 'utf8'), last)
  })
})
