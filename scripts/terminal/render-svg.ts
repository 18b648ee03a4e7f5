// Lines of a terminal as an SVG that is readable on light and on dark pages.

import type { Run } from './parse-screen.ts'

const lineHeight = 19
const charWidth = 8.4
const padding = 16

const style = `
.back{fill:#f6f8fa;stroke:#d0d7de}
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1f2328;white-space:pre}
.bold{font-weight:700}.dim,.grey{fill:#59636e}.underline{text-decoration:underline}
.red{fill:#a40e26}.green{fill:#1a7f37}.yellow{fill:#7d4e00}.blue{fill:#0550ae}.magenta{fill:#8250df}.cyan{fill:#1b7c83}
@media (prefers-color-scheme:dark){
.back{fill:#0d1117;stroke:#3d444d}text{fill:#e6edf3}.dim,.grey{fill:#9198a1}
.red{fill:#ff7b72}.green{fill:#56d364}.yellow{fill:#e3b341}.blue{fill:#79c0ff}.magenta{fill:#d2a8ff}.cyan{fill:#76e3ea}}
`.trim()

/** An image of `lines`, titled `title`, wide enough for the longest. */
export function renderSvg(lines: readonly (readonly Run[])[], title: string): string {
  const columns = Math.max(...lines.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)))
  const width = Math.ceil(columns * charWidth) + 2 * padding
  const height = lines.length * lineHeight + 2 * padding
  const texts = lines.flatMap((line, index) => {
    if (line.length === 0) return []
    const y = padding + (index + 0.75) * lineHeight
    return [`<text x="${padding}" y="${y}" xml:space="preserve">${line.map(renderRun).join('')}</text>`]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escapeXml(title)}</title>
<style>${style}</style>
<rect class="back" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${texts.join('\n')}
</svg>
`
}

function renderRun({ text, looks }: Run): string {
  const escaped = escapeXml(text)
  return looks.length === 0 ? escaped : `<tspan class="${looks.join(' ')}">${escaped}</tspan>`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
