import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { splitCommand } from '../../../../src/dataset/engine/spark/split-command.ts'
import { UsageError } from '../../../../src/report/usage-error.ts'

describe('splitCommand', () => {
  it('splits at blanks, and takes quotes and backslashes as a shell does', () => {
    const cases: [string, string[]][] = [
      ['spark-submit', ['spark-submit']],
      ['  spark-submit\t--master  spark://host:7077 ', ['spark-submit', '--master', 'spark://host:7077']],
      [`env A='x y' "C:\\\\b \\"q\\"" d\\ e`, ['env', 'A=x y', 'C:\\b "q"', 'd e']],
      [`submit '' "" a''b`, ['submit', '', '', 'ab']],
      [`submit '$HOME' "\\$HOME" '|;&'`, ['submit', '$HOME', '$HOME', '|;&']],
      ['submit --conf spark.x=a,b@c%d~e{f}', ['submit', '--conf', 'spark.x=a,b@c%d~e{f}']],
    ]
    for (const [command, words] of cases) assert.deepEqual(splitCommand(command), words)
  })

  it('refuses what only a shell understands', () => {
    for (const command of ['a | b', 'a && b', 'a; b', 'a > b', 'a $HOME', 'a `b`', 'a *.jar', 'a (b)']) {
      assert.throws(() => splitCommand(command), UsageError)
    }
    assert.throws(() => splitCommand('submit $HOME'), {
      message:
        '`--spark-command` holds `$`, and no shell runs it. Quote it, or put the command into a script and give its path.',
    })
    assert.throws(() => splitCommand('submit\nother'), /holds a line break, and no shell runs it/)
  })

  it('says what is wrong with the quotes', () => {
    assert.throws(() => splitCommand("submit 'a"), {
      message: "`--spark-command` has a ' that is not closed.",
    })
    assert.throws(() => splitCommand('submit "a\\"'), {
      message: '`--spark-command` has a " that is not closed.',
    })
    assert.throws(() => splitCommand('submit \\'), { message: '`--spark-command` ends with a backslash.' })
  })

  it('wants a program', () => {
    for (const command of ['', '  ', "''", "'' a"]) {
      assert.throws(() => splitCommand(command), /`--spark-command` names no program/)
    }
  })
})
