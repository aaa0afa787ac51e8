import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../support/database.ts'
import { temporaryDirectory } from '../support/directories.ts'
import { builtProgram } from '../support/program.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts the service in a terminal that `script` (of Debian's bsdutils) emulates, and waits until it listens. */
async function serveInTerminal(
  command: string,
): Promise<{ terminal: ChildProcess; pid: number; url: string }> {
  const directory = await temporaryDirectory()
  const serve = `echo $$ > pid\nexec "${process.execPath}" "${builtProgram()}" serve\n`
  await writeFile(join(directory, 'serve.sh'), serve)
  const terminal = spawn('script', ['--quiet', '--command', command, '/dev/null'], {
    cwd: directory,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      TERM: 'xterm',
      ONRECORD_OVERLOAD_DELAY_MS: '0',
      DATABASE_URL: await createTestDatabase(),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    terminal.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const place = /listens on (http:[^"\s]+)/.exec(output)?.[1]
      if (place) resolve(place)
    })
    terminal.on('close', () => reject(new Error(`The service ended: ${output}`)))
  })
  const pid = Number(await readFile(join(directory, 'pid'), 'utf8'))
  onTestFinished(() => {
    terminal.kill('SIGKILL')
    if (isRunning(pid)) process.kill(pid, 'SIGKILL')
  })
  return { terminal, pid, url }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Returns the processor time that a process has used, in clock ticks (hundredths of a second). */
async function ticksOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ')
  return Number(fields[11]) + Number(fields[12])
}

async function closeTerminal(terminal: ChildProcess): Promise<void> {
  terminal.kill('SIGKILL')
  await once(terminal, 'close')
}

const ended = async (pid: number): Promise<void> => {
  while (isRunning(pid)) await pause(50)
}

it('ends when its terminal closes', async () => {
  const { terminal, pid } = await serveInTerminal('exec sh serve.sh')
  await closeTerminal(terminal)
  await ended(pid)
})

it('continues without its terminal if it has its own session, idles, and ends on SIGTERM', async () => {
  const { terminal, pid, url } = await serveInTerminal('setsid --wait sh serve.sh')
  await closeTerminal(terminal)
  for (let count = 0; count < 5; count++) {
    expect((await fetch(`${url}/v1/nothing`)).status).toBe(404)
  }
  const before = await ticksOf(pid)
  await pause(2000)
  // A loop of failing writes takes all 200 ticks of these two seconds.
  expect((await ticksOf(pid)) - before).toBeLessThan(150)
  process.kill(pid, 'SIGTERM')
  await ended(pid)
})
