// The section in the pull-request template, in every template the repository has. One that already asks about AI
// gets no second question.

import { extractPullRequest } from '../../core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../core/pull-request.ts'
import { renderTemplate } from '../../core/render/render-section-template.ts'
import { findBlock } from '../edit/block.ts'
import { findTemplates } from '../find-templates.ts'
import { joinPlans, type Plan, planChange, planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'
import { type BlockFile, createBlockFile, planBlock, planNoBlock } from './block-target.ts'
import type { Target } from './target.ts'

const created = '.github/pull_request_template.md'

export const templateTarget: Target = {
  part: 'template',
  async install(repository, { force }) {
    const paths = await findTemplates(repository)
    if (paths.length === 0) return planTemplate(repository, created, force)
    return joinPlans(await Promise.all(paths.map((path) => planTemplate(repository, path, force))))
  },
  async uninstall(repository, { force }) {
    const paths = await findTemplates(repository)
    return joinPlans(
      await Promise.all(
        paths.map(async (path) => {
          const state = await repository.read(path)
          return state.kind === 'text'
            ? planNoBlock(toFile(state.path), state.text, force)
            : { changes: [], notes: [] }
        }),
      ),
    )
  },
}

async function planTemplate(repository: Repository, path: string, force: boolean): Promise<Plan> {
  const state = await repository.read(path)
  if (state.kind === 'unusable') return planNote('template', path, 'left', state.reason)
  if (state.kind === 'missing') return planChange('template', path, null, createBlockFile(toFile(path)))
  if (findBlock(state.text, 'template') === null && asksAboutAi(state.text)) {
    return planNote('template', state.path, 'kept', 'already asks about AI, so no second question is added')
  }
  return planBlock(toFile(state.path), state.text, force)
}

function toFile(path: string): BlockFile {
  return { part: 'template', path, name: 'template', content: renderTemplate() }
}

function asksAboutAi(text: string): boolean {
  const templates = [{ path: created, text, problem: null }]
  return extractPullRequest(createPullRequest({ body: '', templates })).template.state !== 'none'
}
