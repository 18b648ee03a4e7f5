// The draft to where it was asked for, and what to do with it.

import { resolve } from 'node:path'
import type { Draft } from '../../core/draft/draft.ts'
import { fitDraft } from '../../core/draft/fit-draft.ts'
import { renderDraft } from '../../core/draft/render-draft.ts'
import { renderSection } from '../../core/draft/render-section.ts'
import { tellCut } from '../../core/draft/tell-cut.ts'
import { version } from '../../core/record/version.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { replaceFile } from '../../runtime/replace-file.ts'
import type { Environment } from '../environment.ts'
import { nameCommand } from '../name-command.ts'
import { readText } from '../read-text.ts'
import { write } from '../write.ts'
import { plural } from './describe-session.ts'
import { findTemplate } from './find-template.ts'
import type { DraftOptions } from './read-draft-options.ts'
import { updateBody, updateInput } from './update-body.ts'

/** What GitHub takes, in characters. */
const longestBody = 65_536

interface Place {
  /** Relative paths are from here. */
  folder: string
  /** The top of the repository. */
  root: string
  signal: AbortSignal
}

/** Writes `json` when there is some, else `draft` as Markdown or into a description. */
export async function writeDraft(
  draft: Draft,
  json: string | null,
  options: DraftOptions,
  place: Place,
  environment: Environment,
): Promise<void> {
  const { update, output } = options
  // Data is given whole.
  const fit = json === null ? fitDraft(draft, (some) => renderSection(some, version)) : draft
  const cut = tellCut(draft, fit)
  if (cut !== null) await say(environment, ['', cut])
  if (update === '-') {
    const { body } = await updateInput(fit, environment)
    await write(environment.stdout, toShown(body, environment))
    await say(environment, explainLength(body))
  } else if (update !== null) {
    await updateFile(update, fit, options, place, environment)
  } else {
    const text = json ?? renderDraft(fit, { version })
    if (output === null || output === '-') {
      await write(environment.stdout, json ?? toShown(text, environment))
      if (json === null)
        await say(environment, [
          '',
          `Next: \`${nameCommand(environment)} draft --update BODY.md\` keeps it in a file.`,
        ])
    } else {
      await replaceFile(resolve(place.folder, output), text, place.signal)
      await say(environment, [
        '',
        `Written to ${output}.`,
        ...(json === null ? explainNext(output, environment) : []),
      ])
    }
  }
}

async function updateFile(
  path: string,
  draft: Draft,
  { templates: [template] }: DraftOptions,
  { folder, root, signal }: Place,
  environment: Environment,
): Promise<void> {
  const own = template === undefined ? await findTemplate(root) : null
  const start = template === undefined ? own?.text : await readText(resolve(folder, template), environment)
  const { body, added, updated, kept, isNew, isChanged } = await updateBody(path, draft, {
    template: start ?? '',
    folder,
    signal,
  })
  const what = [
    ...(added > 0 || isChanged ? [`${plural(added, 'item')} added`] : []),
    ...(updated > 0 ? [`${updated} brought up to date`] : []),
    ...(kept > 0 ? [`${kept} left as you wrote them`] : []),
  ].join(', ')
  const from = own === null ? '' : ` from ${own.path}`
  const done = isNew
    ? `${path} is made${from}`
    : isChanged
      ? `${path} is up to date`
      : `${path} was up to date`
  await say(environment, [
    '',
    `${what === '' ? done : `${done}: ${what}`}.`,
    ...explainLength(body),
    ...explainNext(path, environment),
  ])
}

function explainNext(path: string, environment: Environment): string[] {
  const name = /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`
  return [
    'Next: read it, correct it and say why, then open the pull request, or change the one that is open:',
    `  ${nameCommand(environment)} check ${name}`,
    `  gh pr create -t "<title>" -F ${name}`,
    `  gh pr edit -F ${name}`,
  ]
}

function explainLength(body: string): string[] {
  return body.length <= longestBody
    ? []
    : [
        `It is longer than the ${longestBody} characters that GitHub takes: shorten it, or leave out \`--full\`.`,
      ]
}

async function say({ stderr }: Environment, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await write(stderr, escapeLines(toSafeText(`${lines.join('\n')}\n`)))
}

/** A terminal and the log of a workflow act on what they show; a file or program gets every byte. */
export function toShown(text: string, { stdout, env }: Environment): string {
  const safe = stdout.isTTY === true ? toSafeText(text) : text
  return env.GITHUB_ACTIONS === 'true' ? escapeLines(safe) : safe
}
