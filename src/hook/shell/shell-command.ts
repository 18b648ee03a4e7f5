// What is known of a shell command line without running it.

export interface Word {
  text: string
  /** False when a variable, glob or command decides what it is. */
  isKnown: boolean
  /** The file whose text it is, for `$(cat file)`; else null. */
  file: string | null
}

/** One program with its arguments. Control flow is not kept: the commands come in the order they are written in. */
export interface ShellCommand {
  words: Word[]
  /** The here-document or here-string it reads, if any. */
  input: string | null
  /** It reads from a pipe or a file. */
  isFed: boolean
  /** The file that its output goes to, if any. */
  output: Word | null
}
