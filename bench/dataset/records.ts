// Made-up records of about 3.4 KB each, from a fixed seed: what a documented pull request gives.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { RandomSource } from '../../__tests__/support/random-source.ts'
import { extractRecord } from '../../src/core/extract-record.ts'
import { parsePullRequest } from '../../src/core/parse-pull-request.ts'

const words = (
  'parse queue retry cache index token stream buffer lock shard merge branch commit review test fixture schema field ' +
  'column value error timeout socket header cookie session route handler worker thread batch cursor page offset limit ' +
  'module import export type union record policy rule finding verdict place source prompt tool model version release ' +
  'because instead after before never always only every first last small large wrong right missing extra stale empty'
).split(' ')
const tools = ['claude-code', 'codex', 'copilot', 'cursor', 'devin']
const names = ['Claude Code 2.1.0', 'Codex 0.160.0', 'GitHub Copilot', 'Cursor 2.0', 'Devin']

/** Writes `count` records as JSONL to `path`: 300 repositories, and one in fifty nearly the same as another. */
export async function writeRecords(path: string, count: number, seed: number): Promise<void> {
  const random = new RandomSource(seed)
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
  const say = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
  const template = createTemplate()
  const stream = createWriteStream(path)
  const write = () => ({
    text: say(22),
    failure: { summary: say(5), error: say(4), cause: say(4), resolution: say(5) },
    correction: { summary: say(5), reason: say(5) },
    hasFailure: random.below(2) > 0,
    hasCorrection: random.below(3) === 0,
  })
  let said = write()
  for (let index = 0; index < count; index++) {
    said = random.below(50) > 0 ? write() : { ...said, text: `${said.text} ${pick(words)}` }
    const { text, failure, correction, hasFailure, hasCorrection } = said
    const tool = random.below(tools.length)
    const repository = random.below(300)
    const line = JSON.stringify({
      ...template,
      record_id: `github.com/${1000 + repository}/${index + 1}`,
      source: {
        ...template.source,
        repository: `octo-org/repository-${repository}`,
        repository_id: 1000 + repository,
        pr_number: index + 1,
        url: `https://github.com/octo-org/repository-${repository}/pull/${index + 1}`,
        title: say(6),
        author: `author-${random.below(2000)}`,
        created_at: new Date(Date.UTC(2026, random.below(10), 1 + random.below(28))).toISOString(),
      },
      tools: template.tools.map((row) => ({ ...row, tool_id: tools[tool], name: names[tool] })),
      prompts: template.prompts.map((row) => ({ ...row, text, length: text.length })),
      failures: hasFailure ? template.failures.map((row) => ({ ...row, ...failure })) : [],
      corrections: hasCorrection ? template.corrections.map((row) => ({ ...row, ...correction })) : [],
      outcome: { ...template.outcome, merged: random.below(3) > 0 },
    })
    if (!stream.write(`${line}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
}

function createTemplate() {
  const body =
    '## AI tools\n\n- Claude Code 2.1.0\n\n## Prompts\n\n> Please do it\n\n## Failed attempts\n\n- It failed\n  - Error: E1\n  - Cause: C1\n  - Resolution: R1\n\n## Manual corrections\n\n- Renamed it\n  - Reason: it hid another\n\nTraining consent: yes\n'
  return extractRecord(
    parsePullRequest(
      JSON.stringify({
        repository: 'octo-org/repository',
        repository_id: 1,
        visibility: 'public',
        license: 'MIT',
        number: 1,
        state: 'closed',
        merged_at: '2026-10-02T00:00:00Z',
        body,
        files: Array.from({ length: 1 }, (_, index) => ({
          path: `src/part-${index}/file-${index}.ts`,
          additions: 10,
          deletions: 2,
        })),
        commits: [{ sha: '0123456789abcdef0123456789abcdef01234567', message: 'Change it' }],
      }),
    ),
    { generatedAt: '2026-11-01T00:00:00.000Z', version: '1.0.0' },
  )
}
