// What records the transcripts of one tool.

/** A tool whose transcripts are recorded by running it. */
export interface Recorder {
  /** On npm. */
  package: string
  /** Installs `version`, provokes what a transcript can hold, and writes the transcripts into the empty `folder`. */
  record(version: string, folder: string): Promise<void>
}
