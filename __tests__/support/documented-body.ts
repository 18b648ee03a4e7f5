// A description that documents its AI work completely, in the recommended form.

export const documentedBody = `Parses durations with units.

## AI worklog

### AI tools

- Claude Code 2.1.40 (claude-opus-4-6): wrote the parser and its tests

### Prompts

Initial prompt:

> Write a parser for durations such as \`1h 30m\`.

Refinement:

> Reject negative numbers.

### Failed attempts

- **A regular expression for everything**
  - Error: \`1m30\` was read as 130 minutes
  - Cause: the unit was optional
  - Resolution: split it into tokens first

### Manual corrections

- \`src/duration.ts\`: months removed
  - Reason: their length varies

### Context

Part of the scheduler rewrite, see #12.

### Review

- [x] A human has read every line
- [x] The tests were run
`
