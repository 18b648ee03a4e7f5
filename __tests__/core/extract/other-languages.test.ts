import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractBody } from '../../support/extract-body.ts'

const cases: [body: string, use: 'used' | 'none' | 'unknown', tool?: string][] = [
  ['## KI-Nutzung\n\nKeine KI verwendet.\n', 'none'],
  ['## KI-Nutzung\n\nWerkzeug: Claude Code\n', 'used', 'claude-code'],
  ["## Utilisation de l'IA\n\n- [x] Non\n- [ ] Oui\n", 'none'],
  ['## Uso de IA\n\nHerramienta: GitHub Copilot\n', 'used', 'github-copilot'],
  ['## Использование ИИ\n\nНет\n', 'none'],
  ['## AI 使用声明\n\n- 工具：Claude Code\n- 模型：Claude Opus 4.6\n', 'used', 'claude-code'],
  ['## 是否使用 AI\n\n未使用 AI\n', 'none'],
  ['**AI 使用**：无\n', 'none'],
  ['## AI 使用声明\n\n请填写\n', 'unknown'],
  ['## AIの使用について\n\nいいえ\n', 'none'],
  ['## AIの使用について\n\n- [ ] いいえ\n- [x] はい\n\n使用したツール: Cursor\n', 'used', 'cursor'],
  ['## AI 사용 여부\n\n사용하지 않음\n', 'none'],
  ['## 変更点\n\nモデル: ユーザー\n\nいいえ\n', 'unknown'],
]
for (const [body, use, tool] of cases) {
  test(`${JSON.stringify(body)} is ${use}`, () => {
    const record = extractBody(body)
    assert.equal(record.ai_use, use)
    assert.deepEqual(
      record.tools.map(({ tool_id }) => tool_id),
      tool === undefined ? [] : [tool],
    )
  })
}

test('the places of translated words are those of what was written', () => {
  const body = '## AI 使用声明\n\n工具：Claude Code\n\n## 使用的提示词\n\n> 修复登录页面的空指针错误\n'
  const record = extractBody(body)
  const [prompt] = record.prompts
  assert.equal(prompt?.text, '修复登录页面的空指针错误')
  assert.ok(body.slice(prompt?.place.start?.offset ?? 0).includes('修复登录'))
})
