/** What a soak measured in one minute. */
export interface Minute {
  readonly minute: number
  readonly requests: number
  /** The resident memory of the service. */
  readonly megabytes: number
  /** The open file descriptors of the service. */
  readonly files: number
  /** Milliseconds. */
  readonly reads: { readonly p50: number; readonly p99: number }
  readonly writes: { readonly p50: number; readonly p99: number }
}

const WIDTH = 720
const HEIGHT = 150
const LEFT = 60
const GAP = 46

interface Line {
  readonly name: string
  readonly color: string
  readonly of: (minute: Minute) => number
}

const CHARTS: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: 'Resident memory, MB',
    lines: [{ name: 'service', color: '#1f5fa8', of: ({ megabytes }) => megabytes }],
  },
  {
    title: 'Reads, ms',
    lines: [
      { name: 'p50', color: '#1f5fa8', of: ({ reads }) => reads.p50 },
      { name: 'p99', color: '#b5471b', of: ({ reads }) => reads.p99 },
    ],
  },
  {
    title: 'Writes, ms',
    lines: [
      { name: 'p50', color: '#1f5fa8', of: ({ writes }) => writes.p50 },
      { name: 'p99', color: '#b5471b', of: ({ writes }) => writes.p99 },
    ],
  },
]

/** Draws the minutes of a soak as SVG: memory, and the times of reads and writes. */
export function curve(minutes: readonly Minute[]): string {
  const charts = CHARTS.map((chart, index) => drawChart(chart, minutes, GAP / 2 + index * (HEIGHT + GAP)))
  const height = CHARTS.length * (HEIGHT + GAP) + GAP / 2
  const style =
    '<style>rect{fill:#fff}text{font:12px sans-serif;fill:#333}.axis{stroke:#999}polyline{fill:none;stroke-width:1.5}</style>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + LEFT + 20} ${height}">\n${style}\n<rect width="100%" height="100%"/>\n${charts.join('\n')}\n</svg>\n`
}

function drawChart(
  { title, lines }: (typeof CHARTS)[number],
  minutes: readonly Minute[],
  top: number,
): string {
  const highest = Math.max(...lines.flatMap(({ of }) => minutes.map(of)), 1) * 1.1
  const last = minutes.at(-1)!.minute
  const x = (minute: number): string => (LEFT + (WIDTH * minute) / last).toFixed(1)
  const y = (value: number): string => (top + HEIGHT - (HEIGHT * value) / highest).toFixed(1)
  const drawn = lines.map(({ color, of }) => {
    const points = minutes.map((minute) => `${x(minute.minute)},${y(of(minute))}`).join(' ')
    return `<polyline stroke="${color}" points="${points}"/>`
  })
  const names = lines.map(
    ({ name, color }, index) =>
      `<text x="${LEFT + WIDTH - 40 - index * 50}" y="${top - 6}" style="fill:${color}">${name}</text>`,
  )
  const marks = [0, highest / 2, highest].map(
    (value) => `<text x="8" y="${Number(y(value)) + 4}">${value.toFixed(0)}</text>`,
  )
  return [
    `<text x="${LEFT}" y="${top - 6}">${title}</text>`,
    `<line class="axis" x1="${LEFT}" y1="${top}" x2="${LEFT}" y2="${top + HEIGHT}"/>`,
    `<line class="axis" x1="${LEFT}" y1="${top + HEIGHT}" x2="${LEFT + WIDTH}" y2="${top + HEIGHT}"/>`,
    ...marks,
    ...drawn,
    ...names,
    `<text x="${LEFT + WIDTH - 60}" y="${top + HEIGHT + 16}">${last} minutes</text>`,
  ].join('\n')
}
