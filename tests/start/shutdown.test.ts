import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { outputOf } from '../support/output.ts'

const TSX = import.meta.resolve('tsx')
const urlOf = (module: string): string => new URL(`../../src/${module}`, import.meta.url).href

/** Runs a script until it ends; `meanwhile` may send it signals once it has printed something. */
async function runScript(
  script: string,
  meanwhile: (signal: (signal: NodeJS.Signals) => void) => Promise<void> = async () => undefined,
) {
  const child = spawn(process.execPath, ['--import', TSX, '--input-type=module', '--eval', script])
  const { ended } = outputOf(child)
  await Promise.race([once(child.stdout, 'data'), ended])
  await meanwhile((signal) => child.kill(signal))
  const { code, stdout } = await ended
  return { code, output: stdout }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('the log has what was told last', () => {
  const logging = `
    import { createLogger } from '${urlOf('logging.ts')}'
    const log = createLogger('info')
    for (let number = 1; number <= 100; number++) log.info({ number }, 'Told')`

  it.each([
    ['the end of all there is to do', '', 0],
    ['an exit', 'process.exit(3)', 3],
    ['a failure', "throw new Error('unforeseen')", 1],
    ['a failure that nobody waited for', "void Promise.reject(new Error('unforeseen'))", 1],
  ])('before %s', async (_, end, code) => {
    const ended = await runScript(`${logging}\n${end}`)
    expect(ended.code).toBe(code)
    expect(ended.output.trimEnd().split('\n')).toHaveLength(100)
  })
})

describe('a process that is told to stop', () => {
  const closing = (ms: number): string => `
    import { pino } from '${import.meta.resolve('pino')}'
    import { closeOnceTold } from '${urlOf('commands/close-once-told.ts')}'
    setInterval(() => undefined, 1000)
    closeOnceTold({ log: pino({ level: 'silent' }), mostMs: 20_000, what: 'script' }, async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, ${ms}))
      console.log('closed after ' + signal)
    })
    console.log('ready')`

  it('takes a signal that is passed on at once for the same wish', async () => {
    const ended = await runScript(closing(500), async (signal) => {
      signal('SIGINT')
      await pause(100)
      signal('SIGINT')
    })
    expect(ended).toEqual({ code: 0, output: 'ready\nclosed after SIGINT\n' })
  })

  it('ends at once where it is told again after a moment', async () => {
    const ended = await runScript(closing(15_000), async (signal) => {
      signal('SIGTERM')
      await pause(1500)
      signal('SIGTERM')
    })
    expect(ended).toEqual({ code: 1, output: 'ready\n' })
  })
})
