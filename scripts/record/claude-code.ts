// Records transcripts of Claude Code. Needs `tmux`, as rejections and going back are made in a terminal.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isJsonObject } from '../../src/core/json.ts'
import { cutRow } from './claude-code/cut-rows.ts'
import { findProgram } from './claude-code/find-program.ts'
import { startStandIn } from './claude-code/messages-stand-in.ts'
import { editor, fork, makeRun, work } from './claude-code/print-scenarios.ts'
import { steer } from './claude-code/terminal-scenario.ts'
import { makeWorkplace } from './claude-code/workplace.ts'
import { cleanTexts } from './clean-texts.ts'
import { installPackage } from './install-package.ts'

/** Installs `version` for this system and writes what it keeps of each scenario into `folder`. */
export async function recordClaudeCode(version: string, folder: string): Promise<void> {
  const standIn = await startStandIn()
  const place = makeWorkplace(standIn.url)
  try {
    const modules = installPackage('@anthropic-ai/claude-code', version, join(place.folder, 'tool'))
    const program = findProgram(modules)
    const run = makeRun(program, place)
    const { id, output } = await work(run, standIn, place)
    const scenarios = new Map([[id, 'work']])
    scenarios.set(await fork(run, standIn, id), 'fork')
    scenarios.set(await editor(run, standIn, place), 'editor')
    await steer(program, standIn, place)
    const texts = readTranscripts(place.projects, scenarios)
    texts.set('work-output.jsonl', output)
    const encoded = (path: string) => path.replace(/[^\dA-Za-z]/g, '-')
    const paths = new Map([
      [place.home, '/home/dev'],
      [encoded(place.home), '-home-dev'],
      [place.folder, '/tmp/recording'],
      [`/claude-${process.getuid?.() ?? 0}/`, '/claude-1000/'],
    ])
    for (const [name, text] of cleanTexts(mapRows(texts), paths)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  } finally {
    await standIn.close()
    place.remove()
  }
}

/** Transcripts by the names they get: of `scenarios` by id, the one that is left is of the terminal. */
function readTranscripts(projects: string, scenarios: ReadonlyMap<string, string>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const entry of readdirSync(projects, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.jsonl')) continue
    const path = join(entry.parentPath, entry.name)
    const [id = '', ...rest] = path
      .slice(projects.length + 1)
      .replace(/\.jsonl$/, '')
      .split('/')
      .slice(1)
    const scenario = scenarios.get(id) ?? 'steering'
    const agents = [...texts.keys()].filter((name) => name.startsWith(`${scenario}/`)).length
    const name = rest.length === 0 ? scenario : `${scenario}/subagents/agent-${agents + 1}`
    texts.set(`${name}.jsonl`, readFileSync(path, 'utf8'))
  }
  return new Map([...texts].sort(([a], [b]) => a.localeCompare(b, 'en')))
}

function mapRows(texts: ReadonlyMap<string, string>): Map<string, string> {
  const cut = (line: string) => {
    const row: unknown = line === '' ? null : JSON.parse(line)
    return isJsonObject(row) ? JSON.stringify(cutRow(row)) : line
  }
  return new Map([...texts].map(([name, text]) => [name, text.split('\n').map(cut).join('\n')]))
}
