// Output of programs as text: without the codes that colour a terminal and without what was overwritten on it.

const colours = /\u001b\[[0-?]*[ -/]*[@-~]|\u009b[0-?]*[ -/]*[@-~]/g
const titles = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g
const others = /\u001b[ -/]*[0-~]?/g
// Some tools lose the escape itself and keep the rest.
const bareColours = /\[\d{1,2}(?:;\d{1,3}){0,4}m/g
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** `text` without terminal codes and control characters; of a line that overwrites itself, its last state. */
export function toPlainText(text: string): string {
  return text
    .replace(colours, '')
    .replace(titles, '')
    .replace(others, '')
    .replace(bareColours, '')
    .replace(/(?<!\r)\r+\n/g, '\n')
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\r', line.length - 2) + 1))
    .join('\n')
    .replace(/\r/g, '')
    .replace(controls, '')
}
