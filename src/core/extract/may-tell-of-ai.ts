// One cheap test that most commit messages fail: whether a text may tell of AI work in prose.

import { findAtoms } from './shapes/tool-mention-atoms.ts'

/** Whether `message` names an AI or a prompt outside its trailers and footers. */
export function mayTellOfAi(message: string): boolean {
  const told = message.replace(machineLine, '')
  return aiWords.test(told) || findAtoms(told).some(({ kind }) => kind !== 'reviewer')
}

const machineLine = /^(?:[A-Za-z]+(?:-[A-Za-z]+)*-(?:by|id|url|session|checkpoint)\s?:|🤖|💘).*$/gim
const aiWords =
  /\b(?:ai|a\.i\.|llms?|genai|gpt|chatbots?|prompt(?:s|ed|ing)?|coding agents?|hallucinat\w+|vibe\b.{0,8}cod\w+)\b/i
