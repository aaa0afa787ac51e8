import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureEngine } from '../../../evaluation/engine-figures.ts'
import { KINDS } from '../../../evaluation/verify/changes/kinds.ts'
import { DATE_KINDS } from '../../../evaluation/verify/dates.ts'
import { figuresOf, keepsAim, type Measured, measure } from '../../../evaluation/verify/figures.ts'
import { Oracle } from '../../../evaluation/verify/oracle.ts'
import { Random } from '../../../evaluation/verify/random.ts'
import { withTables } from '../../../evaluation/verify/tables.ts'
import { makeRecord } from '../../../evaluation/verify/text/statements.ts'
import { textOf } from '../../../evaluation/verify/text/token.ts'
import { PUBLISHED_FIGURES } from '../../../src/features/accuracy/domain.ts'

const SIZE = { seed: 11, statements: 400, quotations: 5, utterances: 25, reports: 80 }

describe('the verifier, on a small set of made statements', () => {
  let measured: Measured
  beforeAll(() => {
    measured = measure(SIZE, () => undefined)
  }, 120_000)

  it('calls no altered quotation verbatim or partial', () => {
    expect(measured.failures.filter(({ detail }) => detail.includes('PASSED'))).toEqual([])
  })

  it('gives the right verdict to each kind of quotation', () => {
    for (const { kind, right, tried } of measured.kinds) {
      expect(tried, kind).toBeGreaterThan(0)
      // Made sentences share their forms, so an invented sentence can resemble a sentence on record.
      if (kind !== 'invented') expect(tried - right, kind).toBeLessThanOrEqual(1)
    }
  })

  it('keeps each aim, or misses it by one case of the small set', () => {
    for (const figure of figuresOf(measured)) {
      const { name, value, unit, of, aim } = figure
      const oneCase = unit === 'count' || name.startsWith('pairs') ? 0 : 100 / (of ?? 1)
      const leeway = aim?.startsWith('<=') ? -oneCase : oneCase
      expect(keepsAim({ ...figure, value: value + leeway }), `${name}: ${value} of ${of}, aim ${aim}`).toBe(
        true,
      )
    }
  })
})

describe('made statements', () => {
  it('are the same for the same seed, and others for another seed', () => {
    const made = (seed: number): string[] =>
      makeRecord(50, new Random(seed)).statements.map(({ sentences }) => sentences.map(textOf).join(' '))
    expect(made(3)).toEqual(made(3))
    expect(made(3)).not.toEqual(made(4))
  })
})

describe('the oracle', () => {
  const { statements } = makeRecord(20, new Random(6))
  const text = textOf(statements[0]!.sentences[0]!)

  it('finds only the words on record, with any marks', () => {
    const oracle = new Oracle(statements)
    expect(oracle.isOnRecord(`“${text}”`)).toBe(true)
    expect(oracle.isOnRecord(`${text} And never more.`)).toBe(false)
    expect(Oracle.isWithin('not the mill', 'We will not, the mill says.')).toBe(true)
    expect(Oracle.isWithin('the mil', 'the mill')).toBe(false)
  })
})

describe('the published figures', () => {
  const { engine, verifier } = PUBLISHED_FIGURES

  it('of the verifier keep their aims, on at least 10,000 changed quotations', () => {
    expect(verifier.figures.filter((figure) => !keepsAim(figure))).toEqual([])
    const changed = verifier.kinds.filter(({ kind }) => kind !== 'untouched')
    expect(changed.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(10_000)
    const kinds = [...KINDS.map(({ name }) => name), ...DATE_KINDS]
    expect(verifier.kinds.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('of the verifier stand in the documents', () => {
    const document = readFileSync(new URL('../../../docs/verifying.md', import.meta.url), 'utf8')
    expect(withTables(document, verifier), 'npm run evaluate:verify -- --write').toBe(document)
  })

  it('of the engine are what the engine does, within two points', () => {
    const fresh = measureEngine(engine.measured, engine.version)
    for (const [index, { name, value }] of engine.figures.entries()) {
      const found = fresh.figures[index]!
      expect(found.name, 'npm run evaluate:publish').toBe(name)
      expect(Math.abs(found.value - value), `${name}: npm run evaluate:publish`).toBeLessThanOrEqual(2)
    }
  })
})
