import type { AccuracyMeasurement } from '../../src/features/accuracy/schema.ts'
import { keepsAim } from './figures.ts'

const VERDICTS = [
  ...['verbatim', 'partial', 'spliced', 'altered', 'misattributed', 'paraphrase', 'not-found', 'too-short'],
]

/** Writes a measurement as Markdown: the figures with their aims, and the verdicts by kind of quotation. */
function toMarkdown({ figures, kinds, ...about }: AccuracyMeasurement): string {
  const rows = figures.map(({ name, value, unit, of, aim }) => [
    ...[name, unit === 'percent' ? `${value} %` : String(value), String(of ?? ''), aim ?? ''],
  ])
  const used = VERDICTS.filter((verdict) => kinds.some(({ verdicts }) => (verdicts[verdict] ?? 0) > 0))
  const verdictRows = kinds.map(({ kind, tried, verdicts, matched, named, flagged }) => [
    kind,
    String(tried),
    ...used.map((verdict) => String(verdicts[verdict] ?? '')),
    ...[matched, named, flagged].map((count) => String(count ?? '')),
  ])
  return [
    `Measured on ${about.measured} with version ${about.version}, on ${about.on}: \`${about.reproduce}\`.`,
    table(['', 'figure', 'of', 'aim'], rows),
    table(
      ['made of a statement', 'tried', ...used, 'right statement', 'change named', 'negation shown'],
      verdictRows,
    ),
  ].join('\n\n')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Writes a measurement for a terminal, with a mark at each figure that misses its aim. */
export function toText({ figures, kinds }: AccuracyMeasurement): string {
  const width = Math.max(...kinds.map(({ kind }) => kind.length))
  const lines = kinds.map(({ kind, tried, right, matched, named, flagged, verdicts }) => {
    const counts = Object.entries(verdicts).sort((a, b) => b[1] - a[1])
    const more = [['statement', matched] as const, ['named', named] as const, ['shown', flagged] as const]
      .filter(([, count]) => count !== null && count < tried)
      .map(([name, count]) => `${name} ${count}`)
    return `${kind.padEnd(width)} ${String(right).padStart(6)}/${tried}  ${[...counts.map(([name, count]) => `${name} ${count}`), ...more].join(', ')}`
  })
  const shown = figures.map((figure) => {
    const { name, value, unit, of, aim } = figure
    const mark = keepsAim(figure) ? ' ' : '!'
    return `${mark} ${name}: ${value}${unit === 'percent' ? ' %' : ''} of ${of}${aim ? ` (aim ${aim})` : ''}`
  })
  return `${[...lines, '', ...shown].join('\n')}\n`
}

/** The lines of docs/verifying.md between which the tables stand. */
const [BEGIN, END] = ['<!-- figures: npm run evaluate:verify -- --write -->', '<!-- end of figures -->']

/** Returns a document with the tables of a measurement in their place. Throws if it has no place for them. */
export function withTables(document: string, measurement: AccuracyMeasurement): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`The document has no lines "${BEGIN}" and "${END}".`)
  return `${document.slice(0, from + BEGIN.length)}\n\n${toMarkdown(measurement)}\n\n${document.slice(to)}`
}
