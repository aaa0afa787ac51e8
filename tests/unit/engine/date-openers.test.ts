import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findDateRuns } from '../../../src/engine/dates/expressions/lexemes.ts'
import { DATE_PARSERS } from '../../../src/engine/dates/parsers/date-parsers.ts'
import { segment } from '../../../src/engine/text/segment.ts'
import { runs } from '../../support/runs.ts'

const WORDS =
  `the a an ' last next this past previous following coming current same that preceding prior latest
  upcoming fiscal financial corresponding comparable new good ash of in on at to and through until since by between
  during for recent early late mid end start earlier later ago before after hence now some ended several few couple
  eve his her , 's - / ( May Sunday spring Christmas Year's Day year years quarter week night yesterday third 19th two
  twenty-five 1990 1990s 95 nineteen eighty-nine 11/26/2024 weekend century Friday Wednesday`.split(/\s+/)

const anyWords = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })

it('no date expression begins with a link word', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      for (const run of findDateRuns(segment(words.join(' ')))) {
        for (const [index, { kind, name }] of run.entries()) {
          if (kind !== 'link') continue
          const reading = DATE_PARSERS.filter(({ read }) => read(run, index)).map((parser) => parser.name)
          expect({ name, reading }).toEqual({ name, reading: [] })
        }
      }
    }),
    runs(2000),
  )
})
