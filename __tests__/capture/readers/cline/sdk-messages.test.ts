// A command that our hook refused, as the command line 3.0.65 keeps it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SdkMessages } from '../../../../src/capture/readers/cline/sdk-messages.ts'
import { SessionBuilder } from '../../../../src/capture/session/session-builder.ts'

test('what our hook refused is denied, and what it told the AI is no prompt', () => {
  const builder = new SessionBuilder('1', { toolId: 'cline', toolName: 'Cline', path: '/1' })
  const messages = new SdkMessages(builder, true)
  const commands = ['npm test', 'gh pr create --title x --body y']
  const outcome = {
    query: 'exit 1 # ai-worklog: the description does not say how AI was used yet',
    result: '[Command exited with code 1]',
    error: 'Command exited with code 1',
    success: false,
  }
  const context =
    '<hook_context source="PreToolUse" tool_name="run__commands">\nDraft it first.\n</hook_context>'
  for (const message of [
    { role: 'user', content: [{ type: 'text', text: '<user_input mode="act">Open it</user_input>' }] },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'a', name: 'run_commands', input: { commands } }],
    },
    {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: 'a', name: 'run_commands', content: [outcome] }],
    },
    { role: 'user', content: [{ type: 'text', text: context }], metadata: { displayRole: 'system' } },
  ])
    messages.take(message)
  const told = builder.build().events.map((event) => (event.kind === 'call' ? event.status : event.kind))
  assert.deepEqual(told, ['prompt', 'denied', 'denied'])
})
