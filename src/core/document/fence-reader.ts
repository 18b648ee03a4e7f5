// Which lines surely stand in a fence, without parsing. A line taken for code by mistake would let markup past its
// caps, so whatever only a parse could tell ends the reader's trust, and from there on nothing counts as code.

const open = /^(?:`{3,}[^`]*|~{3,}.*)$/
const comment = /^<!--(?!-*>)/
// In a container, indented, or in HTML that ends who knows where: fences that open, close or are text.
const unsure = /^[ \t>*+\-\d.)]+(?:`{3}|~{3}|<)|^</

export class FenceReader {
  private fence = ''
  private isComment = false
  private isLost = false

  /** Whether the next line surely belongs to a fence that starts in the first column, its opening included. */
  readLine(line: string): boolean {
    if (this.isLost) return false
    if (this.fence !== '') {
      const marks = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1]
      if (marks?.startsWith(this.fence)) this.fence = ''
      return true
    }
    if (!this.isComment && open.test(line)) {
      this.fence = /^(?:`+|~+)/.exec(line)?.[0] ?? ''
      return true
    }
    this.isComment ||= comment.test(line)
    if (!this.isComment && unsure.test(line)) this.isLost = true
    if (line.includes('-->')) this.isComment = false
    return false
  }
}
