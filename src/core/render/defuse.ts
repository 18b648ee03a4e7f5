// Keeps text in a comment from reaching out: GitHub turns mentions, issue references and addresses into links,
// notifies whoever is meant and notes it on the other issue. Markdown's own escapes do not stop that.

import type { Nodes } from 'mdast'

const zeroWidthSpace = '\u200B'

/** The same tree with a zero-width space wherever GitHub would make a link of plain text. Code is left alone. */
export function defuse<T extends Nodes>(node: T): T {
  if (node.type === 'text') return { ...node, value: defuseText(node.value) }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child) => defuse(child)) }
}

function defuseText(text: string): string {
  return text
    .replace(/@/g, `@${zeroWidthSpace}`)
    .replace(/#(?=\d)/g, `#${zeroWidthSpace}`)
    .replace(/\bGH-(?=\d)/gi, (sign) => `${sign}${zeroWidthSpace}`)
    .replace(/:\/\//g, `:${zeroWidthSpace}//`)
    .replace(/\bwww\./gi, (sign) => `${sign.slice(0, -1)}${zeroWidthSpace}.`)
}
