// The arguments of `init`.

import { type Mode, modes } from '../../core/policy/policy.ts'
import { hooks } from '../../init/hooks/hook-agents.ts'
import { type Part, parts } from '../../init/plan.ts'
import { UsageError } from '../../report/usage-error.ts'
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts'

export interface InitOptions {
  /** Null when neither `--only` nor `--hooks` says. */
  parts: readonly Part[] | null
  hookAgents: readonly string[] | null
  /** Null when it is not given. */
  mode: Mode | null
  action: 'write' | 'dry-run' | 'check'
  isUninstall: boolean
  isAgreed: boolean
  force: boolean
}

/** What is set up unless something else is asked for. */
export const defaultParts: readonly Part[] = parts.filter((part) => part !== 'hooks')

/** Reads `args`. Throws a UsageError on what is wrong or does not go together. */
export function readInitOptions(args: readonly string[]): InitOptions {
  const flags = ['hooks', 'yes', 'dry-run', 'check', 'uninstall', 'force']
  const parsed = readArguments('init', args, ['only', 'hooks-for', 'mode'], flags)
  if (parsed.files.length > 0) {
    throw new UsageError(
      `\`init\` takes no files, got \`${parsed.files.join(' ')}\`; run it inside the repository`,
    )
  }
  const has = (name: string) => parsed.flags.has(name)
  if (has('check') && (has('dry-run') || has('uninstall') || has('yes'))) {
    throw new UsageError(
      '`--check` only looks, so it does not go with `--dry-run`, `--uninstall` and `--yes`',
    )
  }
  if (has('dry-run') && has('yes')) {
    throw new UsageError('`--dry-run` writes nothing, so it does not go with `--yes`')
  }
  const added = ['mode', 'hooks-for', 'hooks'].filter(
    (name) => parsed.values[name] !== undefined || has(name),
  )
  if (has('uninstall') && added.length > 0) {
    throw new UsageError(
      `\`--${added[0]}\` says what to add, so it does not go with \`--uninstall\`; \`--only\` says what to remove`,
    )
  }
  const only = readList(parsed, 'only', parts)
  const agents = readList(
    parsed,
    'hooks-for',
    hooks.map(({ id }) => id),
  )
  const isHooked = has('hooks') || agents !== null
  const chosen = only ?? (isHooked ? [...defaultParts] : null)
  return {
    parts: chosen !== null && isHooked && !chosen.includes('hooks') ? [...chosen, 'hooks'] : chosen,
    hookAgents: agents,
    mode: readChoice(parsed, 'mode', modes, null),
    action: has('check') ? 'check' : has('dry-run') ? 'dry-run' : 'write',
    isUninstall: has('uninstall'),
    isAgreed: has('yes'),
    force: has('force'),
  }
}

/** The names in the values of option `name`, with commas between; null when it is not given. */
function readList<T extends string>({ values }: Arguments, name: string, allowed: readonly T[]): T[] | null {
  const given = values[name]?.flatMap((value) => value.split(',').map((part) => part.trim()))
  if (given === undefined) return null
  return given.map((value) => {
    const found = allowed.find((choice) => choice === value)
    if (found !== undefined) return found
    const choices = allowed.map((choice) => `\`${choice}\``).join(', ')
    throw new UsageError(`\`--${name}\` takes ${choices} with commas between, got \`${value}\``)
  })
}
