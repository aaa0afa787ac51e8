import { STATEMENT_SORTS } from '../src/record/statements/schema.ts'

/** A list of statements to request. */
export interface ListRequest {
  readonly name: string
  readonly sort: string
  readonly path: string
}

/** Records of the filled database to filter by. */
export interface Subjects {
  /** The slug of a person who is quoted often, and the slug of a person who is quoted rarely. */
  readonly often: string
  readonly rarely: string
  readonly organization: string
  readonly article: string
  readonly publisher: string
}

/** Returns a value of each filter, as a query. No statement matches the values marked `none`. */
const valuesOf = ({ often, rarely, organization, article, publisher }: Subjects): Record<string, string> => ({
  'official, often': `official=${often}`,
  'official, rarely': `official=${rarely}`,
  organization: `organization=${organization}`,
  article: `article=${article}`,
  publisher: `publisher=${encodeURIComponent(publisher)}`,
  type: 'type=mixed',
  'polarity, none': 'polarity=denied',
  status: 'status=rejected',
  attribution: 'attribution=none',
  said_basis: 'said_basis=bounded',
  'said month': 'said_from=2019-03&said_to=2019-03',
  'said since': 'said_from=2019-03',
  'said before': 'said_to=2019-03',
  'said month, overlap': 'said_from=2019-03&said_to=2019-03&match=overlap',
  'published month': 'published_from=2019-03&published_to=2019-03',
  'published before': 'published_to=2019-03',
  'published, none': 'published_from=2001&published_to=2001',
  min_confidence: 'min_confidence=0.97',
  'min_confidence, none': 'min_confidence=1',
  'vanished, none': 'vanished=only',
  'first reports': 'distinct=utterance',
})

/** Returns the lists without a filter, with each filter, and with each pair of different filters, in every order. */
export function listRequests(subjects: Subjects): ListRequest[] {
  const values = Object.entries(valuesOf(subjects))
  const pairs = values.flatMap(([name, query], index) =>
    values
      .slice(index + 1)
      .filter(([, other]) => !parametersOf(query).some((each) => parametersOf(other).includes(each)))
      .map(([other, another]) => [`${name} + ${other}`, `${query}&${another}`] as const),
  )
  return [['no filter', ''] as const, ...values, ...pairs].flatMap(([name, query]) =>
    STATEMENT_SORTS.map((sort) => ({
      name,
      sort,
      path: `/v1/statements?sort=${sort}&count=estimate&${query}`,
    })),
  )
}

const parametersOf = (query: string): string[] => [...new URLSearchParams(query).keys()]
