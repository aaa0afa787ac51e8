import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { median } from './load.ts'
import { table } from './report.ts'

const HELP = `npm run bench:cold [-- --runs 30] [--file ARTICLE]

Times \`onrecord extract\` from the start of its process to its end, beside a Node that does nothing. The runs take turns,
so that other work on the machine slows both. The default article has 3.8 kB. Prints medians, and the median of the
ratios of neighboring runs.
`
const AIM = 1.5
const WARM_UP_RUNS = 2

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    file: { type: 'string', default: at('prisma/seed/article.txt') },
    help: { type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else bench(Number(values.runs), values.file)

function bench(runs: number, file: string): void {
  const empty: number[] = []
  const extract: number[] = []
  for (let run = -WARM_UP_RUNS; run < runs; run++) {
    const times = [time(['-e', '0']), time([at('dist/cli.js'), 'extract', file, '--json'])] as const
    if (run < 0) continue
    empty.push(times[0])
    extract.push(times[1])
  }
  const ratio = median(extract.map((milliseconds, run) => milliseconds / empty[run]!))
  const rows = [
    ['node -e 0', `${median(empty).toFixed(1)} ms`, ''],
    ['onrecord extract', `${median(extract).toFixed(1)} ms`, ''],
    [`ratio: at most ${AIM}`, `${ratio.toFixed(2)}x`, ratio <= AIM ? 'pass' : 'MISS'],
  ]
  process.stdout.write(`${table([`medians of ${runs} runs`, 'measured', ''], rows).join('\n')}\n`)
}

/** Runs Node and returns how long it took, in milliseconds. Node gets only PATH, so that no setting slows its start. */
function time(parameters: readonly string[]): number {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, parameters, {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const milliseconds = performance.now() - start
  if (status !== 0) throw new Error(`node ${parameters.join(' ')} ended with ${status}`)
  return milliseconds
}
