// The stages of a build.

/** Milliseconds of one core by stage; those that begin with `DuckDB` by the clock, as it runs on all cores by itself. */
export type Stages = Readonly<Record<string, number>>

/** What they would take one after another, when those of the map are spread over all `cores`. */
export function addUp(stages: Stages, cores: number): number {
  return Object.entries(stages).reduce(
    (sum, [name, value]) => sum + (name.startsWith('DuckDB') ? value : value / cores),
    0,
  )
}
