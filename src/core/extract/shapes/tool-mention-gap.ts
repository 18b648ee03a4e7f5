// Reads what stands between and after the names of tools and models: connectives, versions, parentheses, purposes.

/** The text between two names. */
export interface Gap {
  text: string
  /** Only words that connect a tool with its model. */
  connects: boolean
  /** Separates items: a comma, `and`, `&`, `+`, a line break. */
  lists: boolean
  /** Opens or closes a parenthesis. */
  opens: boolean
  closes: boolean
  /** `via`, `on`, `in`: the tool follows its model. */
  turns: boolean
  /** `with`, `using`, `model`: the model follows its tool. */
  leads: boolean
}

const connectives = new Set(
  'with using via on in under through inside within from running run by powered driven backed model models llm llms the a an version mode agent agents anthropic openai google aws bedrock vertex azure xai moonshot zhipu z ai cli tool tools latest and or plus v now named called set to id name actual used coding'.split(
    ' ',
  ),
)
const turning = new Set(['via', 'on', 'in', 'under', 'using', 'through', 'inside', 'within', 'from', 'with'])

/** Reads a gap; a long one connects nothing. */
export function readGap(text: string): Gap {
  const short = text.length <= 80
  const words = short ? (text.toLowerCase().match(/[a-z]+/g) ?? []) : []
  return {
    text,
    connects: short && !/[^\x00-\x7f–—·]/.test(text) && words.every((word) => connectives.has(word)),
    lists:
      !short ||
      /[,;&+|\n•]/.test(text) ||
      words.some((word) => word === 'and' || word === 'or' || word === 'plus'),
    opens: short && /[([{<]/.test(text),
    closes: !short || /[)\]}]/.test(text),
    turns: words.some((word) => turning.has(word)),
    leads: words.some(
      (word) => word === 'with' || word === 'using' || word === 'running' || word.startsWith('model'),
    ),
  }
}

const versionPattern =
  /[ \n]?(?:[(@/,][ ]?)?(?:version[ :]+|ver\.?[ ]?|v\.?[ ]?)?(\d+(?:\.\d+)+(?:[-+.]?[a-z\d]+)*|(?<=v)\d+(?![\w.])|\d+(?=$|[ ]?[(,;:)]| with\b))/iy

/** A version right after a tool's name, or null. `opens` when it stands in a parenthesis. */
export function readVersion(
  text: string,
  at: number,
): { version: string; end: number; opens: boolean } | null {
  versionPattern.lastIndex = at
  const found = versionPattern.exec(text)
  const version = found?.[1]?.replace(/[.+-]+$/, '')
  if (!found || !version) return null
  const end = versionPattern.lastIndex - ((found[1] ?? '').length - version.length)
  return { version, end, opens: found[0].includes('(') }
}

const group = /[ \n]?\(([^()\n]{0,160})\)/y
// One way to match each character: a dot that could also separate would take exponential time.
const slug = /^[a-z](?:[\w.]|[-/:](?=[\w.]))*$/i

/** A parenthesis without a known name, right after a tool: its end, and the unknown model it states, if any. */
export function readGroup(text: string, at: number): { end: number; model: string | null } | null {
  group.lastIndex = at
  const found = group.exec(text)
  if (!found) return null
  const inside = (found[1] ?? '').trim()
  const labelled =
    /^(?:model|llm)s?\s*[:=]?\s+([\w./:@-]+)|[,;]\s*(?:model|llm)\s*[:=]?\s*([\w./:@-]+)/i.exec(inside)
  const written = labelled?.[1] ?? labelled?.[2] ?? inside
  const isModel =
    slug.test(written) &&
    (labelled || /^auto$/i.test(written) || (/\d/.test(written) && /[-/]/.test(written)))
  const known = isModel && !/^(?:unknown|unavailable|none|unspecified|null|n\/a|tbd)$/i.test(written)
  return { end: group.lastIndex, model: known ? written : null }
}

const colonModel = /:(?:([\w][\w./@-]*)|[ ]([a-z][\w./@]*(?:-[\w./@]+)+))(?=$|[\s,;(])/iy

/** An unknown model after a colon without space, as in `Crush:auto`; a slug with a digit may follow a space. */
export function readColonModel(text: string, at: number): { model: string; end: number } | null {
  colonModel.lastIndex = at
  const found = colonModel.exec(text)
  const model = (found?.[1] ?? found?.[2])?.replace(/\.$/, '')
  if (!model || (found?.[2] && !/\d/.test(model))) return null
  return { model, end: colonModel.lastIndex }
}

const purposeStart =
  /^[)\]\s"'`*_,]{0,8}(?:(?:(?:was|were|is|has been)[ ])?used[ ](?:for|to|in|as)[ ]|:[ ]|[—–][ ]?|-[ ]|\|[ ]?|(?:for|to)[ ](?!me\b|us\b))/

/** What the text after a mention says it was used for, or null; up to the end of the sentence or line. */
export function readPurpose(after: string, prose: boolean): string | null {
  const start = purposeStart.exec(after.slice(0, 60))
  if (!start) return null
  const line = after.slice(start[0].length).split('\n', 1)[0] ?? ''
  const said = prose ? (/^.*?(?=[.;!?)](?:\s|$)|$)/.exec(line)?.[0] ?? '') : line
  const bare = (said.length > longestPurpose ? said : trimPurpose(said)).trim()
  return /[a-z]{2}/i.test(bare) || /\p{L}{2}/u.test(bare) ? bare : null
}

/** Longer ones are kept as written: trimming takes the square of their length. */
const longestPurpose = 1000

function trimPurpose(said: string): string {
  return said
    .replace(/^(?:it )?(?:was )?used (?:for|to|in) /, '')
    .replace(/[\s,;:|(&+–—-]+$/, '')
    .replace(/(?:[\s,;]+(?:and|then|with|plus|while|but))+$/, '')
    .replace(/\.$/, '')
}
