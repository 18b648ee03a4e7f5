// What results of Cline's SDK say that the recorded session has none of: texts as 3.0.65 writes them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSdkEnds } from '../../../../src/capture/readers/cline/read-sdk-ends.ts'

const notRun = '-- NOT a tool or system failure. Clarify with user before proceeding.'
const error = (text: string) => ({ content: JSON.stringify({ error: text }), is_error: true })

test('what a setting did not allow is no failure', () => {
  const reason = 'Tool "run_commands" requires approval but no approval callback is configured'
  assert.deepEqual(readSdkEnds(error(`${reason} ${notRun}`)), [{ status: 'denied', output: reason }])
  const planned =
    'Command not executed: git can modify files, and file modifications are blocked in plan mode.'
  const outcome = { query: 'git commit', result: '', error: `Command failed: ${planned}`, success: false }
  assert.equal(readSdkEnds({ content: [outcome] })[0]?.status, 'denied')
})

test('what a human rejected was one call, whatever it was to do', () => {
  const reason = 'This tool call was rejected by the user and not executed.'
  assert.deepEqual(readSdkEnds(error(`${reason} ${notRun}`)), [{ status: 'rejected', output: reason }])
})

test('a call with wrong arguments failed', () => {
  assert.deepEqual(readSdkEnds(error('✖ Invalid input')), [{ status: 'failed', output: '✖ Invalid input' }])
})

test('a command that ran too long failed, with what it had said', () => {
  const outcome = { query: 'x', result: 'so far', error: 'Command failed: Command timed out', success: false }
  assert.deepEqual(readSdkEnds({ content: [outcome] }), [
    { status: 'failed', output: 'Command failed: Command timed out\nso far' },
  ])
})

test('one outcome may stand as JSON in a text', () => {
  const outcome = { query: 'edit:/a', result: 'Edited /a', success: true }
  assert.deepEqual(readSdkEnds({ content: JSON.stringify(outcome) }), [{ status: 'ok', output: 'Edited /a' }])
})
