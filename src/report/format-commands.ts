// Findings as workflow commands, for a CLI run in a workflow without the action.

import type { Check } from '../core/check-pull-request.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { limitAnnotations } from './limit-annotations.ts'
import { toAnnotations } from './to-annotations.ts'

/** `::error`, `::warning` and `::notice` lines for the findings GitHub shows, escaped as runners expect. */
export function formatCommands({ record }: Check): string {
  return limitAnnotations(toAnnotations(record.findings, record.policy.result))
    .map(({ level, title, message }) => `::${level} title=${escapeProperty(title)}::${escapeData(message)}\n`)
    .join('')
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts escapes the same characters.
function escapeData(text: string): string {
  return toSafeText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
