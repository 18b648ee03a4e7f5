// What the vocabulary knows of a tool.

/** A GitHub account that is a tool; ids survive renames, so they are matched first. */
export interface BotAccount {
  login: string
  /** GitHub's numeric user id; null when not known. */
  id: number | null
}

/** One AI tool. Names match whole words in any case; a space also matches `-`, `_` or nothing. */
export interface Tool {
  /** The id records use. */
  id: string
  name: string
  vendor: string
  /** Other names that mean nothing else. */
  aliases?: readonly string[]
  /** Names that in prose need their capital, or a context such as `generated with`. */
  properNames?: readonly string[]
  /** Names that are also ordinary words or first names: in prose they need context as well. */
  weakNames?: readonly string[]
  /** Its weak names are such common words that in lower case they are never the tool. */
  commonWord?: true
  /** A first name of people: alone in front of a personal e-mail address it is a person. */
  firstName?: true
  /** True when its name also names the model family, such as Claude. */
  family?: true
  /** Its vendor's own models are what it runs unless someone says otherwise. */
  ownModels?: true
  /** An editor or host: it is the tool only in `editor:model`. */
  host?: true
  /** Lower-case addresses; `@domain` matches its role addresses (`noreply@`, `bot@`, the tool's name), not people. */
  emails?: readonly string[]
  bots?: readonly BotAccount[]
  /** Prefixes of head branches, with their `/`. */
  branchPrefixes?: readonly string[]
  /** `host` or `host/path` that its footers link to. */
  links?: readonly string[]
}
