// What others can learn, each with a link to its pull request.

import type { BlockContent, PhrasingContent, RootContent } from 'mdast'
import { code, heading, list, paragraph, strong, text } from '../../../core/render/markdown.ts'
import { formatCount } from '../rates.ts'
import { linkPullRequest } from '../report-link.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { categoryLabel, isMonth, monthName, toolLabel } from '../report-words.ts'

type Lesson = ReportRow<'lessons'>

export function renderLessons({ lessons }: ReportResults, most: number): RootContent[] {
  const failures = lessons.rows.filter(({ kind }) => kind === 'failure').slice(0, most)
  const corrections = lessons.rows.filter(({ kind }) => kind === 'correction').slice(0, most)
  if (failures.length + corrections.length === 0) return []
  const shown = failures.length + corrections.length
  const rest = shown < lessons.total ? `; ${shown} of ${formatCount(lessons.total)} are shown` : ''
  return [
    heading(3, text('Lessons')),
    paragraph(
      text(`Those that say why, or what solved it${rest}. They are single cases in their authors’ words.`),
    ),
    ...part('What failed', failures),
    ...part('What a human corrected', corrections),
  ]
}

function part(title: string, lessons: readonly Lesson[]): RootContent[] {
  return lessons.length === 0 ? [] : [heading(4, text(title)), list(lessons.map(renderLesson))]
}

function renderLesson(lesson: Lesson): BlockContent[] {
  const { summary, why, resolution, path } = lesson
  return [
    paragraph(
      strong(text(summary?.trim() || 'Without words')),
      ...(path ? [text(' in '), code(path, 100)] : []),
      ...(why ? [text(' — because '), text(why)] : []),
      ...(resolution ? [text(' → '), text(resolution)] : []),
      ...renderOrigin(lesson),
    ),
  ]
}

/** `(Claude Code 2.1, style, 2026-10, octo/app pull request 12)`. */
function renderOrigin(lesson: Lesson): PhrasingContent[] {
  const { tool_key, version, category, created_month, times } = lesson
  const parts: PhrasingContent[][] = []
  if (tool_key !== null)
    parts.push([text(`${toolLabel(lesson)}${version === null ? '' : ` ${version}`}`, 80)])
  if (category !== null) parts.push([text(categoryLabel(category), 60)])
  if (isMonth(created_month)) parts.push([text(monthName(created_month))])
  if (lesson.outcome === 'closed_unmerged') parts.push([text('not merged')])
  const link = linkPullRequest(lesson)
  if (link.length > 0) parts.push(link)
  if (times > 1) parts.push([text(`in the same words ${formatCount(times)} times`)])
  if (parts.length === 0) return []
  return [
    text(' ('),
    ...parts.flatMap((nodes, index) => (index === 0 ? nodes : [text(', '), ...nodes])),
    text(')'),
  ]
}
