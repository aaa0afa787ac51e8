import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { outputOf } from '../support/output.ts'

const TSX = import.meta.resolve('tsx')
const urlOf = (module: string): string => new URL(`../../src/${module}`, import.meta.url).href

/** Runs a script until it exits. After its first output, calls `whileRunning`, which can send it signals. */
async function runScript(
  script: string,
  whileRunning: (signal: (signal: NodeJS.Signals) => void) => Promise<void> = async () => undefined,
) {
  const child = spawn(process.execPath, ['--import', TSX, '--input-type=module', '--eval', script])
  const { ended } = outputOf(child)
  await Promise.race([once(child.stdout, 'data'), ended])
  await whileRunning((signal) => child.kill(signal))
  const { code, stdout } = await ended
  return { code, output: stdout }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('the log contains the last lines', () => {
  const logging = `
    import { createLogger } from '${urlOf('service/logging.ts')}'
    const log = createLogger('info')
    for (let number = 1; number <= 100; number++) log.info({ number }, 'Logged')`

  it.each([
    ['the process has nothing more to do', '', 0],
    ['the process calls exit', 'process.exit(3)', 3],
    ['an exception is not caught', "throw new Error('unforeseen')", 1],
    ['a rejection is not handled', "void Promise.reject(new Error('unforeseen'))", 1],
  ])('if %s', async (_, end, code) => {
    const ended = await runScript(`${logging}\n${end}`)
    expect(ended.code).toBe(code)
    expect(ended.output.trimEnd().split('\n')).toHaveLength(100)
  })
})

describe('a process that receives a signal', () => {
  const closing = (ms: number): string => `
    import { pino } from '${import.meta.resolve('pino')}'
    import { installShutdown } from '${urlOf('commands/shutdown.ts')}'
    setInterval(() => undefined, 1000)
    installShutdown({ log: pino({ level: 'silent' }), timeoutMs: 20_000, name: 'script' }, async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, ${ms}))
      console.log('closed after ' + signal)
    })
    console.log('ready')`

  it('ignores a second signal that follows at once', async () => {
    const ended = await runScript(closing(500), async (signal) => {
      signal('SIGINT')
      await pause(100)
      signal('SIGINT')
    })
    expect(ended).toEqual({ code: 0, output: 'ready\nclosed after SIGINT\n' })
  })

  it('exits at once if a second signal follows after a second', async () => {
    const ended = await runScript(closing(15_000), async (signal) => {
      signal('SIGTERM')
      await pause(1500)
      signal('SIGTERM')
    })
    expect(ended).toEqual({ code: 1, output: 'ready\n' })
  })
})
