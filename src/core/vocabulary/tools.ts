// The tool vocabulary: every AI tool the project knows. Data about the world only.

import type { Tool } from './tool.ts'
import { agentTools } from './tools-agents.ts'
import { assistantTools } from './tools-assistants.ts'
import { familyTools } from './tools-families.ts'
import { openAgentTools } from './tools-open-agents.ts'
import { otherTools } from './tools-others.ts'

/** Every known tool, products first, then the model families that stand alone when only a model is named. */
export const tools: readonly Tool[] = [
  ...agentTools,
  ...openAgentTools,
  ...assistantTools,
  ...otherTools,
  ...familyTools,
]
