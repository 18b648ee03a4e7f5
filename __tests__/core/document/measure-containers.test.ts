import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { maxContainerWork, measureContainers } from '../../../src/core/document/measure-containers.ts'

const lines = (...texts: string[]) => texts.join('\n')

describe('measureContainers', () => {
  it('counts the containers that are open on each line', () => {
    const works = ['', 'a', '> a', '- a', '> - a', '- a\n  b', '> a\n> b', '1. a\n2. b', '- - a\n    b']
    assert.deepEqual(
      works.map((text) => measureContainers(text) / 30),
      [0, 0, 1, 1, 2, 2, 2, 2, 4],
    )
  })

  it('adds the size of all before wherever a line leaves a container', () => {
    const workOf = (text: string) => measureContainers(text) % 30
    // One unit for each line so far, four more for each marker.
    assert.equal(workOf('> a\nb'), 6)
    assert.equal(workOf('> a\n\nb'), 6)
    assert.equal(workOf('- a\nb'), 6)
    assert.equal(workOf('- a\n\nb'), 7)
    assert.equal(workOf('- - a\n- b'), 14)
    assert.equal(workOf('- a\n* * *'), 6)
    assert.equal(workOf('-\n\na'), 6)
    assert.equal(workOf('> a\n2. b'), 6)
  })

  it('counts a line with tabs as leaving, as it cannot tell', () => {
    assert.equal(measureContainers(lines('- a', '\tb')) % 30, 6)
  })

  it('stays small for what people write', () => {
    for (const text of [
      '> a\n'.repeat(5000),
      '- a\n  - b\n  - c\n    d\n'.repeat(200),
      '- [x] a\n'.repeat(8000),
      '1. a\n\n   b\n\n'.repeat(1000),
      'a\n'.repeat(30_000),
    ]) {
      assert.ok(measureContainers(text) < maxContainerWork / 4)
    }
  })

  it('finds what takes the parser seconds', () => {
    for (const text of [
      '>a\n\n'.repeat(16_000),
      '> a\nb\n'.repeat(10_000),
      `> a\n${'b\n'.repeat(30_000)}`,
      `- a\n${'b\n'.repeat(30_000)}`,
      `1. a\n${'2)b\n'.repeat(16_000)}`,
      '- - a\n'.repeat(10_000),
      '* - + a\n'.repeat(8000),
      '- a\n* * *\n'.repeat(6000),
      '> a\n2. b\n   c\n   c\n'.repeat(3000),
      '-\ta\n>\tb\n'.repeat(8000),
      `${'- '.repeat(90)}a${'\n'.repeat(50_000)}`,
      `${'> '.repeat(45)}a\n`.repeat(700).replaceAll('a\n', 'a\n\n'),
    ]) {
      assert.ok(measureContainers(text) > maxContainerWork, JSON.stringify(text.slice(0, 20)))
    }
  })
})
