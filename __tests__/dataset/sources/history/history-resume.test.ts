import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { useHistory } from './use-history.ts'

const history = useHistory()

const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('a repository that breaks off gives what came, and the next run goes on from there', async () => {
  history.serve(60)
  let pages = 0
  history.server.fault = ({ kind }) => {
    if (kind === 'pulls') pages += 1
    return pages > 1 ? [500, ''] : undefined
  }
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(25))
  assert.deepEqual([collected.counts.repositories_incomplete, collected.through], [1, []])
  assert.deepEqual(
    collected.problems.map(({ reason, message }) => [reason, message]),
    [
      [
        'incomplete-history',
        'Its history could not be read to the end: GitHub answered 500. What came is kept; run again with the same work folder to go on.',
      ],
    ],
  )
  history.server.fault = () => undefined
  history.server.questions.length = 0
  const again = await history.collect()
  assert.deepEqual(await history.readNumbers(again), all(60))
  assert.deepEqual(again.problems, [])
  assert.deepEqual(history.sizes(), [25, 25])
})

test('an aborted run goes on, whatever became of the last line', async () => {
  history.serve(60)
  const stop = new AbortController()
  let pages = 0
  history.server.fault = ({ kind }) => {
    if (kind === 'pulls') pages += 1
    if (pages === 2) stop.abort()
    return pages === 2 ? 'hang' : undefined
  }
  await assert.rejects(history.collect({ signal: stop.signal }), { name: 'AbortError' })
  const folder = join(history.folder, 'history')
  const [name = ''] = await readdir(folder)
  await appendFile(join(folder, name), '["#26",{"number":26,"line":{"numb')
  history.server.fault = () => undefined
  history.server.questions.length = 0
  assert.deepEqual(await history.readNumbers(await history.collect()), all(60))
  assert.deepEqual(history.sizes(), [25, 25])
})

test('a journal that the disk has damaged is begun anew', async () => {
  history.serve(30)
  await history.collect()
  const folder = join(history.folder, 'history')
  const [name = ''] = await readdir(folder)
  const path = join(folder, name)
  const lines = (await readFile(path, 'utf8')).split('\n')
  lines.splice(3, 2, '\0\0\0', '{"not": "ours"}', '["#7", {"number": 7}]')
  await writeFile(path, lines.join('\n'))
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(30))
})

test('a journal of the day before is begun anew', async () => {
  history.serve(30)
  await history.collect()
  history.server.questions.length = 0
  await history.collect({ now: () => Date.parse('2026-11-27T11:30:01Z') })
  assert.deepEqual(history.sizes(), [25, 25])
})

test('a run that is killed goes on, to the same bytes', async () => {
  history.serve(60)
  const whole = await history.collect()
  const bytes = await readFile(whole.inputs[0]?.path ?? '')
  const folder = join(history.folder, 'killed')
  let child: ChildProcess | undefined
  let pages = 0
  history.server.fault = ({ kind }) => {
    if (kind === 'pulls') pages += 1
    if (pages !== 2) return undefined
    child?.kill('SIGKILL')
    return 'hang'
  }
  child = spawn(process.execPath, [script, history.server.origin, folder], { stdio: 'ignore' })
  const [, killedBy] = await once(child, 'exit')
  assert.equal(killedBy, 'SIGKILL')
  history.server.fault = () => undefined
  history.server.questions.length = 0
  const again = await history.collect({ workFolder: folder })
  assert.deepEqual(history.sizes(), [25, 25])
  assert.deepEqual(await readFile(again.inputs[0]?.path ?? ''), bytes)
})

const script = fileURLToPath(new URL('../../../support/collect-history-script.ts', import.meta.url))
