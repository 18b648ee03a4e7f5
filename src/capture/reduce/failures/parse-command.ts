// A command line into the programs it runs. Enough of the shell to tell a test run from a look around; nothing is run.

export interface Part {
  /** The program without its folder and without what only starts it, such as `npx` or `timeout 60`, and its arguments. */
  words: readonly string[]
  /** What stands in front of it. */
  joint: '' | '&&' | '||' | ';' | '|'
  /** Whether it runs on its own: its exit code is lost in the background, and is another's in conditions and loops. */
  isLoose?: true
}

const mostParts = 64
/** A backslash parts folders here and does not quote. */
const windowsPaths = /(?<![^\s;&|("'])(?:[A-Za-z]:|\.{1,2})\\[^\s"'&|;]*/g

/** The programs of `command`, in order. What stands in a here-document is left out. */
export function parseCommand(command: string): Part[] {
  return parse(
    command.replace(windowsPaths, (path) => path.replaceAll('\\', '/')),
    0,
  )
}

function parse(command: string, depth: number): Part[] {
  const parts: Part[] = []
  for (const { words, sign } of split(command)) {
    const last = parts.at(-1)
    if (sign === '&' && last) parts[parts.length - 1] = { ...last, isLoose: true }
    if (parts.length >= mostParts) break
    const joint = toJoint(sign)
    const bare = unwrap(words)
    const [program, option, script] = bare
    const isShell = program !== undefined && /^(?:ba|z|da|k)?sh$/.test(program)
    const loose = controls.has(words[0] ?? '') ? { isLoose: true as const } : {}
    if (isShell && option !== undefined && /^-[a-z]*c$/.test(option) && script !== undefined && depth < 3)
      parts.push(
        ...parse(script, depth + 1).map((part, at) => ({
          ...part,
          ...loose,
          ...(at === 0 ? { joint } : {}),
        })),
      )
    else if (bare.length > 0) parts.push({ words: bare, joint, ...loose })
  }
  return parts
}

const tokens =
  /\\\n|\\([^\n])|'([^']*)'?|"((?:[^"\\]|\\[\s\S])*)"?|(<<)|(&>|>&)|(&&|\|\||[;|&\n])|([^\S\n]+)|(?<![^\s;&|(])#[^\n]*|([^\\'"<>&|;\s]+|[<>])/g

/** Words and the signs in front of them, by the quoting rules of POSIX shells. */
function split(command: string): { words: string[]; sign: string }[] {
  let words: string[] = []
  const parts: { words: string[]; sign: string }[] = [{ words, sign: '' }]
  let word: string | null = null
  const endWord = () => {
    if (word !== null) words.push(word)
    word = null
  }
  for (const [, escaped, single, double, document, redirection, joint, space, plain] of command.matchAll(
    tokens,
  )) {
    if (document !== undefined) break
    if (space !== undefined || joint !== undefined) endWord()
    if (joint !== undefined) {
      words = []
      parts.push({ words, sign: joint })
    }
    const text = escaped ?? single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? redirection ?? plain
    if (text !== undefined) word = `${word ?? ''}${text}`
  }
  endWord()
  return parts
}

function toJoint(sign: string): Part['joint'] {
  return sign === '' || sign === '&&' || sign === '||' || sign === '|' ? sign : ';'
}

const controls = new Set('if then elif else while until do for case !'.split(' '))

const starters = new Set(
  (
    'sudo doas env command exec nohup time nice npx bunx pnpx cross-env dotenv corepack stdbuf xvfb-run unbuffer then do ' +
    'else if while ! ( {'
  ).split(' '),
)
/** Programs that start another by these words. */
const runners = new Map([
  ['pnpm', ['exec', 'dlx']],
  ['yarn', ['exec', 'dlx']],
  ['npm', ['exec', 'x']],
  ['bun', ['x']],
  ['uv', ['run']],
  ['poetry', ['run']],
  ['pipenv', ['run']],
  ['pdm', ['run']],
  ['hatch', ['run']],
  ['rye', ['run']],
  ['bundle', ['exec']],
  ['mise', ['exec']],
])
const mostStarters = 12

/** Without assignments, redirections and what only starts the program. */
function unwrap(words: readonly string[]): string[] {
  let left = words.filter((word, index) => !isRedirection(word) && !isTarget(words[index - 1]))
  for (let turn = 0; turn < mostStarters; turn++) {
    const count = countStarter(left)
    if (count === 0) break
    left = left.slice(count)
  }
  const [program = '', ...rest] = left
  if (program === '') return []
  const bare = program
    .replace(/^[({]+/, '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.(?:exe|cmd|bat)$/i, '')
  return [bare, ...rest]
}

function isRedirection(word: string): boolean {
  return /^\d?(?:>|<|&>|>&)/.test(word)
}

/** Whether the word behind is a file: `> file`, with a space. */
function isTarget(word: string | undefined): boolean {
  return word !== undefined && /^\d?(?:>>?|<|&>)$/.test(word)
}

/** How many of the first words only start what follows them. */
function countStarter(words: readonly string[]): number {
  const [first = '', second = ''] = words
  if (/^[A-Za-z_]\w*=/.test(first)) return 1
  if (/^(?:.*[/\\])?(?:python[\d.]*|py)(?:\.exe)?$/.test(first)) return second === '-m' ? 2 : 0
  if (first === 'timeout' || first === 'gtimeout') return skipOptions(words, 1) + 1
  if (starters.has(first)) return skipOptions(words, 1)
  return runners.get(first)?.includes(second) ? skipOptions(words, 2) : 0
}

function skipOptions(words: readonly string[], from: number): number {
  let at = from
  while (words[at]?.startsWith('-')) at++
  return at
}
