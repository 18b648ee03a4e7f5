// The sources that the arguments name.

import type { BuildOptions } from '../../dataset/build/build-options.ts'
import { createSources } from '../../dataset/build/create-sources.ts'
import { repositoryRule } from '../../dataset/build/option-rules.ts'
import { readGitHub } from '../../dataset/sources/github-access.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import type { Arguments } from '../read-arguments.ts'
import { defaultStore, readTime } from './read-values.ts'

/** The sources, files first; none when the arguments name none. */
export async function readSources(
  { files, values, flags }: Arguments,
  environment: Environment,
): Promise<BuildOptions['sources']> {
  const repositories = values.repository ?? []
  const organization = values.organization?.at(-1) ?? null
  const since = readTime({ values }, 'since')
  for (const name of repositories) {
    if (repositoryRule.parse(name) === null) {
      throw new UsageError(`\`--repository\` must be ${repositoryRule.expected}, got \`${name}\``)
    }
  }
  const isRemote = repositories.length > 0 || organization !== null
  if (flags.has('history') && !isRemote) {
    throw new UsageError('`--history` needs `--repository` or `--organization`')
  }
  const exclude = [values.store?.at(-1) ?? defaultStore, ...(values.out ?? [])].filter(
    (name) => !name.includes('://'),
  )
  if (flags.has('with-diff') && !flags.has('history')) {
    throw new UsageError('`--with-diff` needs `--history`, which says what was merged')
  }
  return createSources({
    files: files.length === 0 ? null : { names: files, stdin: environment.stdin, exclude },
    commits: values.commits ?? [],
    github: !isRemote
      ? null
      : {
          access: readGitHub(environment.env),
          repositories,
          organization,
          artifactName: values['artifact-name']?.at(-1) ?? 'ai-worklog',
          since,
          history: flags.has('history'),
          withDiff: flags.has('with-diff'),
          hasLicense: values.license !== undefined,
        },
  })
}
