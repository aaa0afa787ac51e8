import { pino } from 'pino'
import { expect, it } from 'vitest'
import { toShortLine } from '../../../src/service/logging.ts'

it('prints a log line with the time, the level, the message and the stack', () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(toShortLine(line)) })
  log.info({ url: 'http://127.0.0.1' }, 'Listening')
  log.warn('Careful')
  log.error({ err: new Error('broken') }, 'Failed')
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d Listening\n$/)
  expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d warn Careful\n$/)
  expect(lines[2]).toMatch(/^\d\d:\d\d:\d\d error Failed Error: broken\n +at /)
})

it('prints a request as method, path, status and milliseconds', () => {
  const line = JSON.stringify({
    level: 30,
    time: 0,
    method: 'GET',
    path: '/v1/nothing',
    status: 404,
    duration_ms: 1.5,
    msg: 'request',
  })
  expect(toShortLine(line)).toMatch(/^\d\d:\d\d:\d\d GET \/v1\/nothing 404 1\.5 ms\n$/)
  expect(toShortLine(line, true)).toContain('\u001b[33m404')
})
