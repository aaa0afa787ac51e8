import {
  authorsOf,
  organizationOf,
  personOf,
} from '../../../../../src/features/statements/citation/parts/authors.ts'
import type { Cited } from '../../../../../src/features/statements/citation/parts/cited.ts'
import { citedDate } from '../../../../../src/features/statements/citation/parts/dates.ts'

interface Given {
  readonly byline?: string | null
  readonly title?: string | null
  readonly publisher?: string | null
  readonly published?: string | null
  readonly isInferred?: boolean
  readonly speaker?: string | null
  readonly organization?: string
  readonly words?: string
  readonly type?: Cited['type']
  readonly said?: string | null
  readonly source?: string | null
}

/** A direct quotation of Emil Petrik in an article by Ada Brandt of the Gazette, with the given changes. */
export function cited(given: Given = {}): Cited {
  const { byline = 'By Ada Brandt', title = 'Harbour to open', publisher = 'The Gazette' } = given
  const { published = '2026-03-04', isInferred = false, speaker = 'Emil Petrik', organization } = given
  const { source = 'https://gazette.example/harbour', said = '2026-03-03' } = given
  return {
    id: '0193c1d2-0000-7000-8000-000000000001',
    words: given.words ?? 'The lock is open.',
    type: given.type ?? 'direct',
    isDisputed: false,
    speaker: speaker === null ? (organization ? organizationOf(organization) : null) : personOf(speaker),
    role: speaker === null ? null : 'harbour master',
    said: citedDate(said, false),
    authors: authorsOf(byline),
    title,
    publisher,
    published: citedDate(published, isInferred),
    language: 'en',
    source,
    deepLink: source,
    permalink: 'https://quotes.example/v1/statements/0193c1d2-0000-7000-8000-000000000001',
    accessed: { year: 2026, month: 3, day: 9 },
  }
}
