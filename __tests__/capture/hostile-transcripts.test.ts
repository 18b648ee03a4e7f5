// Whatever is done to a transcript, it is read as far as it can be, and its draft can be read back.

import { test } from 'node:test'
import fc from 'fast-check'
import { checkTranscript, hostileTranscript } from '../support/hostile-transcripts.ts'

test('no change of a transcript breaks a reader or a draft', async () => {
  await fc.assert(
    fc.asyncProperty(hostileTranscript, async (transcript) => {
      await checkTranscript(transcript)
    }),
    { seed: 20_261_126, numRuns: Number(process.env.RUNS ?? 150) },
  )
})
