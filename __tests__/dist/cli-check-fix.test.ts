// `ai-worklog check --fix` and `--watch`, as built, on real files.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { cliPath, runCli } from '../support/run-cli.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-worklog-fix-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const policy = ['--policy', 'examples/policy.yml', '--mode', 'warn']

describe('check --fix', () => {
  it('adds what is missing, says so, and checks what came of it', async () => {
    const file = join(folder, 'body.md')
    await writeFile(file, '\uFEFFFixes a typo.\r\n')
    await chmod(file, 0o640)
    const first = await runCli(['check', '--fix', ...policy, file])
    assert.equal(first.stderr, `Added to ${file}: AI worklog\n`)
    const text = await readFile(file, 'utf8')
    assert.ok(text.startsWith('\uFEFFFixes a typo.\r\n\r\n## AI worklog\r\n'))
    assert.equal((await stat(file)).mode & 0o777, 0o640)
    const second = await runCli(['check', '--fix', ...policy, file])
    assert.equal(second.stderr, '')
    assert.equal(await readFile(file, 'utf8'), text)
    assert.deepEqual(await readdir(folder), ['body.md'])
  })

  it('leaves a file alone whose bytes it would lose', async () => {
    const file = join(folder, 'latin.md')
    await writeFile(file, Buffer.from('Gr\xFC\xDFe\n', 'latin1'))
    const { exitCode, stderr } = await runCli(['check', '--fix', ...policy, file])
    assert.equal(exitCode, 2)
    assert.match(
      stderr,
      /is not valid UTF-8, or has just changed: save it as UTF-8, then run `--fix` again\n$/,
    )
    assert.deepEqual(await readFile(file), Buffer.from('Gr\xFC\xDFe\n', 'latin1'))
  })

  it('needs a file', async () => {
    assert.deepEqual(await runCli(['check', '--fix']), {
      exitCode: 2,
      stdout: '',
      stderr: 'ai-worklog: `--fix` needs a file, such as `ai-worklog check --fix body.md`\n',
    })
    const { stderr } = await runCli(['check', '--watch', '--format', 'json', 'README.md'])
    assert.equal(stderr, 'ai-worklog: `--watch` does not go with `--format json`\n')
  })
})

describe('check --watch', () => {
  it('checks again when the file changes, until it is interrupted', async () => {
    const file = join(folder, 'watched.md')
    await writeFile(file, 'Fixes a typo.\n')
    const child = spawn(process.execPath, [cliPath, 'check', '--watch', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const until = async (wanted: RegExp) => {
      while (!wanted.test(said)) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part
      })
    }
    await until(/nothing said about AI[\s\S]*Watching for changes; Ctrl-C ends\.\n/)
    await rm(file)
    await until(/there is no such file/)
    await writeFile(file, '## AI worklog\n\nNone\n')
    await until(/no AI used[\s\S]*Watching/)
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    assert.equal(code, 0)
  })
})
