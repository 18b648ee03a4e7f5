// A coding agent as tests drive it: the real program, in a home of its own, with a script on this machine for a model.

import type { JsonObject } from '../../../src/core/json.ts'

export interface Agent {
  /** What `init --hooks-for` calls it. */
  id: string
  /** On npm. */
  package: string
  version: string
  /** Makes a home and a repository for the program that is installed in `modules`. */
  start(modules: string): Promise<AgentWorld>
}

export interface AgentWorld {
  /** Below it lies all that the agent knows of this machine. */
  folder: string
  /** Of Git, and trusted by the user of the agent. */
  repository: string
  env: NodeJS.ProcessEnv
  /** What the model was asked with, in order. */
  requests: readonly JsonObject[]
  /** Gives the agent `prompt` and runs it to its end; the model runs each of `commands` in the shell, then it is content. */
  run(prompt: string, commands: readonly Command[]): Promise<void>
  close(): Promise<void>
}

/** A line for the shell, or what the model makes of the request that it answers, which is given as JSON. */
export type Command = string | ((request: string) => string)
