import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { contextKinds } from '../../../eval/redaction/kinds-context.ts'
import { keyKinds } from '../../../eval/redaction/kinds-keys.ts'
import { negativeKinds, negatives } from '../../../eval/redaction/negatives.ts'
import { createRandom } from '../../../eval/redaction/random.ts'
import { isGone } from '../../../eval/redaction/score.ts'
import { redactText } from '../../../src/core/redact/redact-text.ts'

// Put together here, so that no scanner takes this file for a leak.
const made = 'a1B2c3D4e5F6g7H8'

describe('the rules of redaction', () => {
  for (const { name, make } of [...keyKinds, ...contextKinds]) {
    it(`take out ${name}`, () => {
      const { text, secret } = make(createRandom(7))
      assert.ok(isGone(secret, redactText(`I ran it with ${text} and it failed.`)))
    })
  }

  for (const text of negatives) it(`leave ${text}`, () => assert.equal(redactText(text), text))

  for (const { name, make } of negativeKinds) {
    it(`leave a ${name}`, () => assert.equal(redactText(make(createRandom(7))), make(createRandom(7))))
  }

  for (const [text, expected] of [
    ['at 10.1.2.3:80', 'at [REDACTED:ip-address]:80'],
    ['ssh root@51.97.173.245', 'ssh root@[REDACTED:ip-address]'],
    ['2a01:4f8:c17:b8f::2', '[REDACTED:ip-address]'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['999.1.2.300', '999.1.2.300'],
    ['1::2::3, ab::cd', '1::2::3, ab::cd'],
    ['phone: 415 555 2671', 'phone: [REDACTED:phone]'],
    ['rows 415 555 2671', 'rows 415 555 2671'],
    ['+1 (415) 555-2671', '[REDACTED:phone]'],
    ['4111 1111 1111 1111', '[REDACTED:card]'],
    ['4111 1111 1111 1112', '4111 1111 1111 1112'],
    ['4444444444444444', '4444444444444444'],
    ['DE89 3704 0044 0532 0130 00', '[REDACTED:iban]'],
    ['DE88 3704 0044 0532 0130 00', 'DE88 3704 0044 0532 0130 00'],
    ['~/.claude/projects/-home-jane-app/x', '~/.claude/projects/-home-[REDACTED:home-path]-app/x'],
    ['log in with admin / Winter2024x', 'log in with admin / [REDACTED:password]'],
    ['with the password "hunter$2x"', 'with the password "[REDACTED:password]"'],
    [
      'variable "db_password" {\n  default = "Winter2024x"\n}',
      'variable "db_password" {\n  default = "[REDACTED:password]"\n}',
    ],
    [`SECRET_KEY = '${made}(!)&'`, "SECRET_KEY = '[REDACTED:secret]'"],
    ['Basic YWJj, Basic !!', 'Basic YWJj, Basic !!'],
    ['echo hunter2 | sudo -S ls', 'echo [REDACTED:command-password] | sudo -S ls'],
    [
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    ],
    ['50%C3 is no encoding', '50%C3 is no encoding'],
  ] as const) {
    it(`make of ${JSON.stringify(text)} ${JSON.stringify(expected)}`, () => {
      assert.equal(redactText(text), expected)
    })
  }
})
