import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createProgress } from '../../../src/commands/ingest/progress.ts'
import type { Ingested } from '../../../src/features/articles/ingestion/domain.ts'

const ingested = (outcome: Ingested['outcome'], created = 0): Ingested => ({
  articleId: '0193c1d2-0000-7000-8000-000000000001',
  outcome,
  statements: { created, moved: 0, changed: 0, vanished: 0, redated: 0 },
  metadata: { changed: [], differs: [], correction: null },
})

function startProgress(isTerminal: boolean, total: number | null) {
  const output = new PassThrough({ encoding: 'utf8' })
  let time = 0
  const progress = createProgress(output, { total, isTerminal, clock: () => time })
  return {
    progress,
    wait: (ms: number) => {
      time += ms
    },
    shown: (): string => output.read() ?? '',
  }
}

it('redraws a bar on a terminal and prints failures above it', () => {
  const { progress, wait, shown } = startProgress(true, 200)
  wait(1000)
  progress.done(ingested('created', 3), 100)
  expect(shown()).toBe('\r\u001b[2K[============            ] 50 %  1 articles, 1/s, 0 failed')
  progress.failed('a.ndjson:2', 'It is not an article.', 100)
  expect(shown()).toBe('\r\u001b[2Ka.ndjson:2: It is not an article.\n')
  wait(1000)
  expect(progress.summary()).toBe(1)
  expect(shown()).toBe(
    '\r\u001b[2KRead 2 articles in 2.0 s (1/s): 1 new with 3 statements, 0 changed, 0 unchanged, 1 failed.\n',
  )
})

it('prints a plain line every five seconds if there is no terminal, without a percentage if the size is unknown', () => {
  const { progress, wait, shown } = startProgress(false, null)
  progress.done(ingested('known'), 100)
  expect(shown()).toBe('')
  wait(5000)
  progress.done(ingested('changed'), 100)
  expect(shown()).toBe('2 articles, 0/s, 0 failed\n')
  expect(progress.summary()).toBe(0)
})
