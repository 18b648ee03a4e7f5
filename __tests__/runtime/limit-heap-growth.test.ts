import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

// In a process of its own: there is no way back.
test('the space for new objects stays small, however long much of what is made survives', () => {
  const module = new URL('../../src/runtime/limit-heap-growth.ts', import.meta.url).href
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { limitHeapGrowth } from '${module}'
    let kept = []
    for (let round = 0; round < 3000; round++) {
      limitHeapGrowth()
      kept.push(Array.from({ length: 20_000 }, (_, index) => ({ index })))
      if (kept.length > 20) kept = []
    }
    console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size)
  `
  const size = Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  )
  assert.ok(size > 0 && size <= 48 * 1024 * 1024, `${size}`)
})
