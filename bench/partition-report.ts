import { CALLERS, type Sent } from './partition-load.ts'
import { table } from './report.ts'

/** What one request took. */
export interface Measured {
  readonly name: string
  /** The blocks of 8 kB that PostgreSQL read from memory or disk for one request; NaN if they cannot be counted. */
  readonly blocks: number
  readonly milliseconds: number
}

/** The time of a step of the script, in milliseconds, as those of `performance.now()`. */
export interface Span {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Formats how long each step took, and the longest wait of each caller for an answer in it. */
export function stepTable(steps: readonly Span[], sent: readonly Sent[]): string[] {
  const during = ({ start, end }: Span): readonly Sent[] =>
    sent.filter((request) => request.end >= start && request.start <= end)
  const longest = (requests: readonly Sent[]): string =>
    Math.max(0, ...requests.map(({ start, end }) => end - start)).toFixed(0)
  return [
    '',
    ...table(
      ['step', 'seconds', ...CALLERS.map((caller) => `longest ${caller}, ms`), 'requests', 'failed'],
      steps.map((step) => {
        const all = during(step)
        return [
          step.name,
          ((step.end - step.start) / 1000).toFixed(2),
          ...CALLERS.map((caller) => longest(all.filter((request) => request.caller === caller))),
          String(all.length),
          String(all.filter(({ status }) => status >= 400).length),
        ]
      }),
    ),
  ]
}

/** Formats what requests took before the script, after it, and with articles in new partitions. */
export function requestTable(...[before, after, later]: readonly (readonly Measured[])[]): string[] {
  const cells = ({ blocks, milliseconds }: Measured): string[] => [String(blocks), milliseconds.toFixed(1)]
  return [
    '',
    ...table(
      ['request', 'blocks before', 'ms', 'after', 'ms', 'with new partitions', 'ms'],
      before!.map((measured, index) => [
        measured.name,
        ...[measured, after![index]!, later![index]!].flatMap(cells),
      ]),
    ),
  ]
}
