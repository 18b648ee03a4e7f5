// What `init` does: plan, show or ask, write.

import { applyPlan } from '../../init/apply-plan.ts'
import { findIgnored } from '../../init/find-ignored.ts'
import { findRoot } from '../../init/find-root.ts'
import { makePlan, type PlanOptions } from '../../init/make-plan.ts'
import { type Part, type Plan, parts } from '../../init/plan.ts'
import { openRepository, type Repository } from '../../init/repository.ts'
import { hasHooks } from '../../init/targets/hooks.ts'
import { policyPath } from '../../init/targets/policy.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { nameCommand } from '../name-command.ts'
import { write } from '../write.ts'
import {
  formatMissing,
  formatNotes,
  formatPatch,
  formatUnchanged,
  formatWritten,
  inexactNote,
} from './format-plan.ts'
import { defaultParts, type InitOptions, readInitOptions } from './read-init-options.ts'

/** Runs `init` with `args`; resolves to the exit code. */
export async function setUp(args: readonly string[], environment: Environment): Promise<number> {
  const options = readInitOptions(args)
  const mustAsk = options.action === 'write' && !options.isAgreed
  if (mustAsk && !isTerminal(environment)) {
    throw new UsageError(
      '`init` asks before it writes, and this is no terminal: add `--yes` to write, or `--dry-run` to see what it would do',
    )
  }
  const repository = await openRepository(await findRoot(process.cwd()))
  const wanted: PlanOptions = {
    parts: options.parts ?? (await chooseParts(repository, options)),
    mode: options.mode,
    force: options.force,
    hookAgents: options.hookAgents,
    isUninstall: options.isUninstall,
  }
  if (options.action === 'check') return check(await makePlan(repository, wanted), environment)
  const chosen = mustAsk ? await ask(repository, options, wanted, environment) : wanted
  const plan = await makePlan(repository, chosen)
  if (options.action === 'dry-run') {
    const { text, isExact } = await formatPatch(plan.changes, environment)
    await write(environment.stdout, text)
    const notes =
      plan.changes.length === 0 ? formatUnchanged(plan.notes, options.isUninstall) : formatNotes(plan.notes)
    await write(environment.stderr, notes + (isExact ? '' : inexactNote))
    return 0
  }
  if (mustAsk && plan.changes.length > 0) {
    const { confirmChanges } = await import('./ask.ts')
    const { text } = await formatPatch(plan.changes, environment)
    if (!(await confirmChanges(text, plan.changes.length, environment))) {
      await write(environment.stdout, 'Nothing was written.\n')
      return 0
    }
  }
  await applyPlan(repository.root, plan)
  const added = plan.changes.flatMap(({ path, after }) => (after === null || options.isUninstall ? [] : path))
  const ignored = await findIgnored(repository.root, added)
  await write(environment.stdout, formatWritten(plan, ignored, options.isUninstall, nameCommand(environment)))
  return 0
}

/** Hooks are kept up to date where they are; everything goes when everything goes. */
async function chooseParts(repository: Repository, { isUninstall }: InitOptions): Promise<readonly Part[]> {
  if (isUninstall) return parts
  return (await hasHooks(repository)) ? parts : defaultParts
}

async function check(plan: Plan, environment: Environment): Promise<number> {
  await write(environment.stdout, formatMissing(plan, nameCommand(environment)))
  return plan.changes.length === 0 && plan.notes.every(({ kind }) => kind !== 'blocked') ? 0 : 1
}

/** Asks what is not said by options. */
async function ask(
  repository: Repository,
  options: InitOptions,
  wanted: PlanOptions,
  environment: Environment,
): Promise<PlanOptions> {
  if (options.isUninstall || options.parts !== null) return wanted
  const { askChoices } = await import('./ask.ts')
  // One that is there has a mode.
  const isNew = (await repository.read(policyPath)).kind === 'missing'
  return { ...wanted, ...(await askChoices(wanted, options.mode === null && isNew, environment)) }
}

function isTerminal({ stdin, stdout }: Environment): boolean {
  return 'isTTY' in stdin && stdin.isTTY === true && stdout.isTTY === true
}
