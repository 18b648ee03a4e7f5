import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { collectFiles, type FilesOptions } from '../../../../src/dataset/sources/files/collect-files.ts'

let root = ''
let work = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-'))
  work = join(root, '.work')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const collect = (paths: string[], given: Partial<FilesOptions> = {}) =>
  collectFiles(
    paths.map((path) => (path === '-' ? path : join(root, path))),
    { workFolder: work, stdin: Readable.from([]), signal: new AbortController().signal, ...given },
  )

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(root, name, '..'), { recursive: true })
  await writeFile(join(root, name), content)
}

/** Names from the test's folder on, and what stands there. */
async function contents(collected: Awaited<ReturnType<typeof collect>>) {
  const read = collected.inputs.map(async ({ name, path }) => [
    name.replace(`${root}/`, ''),
    await readFile(path, 'utf8'),
  ])
  return Promise.all(read)
}

const reasons = ({ problems }: Awaited<ReturnType<typeof collect>>) =>
  problems.map(({ place, reason }) => [place.replace(`${root}/`, ''), reason])

test('refers to JSONL where it stands, whatever its lines hold', async () => {
  const lines = '\uFEFF{"body":"a"}\r\n{"torn\r\n\r\n{"body":"b"}'
  await put('a.jsonl', lines)
  await put('b.NDJSON', '{"body":null}\n')
  const collected = await collect(['a.jsonl', 'b.NDJSON', 'a.jsonl'])
  assert.deepEqual(collected.inputs, [
    {
      path: join(root, 'a.jsonl'),
      name: join(root, 'a.jsonl'),
      kind: 'auto',
      source: 'file',
      trust: 'local',
    },
    {
      path: join(root, 'b.NDJSON'),
      name: join(root, 'b.NDJSON'),
      kind: 'auto',
      source: 'file',
      trust: 'local',
    },
  ])
  assert.deepEqual([collected.problems, collected.counts], [[], { files: 2, ignored: 0 }])
})

test('a line of 70 MB is no matter, and is not copied', async () => {
  const file = await open(join(root, 'large.jsonl'), 'w')
  await file.write(`{"body":"${'x'.repeat(70 * 1024 * 1024)}"}\n`)
  await file.close()
  const collected = await collect(['large.jsonl'])
  assert.deepEqual([collected.inputs[0]?.path, collected.problems], [join(root, 'large.jsonl'), []])
})

test('writes JSON documents as lines', async () => {
  await put('record.json', '\uFEFF{\r\n  "schema_version": "1.0",\r\n  "record_id": "ü\\n"\r\n}\r\n')
  await put('list.json', '[{"body": "a"}, {"body": null, "number": 2}]')
  await put('line.json', '{"body":"in one line"}\n')
  await put('lines.json', '{"body":"1"}\n{"body":"2"}\n')
  const collected = await collect(['record.json', 'list.json', 'line.json', 'lines.json'])
  assert.deepEqual(await contents(collected), [
    ['record.json', '{"schema_version":"1.0","record_id":"ü\\n"}\n'],
    ['list.json', '{"body":"a"}\n{"body":null,"number":2}\n'],
    ['line.json', '{"body":"in one line"}\n'],
    ['lines.json', '{"body":"1"}\n{"body":"2"}\n'],
  ])
  assert.deepEqual(collected.problems, [])
})

test('names what is wrong with a document, and takes the rest', async () => {
  await put('torn.json', '{"body": "a')
  await put('deep.json', `{"body":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
  await put('mixed.json', '[{"body": "a"}, 7, {"title": "b"}]')
  await put('other.json', '{"name": "package"}')
  await put('large.json', `{"body":\n"${'x'.repeat(2000)}"}`)
  await put('utf-16.json', Buffer.from('\uFEFF{"body":"a"}', 'utf16le'))
  await put('zip.jsonl', zipSync({ a: new Uint8Array(9) }))
  await put('binary.jsonl', '{"body":"\0"}')
  await put('empty.jsonl', '')
  await put('readme.md', '# Hi')
  const names = ['torn', 'mixed', 'other', 'large', 'utf-16'].map((name) => `${name}.json`)
  const collected = await collect([...names, 'zip.jsonl', 'binary.jsonl', 'empty.jsonl', 'readme.md'], {
    caps: { maxDocumentBytes: 1000 },
  })
  assert.deepEqual(reasons(collected), [
    ['torn.json', 'not-json'],
    ['mixed.json', 'not-a-record'],
    ['other.json', 'not-a-record'],
    ['large.json', 'too-large'],
    ['utf-16.json', 'binary'],
    ['zip.jsonl', 'binary'],
    ['binary.jsonl', 'binary'],
    ['empty.jsonl', 'empty'],
    ['readme.md', 'not-a-dataset-file'],
  ])
  assert.equal(
    collected.problems[1]?.message,
    '2 of it are no records and no pull requests, the first at 2: expected objects with `schema_version` or `body`. They are left out.',
  )
  assert.deepEqual(await contents(collected), [['mixed.json', '{"body":"a"}\n']])
  assert.deepEqual(reasons(await collect(['deep.json'])), [['deep.json', 'not-json']])
})

test('reads downloaded artifacts and gzip', async () => {
  const record = Buffer.from('{\n "schema_version": "1.0"\n}\n')
  await put(
    'artifact.zip',
    zipSync({
      'ai-worklog-pr-1.json': record,
      'x/../../lines.jsonl': Buffer.from('{"body":"a"}\n'),
      'a.txt': record,
    }),
  )
  await put('html.zip', '<html>Sign in</html>')
  await put('none.zip', zipSync({ 'a.txt': record }))
  await put('bomb.zip', zipSync({ 'a.json': new Uint8Array(5_000_000) }))
  await put('a.jsonl.gz', gzipSync('{"body":"a"}\n'))
  await put('torn.jsonl.gz', gzipSync('{"body":"a"}\n'.repeat(1000)).subarray(0, -20))
  await put('fake.jsonl.gz', '{"body":"a"}\n')
  await put('bomb.jsonl.gz', gzipSync(Buffer.alloc(5_000_000, 'x')))
  const collected = await collect(
    [
      'artifact.zip',
      'html.zip',
      'none.zip',
      'bomb.zip',
      'a.jsonl.gz',
      'torn.jsonl.gz',
      'fake.jsonl.gz',
      'bomb.jsonl.gz',
    ],
    { caps: { maxDocumentBytes: 1_000_000, maxExpandedBytes: 1_000_000 } },
  )
  assert.deepEqual(await contents(collected), [
    ['artifact.zip/ai-worklog-pr-1.json', '{"schema_version":"1.0"}\n'],
    ['artifact.zip/x/../../lines.jsonl', '{"body":"a"}\n'],
    ['a.jsonl.gz', '{"body":"a"}\n'],
  ])
  assert.deepEqual(reasons(collected), [
    ['html.zip', 'not-a-zip'],
    ['none.zip', 'empty'],
    ['bomb.zip', 'too-large'],
    ['torn.jsonl.gz', 'broken'],
    ['fake.jsonl.gz', 'broken'],
    ['bomb.jsonl.gz', 'too-large'],
  ])
  assert.ok(collected.inputs.every(({ path }) => path.startsWith(work)))
})

test('walks folders in order and never out of them', async () => {
  await put('d/b.jsonl', '{"body":"b"}\n')
  await put('d/B.jsonl', '{"body":"B"}\n')
  await put('d/a/z.json', '{\n"body":"z"}')
  await put('d/a/package.json', '{\n"name":"x"}')
  await put('d/.git/c.jsonl', '{"body":"no"}\n')
  await put('d/node_modules/c.jsonl', '{"body":"no"}\n')
  await put('d/store/c.jsonl', '{"body":"no"}\n')
  await put('d/readme.md', '# Hi')
  await put('secret/s.jsonl', '{"body":"no"}\n')
  await symlink(join(root, 'd'), join(root, 'd/a/loop'))
  await symlink(join(root, 'secret'), join(root, 'd/out'))
  await symlink(join(root, 'd/b.jsonl'), join(root, 'd/again.jsonl'))
  await symlink('itself', join(root, 'd/itself'))
  execFileSync('mkfifo', [join(root, 'd/pipe.jsonl')])
  const collected = await collect(['d', 'd/a/z.json'], { exclude: [join(root, 'd/store')] })
  assert.deepEqual(
    (await contents(collected)).map(([name]) => name),
    ['d/B.jsonl', 'd/a/z.json', 'd/b.jsonl'],
  )
  assert.deepEqual(reasons(collected), [
    ['d/itself', 'unreadable'],
    ['d/out', 'outside'],
  ])
  assert.equal(collected.counts.ignored, 1)
})

test('a folder or file without permission gives a problem, one that is named an error', async () => {
  await put('d/a.jsonl', '{"body":"a"}\n')
  await put('d/b.jsonl', '{"body":"b"}\n')
  await put('d/c/c.jsonl', '{"body":"c"}\n')
  await chmod(join(root, 'd/b.jsonl'), 0)
  await chmod(join(root, 'd/c'), 0)
  await chmod(root, 0o755)
  // The superuser may read anything.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    const collected = await collect(['d'])
    assert.deepEqual(reasons(collected), [
      ['d/c', 'unreadable'],
      ['d/b.jsonl', 'unreadable'],
    ])
    assert.equal(collected.inputs.length, 1)
    await assert.rejects(collect(['d/b.jsonl']), {
      name: 'UsageError',
      message: `Cannot read \`${join(root, 'd/b.jsonl')}\`: permission denied`,
    })
  } finally {
    if (isRoot) process.seteuid?.(0)
    await chmod(join(root, 'd/c'), 0o755)
  }
})

test('a path that is not there is an error that names it', async () => {
  await assert.rejects(collect(['nowhere.jsonl']), {
    name: 'UsageError',
    message: `Cannot read \`${join(root, 'nowhere.jsonl')}\`: there is no such file`,
  })
  await symlink('circle', join(root, 'circle'))
  await assert.rejects(collect(['circle']), {
    message: `Cannot read \`${join(root, 'circle')}\`: its symbolic links go in a circle`,
  })
})

test('keeps standard input and pipes', async () => {
  execFileSync('mkfifo', [join(root, 'pipe')])
  const writer = open(join(root, 'pipe'), 'w').then(async (file) => {
    await file.write('{"body":"piped"}\n')
    await file.close()
  })
  const stdin = Readable.from([Buffer.from('{"body":"a"}\n{"bo'), Buffer.from('dy":"b"}')])
  const collected = await collect(['-', 'pipe'], { stdin })
  await writer
  assert.deepEqual(await contents(collected), [
    ['standard input', '{"body":"a"}\n{"body":"b"}'],
    ['pipe', '{"body":"piped"}\n'],
  ])
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1000)
    })(),
  )
  await assert.rejects(collect(['-'], { stdin: endless, caps: { maxExpandedBytes: 10_000 } }), {
    name: 'UsageError',
    message: 'Cannot read standard input: it holds more than 10000 bytes',
  })
})

test('stops when it is told to', async () => {
  const stop = new AbortController()
  const never = new Readable({ read() {} })
  setTimeout(() => stop.abort(), 20)
  await assert.rejects(collect(['-'], { stdin: never, signal: stop.signal }), { name: 'AbortError' })
})
