// How it went on after a command failed, from what the session shows. Where it shows nothing, nothing is said.

import type { SessionPaths } from '../../paths/session-paths.ts'
import { nameFew } from '../text/name-few.ts'
import { toOneLine } from '../text/one-line.ts'
import { isTransport } from './command-kind.ts'
import { describeCommand } from './describe-command.ts'
import type { Chain } from './follow-calls.ts'

const mostNamed = 4
/** More other commands than this between the failure and the good run: none of them is known to have helped. */
const mostRan = 1

/** Of the chain as a whole: from its first failure to its end. */
export function describeResolution(chain: Chain, paths: SessionPaths): string | null {
  if (chain.kind !== null && isTransport(chain.kind)) return describeTransport(chain)
  const edited = [...new Set(chain.runs.flatMap((run) => [...run.edited].map((path) => paths.name(path))))]
  const changes = edited.length === 0 ? null : `changes to ${nameFew(edited, mostNamed, 'file')}`
  if (chain.passedAt !== null) {
    if (chain.kind === null) return 'went through on a later try'
    const ran = [...new Set(chain.runs.flatMap((run) => [...run.ran]))]
    const [command] = ran
    const by = changes ?? (ran.length <= mostRan && command !== undefined ? describeCommand(command) : null)
    return toOneLine(by === null ? 'passed on a later run' : `passed after ${by}`)
  }
  if (!chain.mayHavePassed) return null
  return changes === null ? null : toOneLine(`went on after ${changes}`)
}

/** What was edited meanwhile has no part in it. */
function describeTransport({ runs, passedAt, passedBy }: Chain): string | null {
  if (passedAt === null || passedBy === null) return null
  const [command] = runs.at(-1)?.ran ?? []
  if (command !== undefined) return toOneLine(`passed after ${describeCommand(command)}`)
  const isSame = runs.some(({ step }) => step.event.command === passedBy)
  return toOneLine(isSame ? 'passed on a later run' : `passed as ${describeCommand(passedBy)}`)
}

/** Of one of several runs that failed, by what was done before it failed again. */
export function describeStep(edited: ReadonlySet<string>, paths: SessionPaths): string | null {
  if (edited.size === 0) return null
  const names = [...new Set([...edited].map((path) => paths.name(path)))]
  return toOneLine(`failed again after changes to ${nameFew(names, mostNamed, 'file')}`)
}
