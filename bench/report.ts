import { CONNECTIONS, type Measurement, median } from './load.ts'

export interface Results {
  /** The results of each load, round by round. */
  readonly measured: ReadonlyMap<string, readonly Measurement[]>
  /** Memory of the service, in bytes. */
  readonly memory: { readonly resident: number; readonly peak: number }
  /** The median time of each probe, in milliseconds. */
  readonly times: ReadonlyMap<string, number>
  /** The name of the probe that is compared with `page 1`. */
  readonly farPage: string
}

interface Aim {
  readonly text: string
  readonly value: number
  readonly unit?: string
  readonly isMet: boolean
}

const MEBIBYTE = 1024 * 1024

/** Formats the results of one run as tables. */
export function report(results: Results): string {
  const { measured, times } = results
  const loads = [...measured].map(([name, rounds]) => [
    name,
    median(rounds.map(({ perSecond }) => perSecond)).toFixed(0),
    median(rounds.map(({ p50 }) => p50)).toFixed(1),
    median(rounds.map(({ p99 }) => p99)).toFixed(1),
  ])
  const aims = aimsOf(results).map(({ text, value, unit = '', isMet }) => [
    text,
    `${value.toFixed(2)}${unit}`,
    isMet ? 'pass' : 'MISS',
  ])
  return [
    '',
    ...table([`${CONNECTIONS} connections`, 'requests/s', 'p50 ms', 'p99 ms'], loads),
    '',
    ...table(['aim', 'measured', ''], aims),
    '',
    ...table(
      ['one caller', 'p50 ms'],
      [...times].map(([name, time]) => [name, time.toFixed(1)]),
    ),
    '',
    'Medians of the rounds; ratios of each round, then their median.',
    '',
  ].join('\n')
}

function aimsOf({ measured, memory, times, farPage }: Results): readonly Aim[] {
  const ratio = (one: string, other: string): number => {
    const theirs = measured.get(other)!
    return median(measured.get(one)!.map(({ perSecond }, round) => perSecond / theirs[round]!.perSecond))
  }
  const atLeast = (load: string, reference: string, value: number, least: number): Aim => ({
    text: `${load}: at least ${least} times ${reference}`,
    value,
    unit: 'x',
    isMet: value >= least,
  })
  const worst = (server: string): number =>
    Math.max(
      ...[...measured]
        .filter(([name]) => name.endsWith(`, ${server}`) && name !== 'empty answer, bare')
        .map(([, rounds]) => median(rounds.map(({ p99 }) => p99))),
    )
  const slower = worst('uncached') / worst('bare')
  const deep = times.get(farPage)! / times.get('page 1')!
  const resident = memory.resident / MEBIBYTE
  return [
    ...['list', 'filtered list', 'one statement'].flatMap((load) => [
      atLeast(`${load}, cached`, 'bare', ratio(`${load}, service`, `${load}, bare`), 1),
      atLeast(
        `${load}, not cached`,
        'bare',
        ratio(`${load}, uncached`, `${load}, bare`),
        load === 'one statement' ? 0.75 : 0.8,
      ),
    ]),
    atLeast(
      'one statement, cached',
      'an empty answer',
      ratio('one statement, service', 'empty answer, bare'),
      0.7,
    ),
    atLeast('304', 'the list, not cached', ratio('list unchanged (304), service', 'list, uncached'), 2.5),
    { text: 'slowest p99, not cached: at most 3 times bare', value: slower, unit: 'x', isMet: slower <= 3 },
    { text: `${farPage} at most 1.5 times page 1`, value: deep, unit: 'x', isMet: deep <= 1.5 },
    { text: 'resident memory under 200 MB', value: resident, unit: ' MB', isMet: resident < 200 },
  ]
}

/** Formats a table: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)]
}
