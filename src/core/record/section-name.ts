// The six sections, in the order of every record, template and report.

export const sectionNames = ['tools', 'prompts', 'failures', 'corrections', 'context', 'review'] as const

export type SectionName = (typeof sectionNames)[number]
