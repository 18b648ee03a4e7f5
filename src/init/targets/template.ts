// The section in the pull-request template, in every template the repository has. One that already asks about AI
// gets no second question.

import { extractPullRequest } from '../../core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../core/pull-request.ts'
import { renderTemplate } from '../../core/render/render-section-template.ts'
import { findBlock } from '../edit/block.ts'
import { findTemplates } from '../find-templates.ts'
import { joinPlans, type Plan, planChange, planNote } from '../plan.ts'
import type { FileState, Repository } from '../repository.ts'
import { type BlockFile, createBlockFile, planBlock, planNoBlock } from './block-target.ts'
import type { Target } from './target.ts'

const created = '.github/pull_request_template.md'

export const templateTarget: Target = {
  part: 'template',
  async install(repository, { force }) {
    const found = await findTemplates(repository)
    const templates = await readTemplates(repository, found.length === 0 ? [created] : found)
    return joinPlans([...templates].map(([path, state]) => planTemplate(path, state, force)))
  },
  async uninstall(repository, { force }) {
    const templates = await readTemplates(repository, await findTemplates(repository))
    return joinPlans(
      [...templates].map(([path, state]) =>
        state.kind === 'text' ? planNoBlock(toFile(path), state.text, force) : { changes: [], notes: [] },
      ),
    )
  },
}

/** By where they really stand, so that links to one template are one. */
async function readTemplates(
  repository: Repository,
  paths: readonly string[],
): Promise<Map<string, FileState>> {
  const templates = new Map<string, FileState>()
  for (const path of paths) {
    const state = await repository.read(path)
    templates.set(state.kind === 'text' ? state.path : path, state)
  }
  return templates
}

function planTemplate(path: string, state: FileState, force: boolean): Plan {
  if (state.kind === 'unusable') return planNote('template', path, 'blocked', state.reason)
  if (state.kind === 'missing') return planChange('template', path, null, createBlockFile(toFile(path)))
  if (findBlock(state.text, 'template') === null && asksAboutAi(state.text)) {
    return planNote('template', path, 'kept', 'already asks about AI, so no second question is added')
  }
  return planBlock(toFile(path), state.text, force)
}

function toFile(path: string): BlockFile {
  return { part: 'template', path, name: 'template', content: renderTemplate() }
}

function asksAboutAi(text: string): boolean {
  const templates = [{ path: created, text, problem: null }]
  return extractPullRequest(createPullRequest({ body: '', templates })).template.state !== 'none'
}
