// Source text as its author wrote it, less the markers of the quotes and lists it stands in.

/**
 * The source from `start` to `end`. The markers to strip from every further line are those before
 * `containerStart` on its line, which is `start` unless the slice starts after a label.
 */
export function sliceVerbatim(source: string, start: number, end: number, containerStart = start): string {
  const lineStart = source.lastIndexOf('\n', containerStart - 1) + 1
  const markers = readMarkers(source.slice(lineStart, containerStart))
  const [first = '', ...rest] = source.slice(start, end).split('\n')
  return [first, ...rest.map((line) => stripMarkers(line, markers))].join('\n').trim()
}

/** A quote marker, or the width of a list marker or indentation in columns. */
type Marker = '>' | number

function readMarkers(prefix: string): Marker[] {
  return (prefix.match(/>\s?|[^>]+/g) ?? []).map((run) => (run.startsWith('>') ? '>' : run.length))
}

function stripMarkers(line: string, markers: readonly Marker[]): string {
  let index = 0
  for (const marker of markers) {
    if (marker === '>') {
      const found = /^ {0,3}> ?/.exec(line.slice(index, index + 5))
      // A lazy continuation line has no marker.
      if (found) index += found[0].length
    } else {
      let width = marker
      while (width > 0 && line[index] === ' ') {
        index++
        width--
      }
    }
  }
  return line.slice(index)
}
