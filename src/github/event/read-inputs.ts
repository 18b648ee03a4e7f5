// Reads the check action's inputs from the environment.

import type { Mode } from '../../core/policy/policy.ts'
import {
  artifactNameRule,
  createInputReader,
  type Environment,
  parseArtifactName,
  parseBoolean,
  parseWholeNumber,
} from './input-reader.ts'
import type { Inputs } from './inputs.ts'
import { parsePolicyLocation } from './parse-policy-location.ts'

export type { Environment }

/** The inputs in `env`. Throws a {@link UsageError} that names every wrong one, a line each. */
export function readInputs(env: Environment): Inputs {
  const { text, read, finish } = createInputReader(env)
  const inputs: Inputs = {
    githubToken: text('github-token'),
    mode: read<Mode | null>('mode', '`observe`, `warn` or `enforce`', null, parseMode),
    policy: read(
      'policy',
      'a path such as `.github/ai-worklog.yml`, or `owner/repository:path`',
      null,
      parsePolicyLocation,
    ),
    pullRequest: read<number | null>('pull-request', 'the number of a pull request', null, (text) =>
      parseWholeNumber(text, Number.MAX_SAFE_INTEGER),
    ),
    upload: read('upload', '`true` or `false`', true, parseBoolean),
    artifactName: read('artifact-name', artifactNameRule, 'ai-worklog', parseArtifactName),
    retentionDays: read<number | null>('retention-days', 'a whole number from 1 to 400', null, (text) =>
      parseWholeNumber(text, 400),
    ),
    onUploadError: read<Inputs['onUploadError']>('on-upload-error', '`warn` or `fail`', 'warn', (text) =>
      text === 'warn' || text === 'fail' ? text : null,
    ),
    comment: read('comment', '`true` or `false`', false, parseBoolean),
    label: read<string | null>('label', 'the name of a label, at most 50 characters', null, (text) =>
      text.length <= 50 && !/\p{Cc}/u.test(text) ? text : null,
    ),
    transcripts: read<Inputs['transcripts']>(
      'transcripts',
      '`none`, or at most 100 paths of files or folders, one a line',
      null,
      parseTranscripts,
    ),
  }
  finish()
  return inputs
}

function parseMode(text: string): Mode | null {
  return text === 'observe' || text === 'warn' || text === 'enforce' ? text : null
}

function parseTranscripts(text: string): readonly string[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 1 && lines[0] === 'none') return []
  const isWrong = (line: string) => line === 'none' || line.length > 4096 || /\p{Cc}/u.test(line)
  return lines.length > 100 || lines.some(isWrong) ? null : lines
}
