// Whether a shell command may run: not when it gives a pull request a description that does not say how AI was used.

import { readFile, stat } from 'node:fs/promises'
import type { Template } from '../core/pull-request.ts'
import { noOwnWords, type OwnWords } from '../core/vocabulary/own-words.ts'
import { findDescriptions } from './find-descriptions.ts'
import type { BodySource } from './gh-command.ts'
import type { HookCall } from './hook-protocol.ts'

/** GitHub takes no longer description. */
const maxBytes = 1024 * 1024

/** Whether `call` should be refused, as far as its description goes. What cannot be told is fine. */
export async function lacksWorklog(call: HookCall): Promise<boolean> {
  const cwd = call.cwd ?? process.cwd()
  const sources = findDescriptions(call.command, cwd)
  if (sources.length === 0) return false
  const texts = (await Promise.all(sources.map(readSource))).filter((text) => text !== null)
  if (texts.length === 0) return false
  const { isDocumented } = await import('./is-documented.ts')
  const { templates, words } = await readRepository(cwd)
  return texts.some((text) => !isDocumented(text, templates, words))
}

async function readSource(source: BodySource): Promise<string | null> {
  if (source.kind === 'text') return source.text
  if (source.kind === 'unknown') return null
  try {
    const found = await stat(source.path)
    return found.isFile() && found.size <= maxBytes ? await readFile(source.path, 'utf8') : null
  } catch {
    // `gh` will say so itself.
    return null
  }
}

/** What the repository around `cwd` adds: its templates, and the words of its policy. */
async function readRepository(cwd: string): Promise<{ templates: Template[]; words: OwnWords }> {
  const { findRoot } = await import('../init/find-root.ts')
  const { openRepository } = await import('../init/repository.ts')
  const root = await findRoot(cwd).catch(() => null)
  if (root === null) return { templates: [], words: noOwnWords }
  const repository = await openRepository(root)
  const { findTemplates } = await import('../init/find-templates.ts')
  const templates: Template[] = []
  for (const path of await findTemplates(repository)) {
    const state = await repository.read(path)
    if (state.kind === 'text') templates.push({ path, text: state.text, problem: null })
  }
  const policy = await repository.read('.github/ai-worklog.yml')
  if (policy.kind !== 'text') return { templates, words: noOwnWords }
  const { readPolicy } = await import('../core/policy/read-policy.ts')
  const { loadPatternCheck } = await import('../core/redact/load-redaction.ts')
  const files = [{ file: '.github/ai-worklog.yml', text: policy.text }]
  return { templates, words: readPolicy(files, await loadPatternCheck([policy.text])).policy.vocabulary }
}
