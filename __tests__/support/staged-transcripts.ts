// Every fixture transcript, put where its tool keeps it on a machine of a test: a home folder and a repository.

import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Reader, SessionFile } from '../../src/capture/readers/reader.ts'
import { readers } from '../../src/capture/readers/readers.ts'
import type { Session } from '../../src/capture/session/session.ts'
import { isJsonObject } from '../../src/core/json.ts'

interface Places {
  home: string
  repository: string
}

export interface TranscriptFixture {
  /** The folder or file below the fixtures. */
  name: string
  reader: Reader
  /** Writes it, each text through `change`, and gives the files and folders that `--session` takes for it. */
  stage(places: Places, change?: Change): string[]
}

const root = join(import.meta.dirname, '../fixtures/transcripts')
const own = new Set(['README.md', 'sessions.json'])
const code = '.config/Code/User'

/** All of them. A new folder of a known tool is found; one of a new tool needs a place below. */
export function listTranscriptFixtures(): TranscriptFixture[] {
  return readdirSync(root)
    .sort()
    .flatMap((tool) => {
      const place = places.get(tool)
      assert.ok(place, `\`${tool}\` has no place in staged-transcripts.ts`)
      const reader = readers.find(({ id }) => id === (tool === 'codex-cli' ? 'openai-codex' : tool))
      assert.ok(reader, `\`${tool}\` has no reader`)
      return listCases(tool).map((name) => ({
        name,
        reader,
        stage: (to: Places, change = (text: string) => text) => place(name, to, change),
      }))
    })
}

/** The sessions at `path`. */
export async function readStaged(reader: Reader, path: string): Promise<Session[]> {
  const file: SessionFile = { path, bytes: 0, modifiedAt: new Date(0) }
  const sessions: Session[] = []
  for await (const session of reader.read(file, { signal: new AbortController().signal }))
    sessions.push(session)
  return sessions
}

/** Tools whose recordings are files of one folder, and those with a folder for each case. */
function listCases(tool: string): string[] {
  const isFile = tool === 'claude-code' || tool === 'codex-cli'
  const folders = readdirSync(join(root, tool), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${tool}/${name}`)
    .sort()
  if (!isFile) return folders
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => `${folder}/${name}`),
  )
}

/** A text before it is written to `path`. */
export type Change = (text: string, path: string) => string
type Place = (name: string, to: Places, change: Change) => string[]

const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['aider', (name, { repository }, change) => copy(name, repository, change)],
  ['claude-code', placeClaude],
  [
    'cline',
    (name, { home }, change) =>
      name.endsWith('/task')
        ? copy(name, `${home}/${code}/globalStorage/saoudrizwan.claude-dev/tasks`, change, 1)
        : copy(name, `${home}/.cline/data/sessions`, change, 1),
  ],
  [
    'codex-cli',
    (from, { home }, change) => {
      const text = readFileSync(join(root, from), 'utf8')
      const [, id] = /"id":"([^"]+)"/.exec(text) ?? []
      const name = `rollout-2026-01-05T09-00-00-${id}.jsonl`
      return [write(`${home}/.codex/sessions/2026/01/05/${name}`, text, change)]
    },
  ],
  ['copilot-cli', (name, { home }, change) => copy(name, `${home}/.copilot/session-state`, change)],
  ['cursor', (name, { home }, change) => copy(name, home, change)],
  ['gemini-cli', (name, { home }, change) => copy(name, home, change)],
  ['opencode', placeOpencode],
  [
    'roo-code',
    (name, { home }, change) =>
      copy(name, `${home}/${code}/globalStorage/rooveterinaryinc.roo-cline/tasks`, change, 1),
  ],
  ['specstory', (name, { repository }, change) => copy(name, `${repository}/.specstory/history`, change)],
  [
    'vscode-chat',
    (name, { home }, change) =>
      name.endsWith('/other-agent')
        ? copy(name, `${home}/${code}/globalStorage/emptyWindowChatSessions`, change)
        : copy(name, `${home}/.config`, change),
  ],
])

function placeClaude(name: string, { home }: Places, change: Change): string[] {
  const text = readFileSync(join(root, name), 'utf8')
  const [, id = ''] = /"session_?[iI]d":"([^"]+)"/.exec(text) ?? []
  if (name.endsWith('-output.jsonl')) return [write(`${home}/claude-execution-output.json`, text, change)]
  const folder = `${home}/.claude/projects/-home-dev-project`
  const subagents = join(root, name.replace(/\.jsonl$/, ''), 'subagents')
  for (const agent of listFiles(subagents))
    write(`${folder}/${id}/subagents/${basename(agent)}`, readFileSync(agent, 'utf8'), change)
  return [write(`${folder}/${id}.jsonl`, text, change)]
}

/** The rows of a database, or files. */
function placeOpencode(name: string, { home }: Places, change: Change): string[] {
  const data = `${home}/.local/share/opencode`
  if (name !== 'opencode/recorded') return copy(`${name}/storage`, `${data}/storage`, change)
  mkdirSync(data, { recursive: true })
  const path = `${data}/opencode.db`
  const database = new DatabaseSync(path)
  database.exec('pragma synchronous = off; begin')
  for (const table of ['session', 'message', 'part']) {
    const from = join(root, name, `${table}.json`)
    const rows: unknown = JSON.parse(change(readFileSync(from, 'utf8'), from))
    for (const row of Array.isArray(rows) ? rows.filter(isJsonObject) : []) {
      const names = Object.keys(row)
      database.exec(`create table if not exists ${table} (${names.join(', ')})`)
      database
        .prepare(`insert into ${table} values (${names.map(() => '?').join(', ')})`)
        .run(
          ...Object.values(row).map((value) =>
            typeof value === 'string' || typeof value === 'number' ? value : null,
          ),
        )
    }
  }
  database.exec('commit')
  database.close()
  return [path]
}

/** Copies a folder and gives the transcripts in it, or the folder that is one when `depth` is 1. */
function copy(name: string, to: string, change: Change, depth = 0): string[] {
  const from = join(root, name)
  const written = listFiles(from).map((file) =>
    write(`${to}${file.slice(from.length)}`, readFileSync(file, 'utf8'), change),
  )
  if (depth === 1) return [...new Set(written.map((path) => dirname(path)))]
  return written.filter((path) => {
    const head = readFileSync(path, 'utf8').slice(0, 65_536)
    return readers.some((reader) => reader.recognizes(path, head))
  })
}

function write(path: string, text: string, change: Change): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, change(text, path))
  return path
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !own.has(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return []
  }
}
