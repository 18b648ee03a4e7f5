// The baseline of `extract`: remark and GFM parse the same bodies and commit messages and drop the trees.

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

interface Line {
  body: string | null
  commits?: { message: string }[]
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const [file = ''] = process.argv.slice(2)
for await (const line of createInterface({ input: createReadStream(file) })) {
  const { body, commits = [] }: Line = JSON.parse(line)
  for (const text of [body ?? '', ...commits.map(({ message }) => message)]) parser.parse(text)
}
