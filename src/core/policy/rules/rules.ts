// The rules in the order of their ids.

import type { Rule } from '../rule.ts'
import { contradiction } from './contradiction.ts'
import { correctionReason } from './correction-reason.ts'
import { failureDetail } from './failure-detail.ts'
import { forbiddenTrailer } from './forbidden-trailer.ts'
import { humanReview } from './human-review.ts'
import { requiredSection } from './required-section.ts'
import { requiredStatement } from './required-statement.ts'
import { requiredTrailer } from './required-trailer.ts'
import { secretInBody } from './secret-in-body.ts'
import { strippedTemplate } from './stripped-template.ts'
import { toolVersion } from './tool-version.ts'
import { unreadableSource } from './unreadable-source.ts'
import { unreadableTemplate } from './unreadable-template.ts'
import { verbatimPrompt } from './verbatim-prompt.ts'

export const rules: readonly Rule[] = [
  unreadableSource,
  unreadableTemplate,
  secretInBody,
  requiredStatement,
  requiredSection,
  strippedTemplate,
  contradiction,
  forbiddenTrailer,
  requiredTrailer,
  failureDetail,
  correctionReason,
  humanReview,
  verbatimPrompt,
  toolVersion,
]
