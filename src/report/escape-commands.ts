// Keeps a line of text from being taken for a workflow command.

/**
 * One line that no runner takes for a command. Runners trim white space before `::` and look for `##[`
 * anywhere in a line; a backslash before the sign stops both and stays readable.
 */
function escapeCommands(line: string): string {
  return line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '##\\[')
}

/** Every line of `text`, escaped. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeCommands).join('\n')
}
