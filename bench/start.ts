import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { closingAll } from './closing.ts'
import { median } from './load.ts'
import { table } from './report.ts'

const HELP = `npm run bench:start [-- --runs 9]

Times the service from the start of its process to the first 200 of /health/ready, with its own PostgreSQL: the first
start, which creates the database; starts after a stop; starts after kill -9 of the service, whose PostgreSQL still runs;
and starts after kill -9 of both.
`
const WARM_AIM_MS = 1500
const KILLED_AIM_MS = 3000
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const ADDRESS = /https?:\/\/127\.0\.0\.1:\d+/

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, help: { type: 'boolean' } },
})
if (values.help) process.stdout.write(HELP)
else await bench(Number(values.runs))

function bench(runs: number): Promise<void> {
  return closingAll(async (opened) => {
    const directory = await mkdtemp(join(tmpdir(), 'onrecord-bench-start-'))
    opened(() => rm(directory, { recursive: true, force: true }))
    let running: ChildProcess | undefined
    opened(async () => {
      if (running) await end(running, 'SIGTERM')
    })
    const time = async (): Promise<number> => {
      const start = performance.now()
      running = startService(directory)
      await untilReady(running)
      return performance.now() - start
    }
    const first = await time()
    const kinds = { stop: [] as number[], kill: [] as number[], both: [] as number[] }
    for (let run = 0; run < runs; run++) {
      await end(running!, 'SIGTERM')
      kinds.stop.push(await time())
      await end(running!, 'SIGKILL')
      kinds.kill.push(await time())
      await end(running!, 'SIGKILL')
      process.kill(await postmasterOf(directory), 'SIGKILL')
      kinds.both.push(await time())
    }
    const line = (name: string, times: readonly number[], aim: number): string[] => {
      const middle = median(times)
      return [
        `${name}: at most ${aim}`,
        `${middle.toFixed(0)} ms`,
        `${Math.max(...times).toFixed(0)} ms`,
        middle <= aim ? 'pass' : 'MISS',
      ]
    }
    const rows = [
      ['first', `${first.toFixed(0)} ms`, '', ''],
      line('after a stop', kinds.stop, WARM_AIM_MS),
      line('after kill -9 of the service', kinds.kill, KILLED_AIM_MS),
      line('after kill -9 of the service and PostgreSQL', kinds.both, KILLED_AIM_MS),
    ]
    process.stdout.write(
      `${table([`start to ready, ${runs} runs`, 'median', 'slowest', ''], rows).join('\n')}\n`,
    )
  })
}

function startService(directory: string): ChildProcess {
  return spawn(process.execPath, [CLI, 'serve'], {
    cwd: directory,
    env: { PATH: process.env['PATH'], PORT: '0', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Waits until the log has the address, and the service is ready. */
async function untilReady(child: ChildProcess): Promise<void> {
  let log = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    log += chunk
    const address = ADDRESS.exec(log)
    if (!address) continue
    const { status } = await fetch(`${address[0]}/health/ready`)
    if (status !== 200) throw new Error(`/health/ready answered ${status}`)
    child.stdout!.resume()
    return
  }
  throw new Error(`The service did not start: ${log}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

async function postmasterOf(directory: string): Promise<number> {
  const file = join(directory, '.data', 'postgres', 'cluster', 'postmaster.pid')
  return Number((await readFile(file, 'utf8')).split('\n')[0])
}
