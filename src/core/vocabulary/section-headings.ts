// The headings we recommend, what each section should hold, and the Markdown to paste. Data only; the reader
// takes any spelling in `section-titles.ts`.

import type { SectionName } from '../record/section-name.ts'

export interface SectionHeading {
  heading: string
  /** What a reader of a finding should write. */
  expected: string
  /** The section to paste and fill in, below a heading of the author's choice. */
  snippet: string
}

export const sectionHeadings: Readonly<Record<SectionName, SectionHeading>> = {
  tools: {
    heading: 'Tools',
    expected: 'One line a tool: name, version, model and what it was used for',
    snippet:
      '- <!-- tool version (model): what for, such as: Claude Code 2.1.40 (claude-opus-4-6): the tests -->\n',
  },
  prompts: {
    heading: 'Prompts',
    expected: 'The prompts in order: the first, then each refinement; quote them word for word',
    snippet: '1. > <!-- the first prompt, word for word -->\n2. > <!-- a refinement -->\n',
  },
  failures: {
    heading: 'Failed attempts',
    expected: 'What the AI got wrong: the error, its cause, and what changed; or `None`',
    snippet:
      '- **Error:** <!-- what went wrong -->\n  **Cause:** <!-- why -->\n  **Resolution:** <!-- what you changed -->\n',
  },
  corrections: {
    heading: 'Manual corrections',
    expected: 'What you changed by hand in the AI’s output, and why; or `None`',
    snippet: '- **What:** <!-- what you changed -->\n  **Why:** <!-- why -->\n  **File:** <!-- path -->\n',
  },
  context: {
    heading: 'Context',
    expected: 'What the AI had to know: domain, requirements, constraints, performance',
    snippet:
      '- **Requirements:** <!-- what was asked for -->\n- **Constraints:** <!-- what had to hold -->\n',
  },
  review: {
    heading: 'Human review',
    expected: 'Who read the result, and how it was verified',
    snippet:
      '- [ ] I have read and understood every changed line\n- [ ] I have run the tests\n- **Verification:** <!-- commands, results -->\n',
  },
}
