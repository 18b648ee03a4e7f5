// Runs a program in a terminal, types into it and reads its screen: by tmux, with a server of its own.

import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 20_000
/** A program that redraws its screen may drop what comes while it does. */
const settleMs = 600

export class Terminal {
  private readonly socket: string
  private readonly env: NodeJS.ProcessEnv

  /** Starts `command` in `folder`; `socket` is a path that is free. */
  constructor(socket: string, command: readonly string[], folder: string, env: NodeJS.ProcessEnv) {
    this.socket = socket
    this.env = env
    const size = ['-x', '140', '-y', '60']
    this.tmux(['-f', '/dev/null', 'new-session', '-d', '-s', 'record', ...size, '-c', folder, ...command])
  }

  /** Types text as it is. */
  async type(text: string): Promise<void> {
    this.tmux(['send-keys', '-t', 'record', '-l', text])
    await wait(settleMs)
  }

  /** Presses keys by their names in tmux, such as `Enter`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.tmux(['send-keys', '-t', 'record', key])
      await wait(settleMs)
    }
  }

  /** Waits until `text` is on the screen. Throws with the screen when it does not come. */
  async see(text: string): Promise<void> {
    await this.until((screen) => screen.includes(text), `\`${text}\` did not come up`)
  }

  /** Waits until `text` is no longer on the screen. */
  async miss(text: string): Promise<void> {
    await this.until((screen) => !screen.includes(text), `\`${text}\` did not go away`)
  }

  close(): void {
    this.tmux(['kill-server'])
  }

  private async until(isThere: (screen: string) => boolean, otherwise: string): Promise<void> {
    for (const end = Date.now() + patienceMs; Date.now() < end; await wait(100)) {
      if (isThere(this.screen())) return await wait(settleMs)
    }
    throw new Error(`${otherwise} on the screen:\n${this.screen()}`)
  }

  private screen(): string {
    return this.tmux(['capture-pane', '-p', '-t', 'record'])
  }

  private tmux(args: string[]): string {
    return execFileSync('tmux', ['-S', this.socket, ...args], {
      env: this.env,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  }
}
