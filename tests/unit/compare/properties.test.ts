import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Comparison,
  compare,
  decide,
  foldedHash,
  groupPairs,
  groupReports,
  readQuotation,
  readSighting,
  readStatement,
  readWords,
  relate,
  speakerAgrees,
} from '../../../src/compare/index.ts'
import { isExact, type Quoted } from '../../../src/core/span.ts'
import { runs } from '../../support/runs.ts'
import { person, spoken } from './statements.ts'

const WORDS = (
  'the a we will not never if mill ferry harbor Ada Brandt Monday March 20 twenty $35 million colour color ' +
  "don't do can't old new sold sells sign treaty 旧 磨 坊 мельница не الطاحونة लन"
).split(' ')
const MARKS = [
  ...[
    '…',
    '...',
    '[…]',
    '[sic]',
    '[the mill]',
    '[T]he',
    'walk[ed]',
    '“',
    '”',
    '"',
    '‘',
    '’',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    ',',
    '.',
    '—',
    '-',
    '!',
    '\n',
    '\n\n',
    'uh,',
    'U.S.',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\ufe0f',
    '\u0000',
    '\ud83d',
    '\udc00',
    '🌧️',
    'e\u0301',
  ],
]
const plain = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
const parts = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...MARKS)),
  { maxLength: 20 },
)
const spaced = parts.map((found) => found.join(' '))
const marked = fc.oneof(
  spaced,
  parts.map((found) => found.join('')),
)
const text = fc.oneof(
  { weight: 4, arbitrary: marked },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
)

/** A statement of pieces of an article, some of them in quotation marks, with the article. */
const recorded = fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 4 }).map((pieces) => {
  let article = 'The report: '
  const segments = pieces.map(([exact, isQuoted]) => {
    const segment = { start: article.length, end: article.length + exact.length, exact }
    article += `${exact} she said `
    return { ...segment, isQuoted }
  })
  const type = segments.every(({ isQuoted }) => isQuoted) ? 'direct' : 'mixed'
  const quoted = segments.filter(({ isQuoted }) => isQuoted)
  return { article, statement: readStatement({ type, segments, quoted }) }
})

/** Quotations that come from the words of a statement, and any others. */
const pairs = recorded.chain(({ article, statement }) =>
  fc.record({
    article: fc.constant(article),
    statement: fc.constant(statement),
    quote: fc.oneof(
      text,
      fc
        .tuple(fc.nat(article.length), fc.nat(article.length))
        .map(([one, other]) => article.slice(Math.min(one, other), Math.max(one, other))),
    ),
  }),
)

const inQuote = ({ matched, folds, changes, gaps, glosses }: Comparison): Quoted[] =>
  [matched, folds, changes, gaps, glosses].flatMap((found) => found.map(({ quote }) => quote))

const inStatement = ({ matched, folds, changes, gaps, glosses, cut }: Comparison): Quoted[] => [
  ...matched.flatMap(({ statement }) => statement),
  ...folds.map(({ statement }) => statement),
  ...changes.map(({ statement }) => statement),
  ...gaps.flatMap(({ statement, turning }) => [...statement, ...turning]),
  ...glosses.flatMap(({ replaced }) => replaced ?? []),
  ...cut.turning,
]

const keysOf = (words: string): string[] => readWords(words).map(({ key }) => key)
const isRunOf = (run: readonly string[], keys: readonly string[]): boolean =>
  keys.some((_, from) => run.every((key, index) => keys[from + index] === key))

describe('a comparison', () => {
  it('shows only characters of the quotation and of the article', () => {
    fc.assert(
      fc.property(pairs, ({ article, statement, quote }) => {
        const result = compare(readQuotation(quote), statement)
        expect(inQuote(result).filter((found) => !isExact(quote, found))).toEqual([])
        expect(inStatement(result).filter((found) => !isExact(article, found))).toEqual([])
        expect(result.share).toBeGreaterThanOrEqual(0)
        expect(result.share).toBeLessThanOrEqual(1)
      }),
      runs(2_000),
    )
  })

  it('is verbatim or partial if, and only if, the folded words are one run of the statement', () => {
    const near = plain.chain((words) =>
      fc.tuple(
        fc.constant(words),
        fc.oneof(
          plain,
          fc
            .tuple(
              fc.nat(words.length),
              fc.nat(words.length),
              fc.nat(words.length),
              fc.constantFrom(...WORDS),
            )
            .map(([one, other, at, word]) => {
              const run = words.slice(Math.min(one, other), Math.max(one, other))
              return run.map((known, index) => (index === at ? word : known))
            }),
        ),
      ),
    )
    fc.assert(
      fc.property(near, ([words, quoted]) => {
        const { verdict } = compare(readQuotation(quoted.join(' ')), spoken(words.join(' ')))
        fc.pre(verdict !== 'too-short')
        const isRun = isRunOf(keysOf(quoted.join(' ')), keysOf(words.join(' ')))
        expect(verdict === 'verbatim' || verdict === 'partial').toBe(isRun)
      }),
      runs(3_000),
    )
  })

  it('is never verbatim or partial if one word is replaced by a word that the statement does not have', () => {
    fc.assert(
      fc.property(
        plain,
        fc.nat(),
        fc.constantFrom('dragon', 'no', '77', 'Keller', '龍', 'und'),
        (words, at, other) => {
          const changed = words.map((word, index) => (index === at % words.length ? other : word)).join(' ')
          expect(compare(readQuotation(changed), spoken(words.join(' '))).verdict).not.toMatch(
            /verbatim|partial/,
          )
        },
      ),
    )
  })

  it('names a change if, and only if, the words are altered', () => {
    fc.assert(
      fc.property(pairs, ({ statement, quote }) => {
        const { verdict, changes, gaps } = compare(readQuotation(quote), statement)
        expect(changes.length > 0).toBe(verdict === 'altered')
        if (verdict === 'verbatim' || verdict === 'partial') expect(gaps).toEqual([])
        if (verdict === 'spliced') expect(gaps.length).toBeGreaterThan(0)
      }),
      runs(2_000),
    )
  })

  it('of a whole statement with itself is verbatim with any marks', () => {
    fc.assert(
      fc.property(spaced, (words) => {
        expect(compare(readQuotation(words), spoken(words)).verdict).toMatch(/verbatim|too-short/)
      }),
      runs(1_000),
    )
  })

  it('gives the same result each time', () => {
    fc.assert(
      fc.property(pairs, ({ statement, quote }) => {
        expect(compare(readQuotation(quote), statement)).toEqual(compare(readQuotation(quote), statement))
      }),
    )
  })
})

describe('words', () => {
  it('are in text order and do not overlap', () => {
    fc.assert(
      fc.property(text, (input) => {
        const words = readWords(input)
        for (const [index, { start, end, key }] of words.entries()) {
          expect(start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0)
          expect(end).toBeGreaterThan(start)
          expect(key).not.toBe('')
        }
      }),
      runs(1_000),
    )
  })

  it('are the same if they are read from their own keys', () => {
    fc.assert(
      fc.property(marked, (input) => {
        const keys = keysOf(input)
        expect(keysOf(keys.join(' . '))).toEqual(keys)
        expect(foldedHash(keys.join(' . '))).toBe(foldedHash(input))
      }),
      { examples: [['U.S.磨']] },
    )
  })
})

describe('a decision', () => {
  it('does not depend on the order of the candidates', () => {
    const candidates = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 99 }), plain, fc.constantFrom('Ada Brandt', 'Emil Petrik', null)),
      { selector: ([id]) => id, minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(candidates, plain, fc.constantFrom('Brandt', 'Petrik', null), (made, quote, claimed) => {
        const all = made.map(([id, words, name]) => ({
          ...{ id: String(id), statement: spoken(words.join(' ')), speaker: person(name) },
        }))
        const quotation = readQuotation(quote.join(' '))
        expect(decide(quotation, claimed, [...all].reverse())).toEqual(decide(quotation, claimed, all))
      }),
    )
  })
})

describe('speakers and sightings', () => {
  it('can be compared for any text', () => {
    const name = fc.oneof(text, fc.constantFrom('Ada Brandt', 'Mayor Brandt', 'she', 'the State Department'))
    fc.assert(
      fc.property(name, name, name, (claimed, one, other) => {
        const recordedSpeaker = person(one, {
          aliases: [other],
          roles: [other],
          organizations: [one],
          mention: other,
        })
        expect(['yes', 'no', 'unknown']).toContain(speakerAgrees(claimed, recordedSpeaker).agrees)
      }),
    )
  })

  const reports = fc
    .array(fc.tuple(plain, fc.constantFrom('Ada Brandt', 'Emil Petrik', null)), { maxLength: 8 })
    .map((made) =>
      made.map(([words, name], index) => ({
        ...{ id: `r${index}`, statement: spoken(words.join(' ')), speaker: person(name), said: null },
      })),
    )

  it('are related in the same way in both orders', () => {
    fc.assert(
      fc.property(reports, (made) => {
        const [one, other] = made.map(readSighting)
        fc.pre(one !== undefined && other !== undefined)
        expect(relate(one!, other!)).toEqual(relate(other!, one!))
      }),
    )
  })

  it('are grouped in the same way in any order', () => {
    const shuffled = reports.chain((made) =>
      fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
    )
    fc.assert(
      fc.property(shuffled, ([made, other]) => {
        const groups = groupReports(made)
        expect(groupReports(other)).toEqual(groups)
        expect(groups.flat().sort()).toEqual(made.map(({ id }) => id).sort())
      }),
    )
  })

  it('are never in one group if they are known to be different', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const relation = fc.record({
      one: id,
      other: id,
      kind: fc.constantFrom('same' as const, 'different' as const, 'unrelated' as const),
      strength: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(relation, { maxLength: 12 }), (related) => {
        const groups = groupPairs(['a', 'b', 'c', 'd', 'e'], related)
        for (const { one, other } of related.filter(
          (pair) => pair.kind === 'different' && pair.one !== pair.other,
        )) {
          expect(groups.some((group) => group.includes(one) && group.includes(other))).toBe(false)
        }
      }),
    )
  })
})
