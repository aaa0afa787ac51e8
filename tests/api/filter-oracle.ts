import type { StatementFilters } from '../../src/record/statements/schema.ts'
import { RANDOM_RECORD } from './random-record.ts'

/** One statement of the random record with the records that it refers to. */
export interface Fact {
  readonly statement: (typeof RANDOM_RECORD.statements)[number]['row']
  readonly article: (typeof RANDOM_RECORD.articles)[number]['row']
  readonly official: (typeof RANDOM_RECORD.officials)[number] | null
  readonly organization: (typeof RANDOM_RECORD.organizations)[number] | null
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]))

const articles = byId(RANDOM_RECORD.articles.map(({ row }) => row))
const officials = byId(RANDOM_RECORD.officials)
const organizations = byId(RANDOM_RECORD.organizations)

export const FACTS: readonly Fact[] = RANDOM_RECORD.statements.map(({ row: statement }) => ({
  statement,
  article: articles.get(statement.article_id)!,
  official: officials.get(statement.official_id ?? '') ?? null,
  organization: organizations.get(statement.organization_id ?? '') ?? null,
}))

/** A date as a caller writes it, with its first and last day; null if open. */
export type Bound = readonly [edtf: string, first: string | null, last: string | null]

/** The filters that the random record has no statements for; another test covers them. */
type TriedElsewhere = 'vanished'

/** The filters of a request for statements: every filter there is. */
export type Asked = {
  readonly [Name in Exclude<keyof StatementFilters, TriedElsewhere>]?:
    | (Name extends `${string}_from` | `${string}_to` ? Bound : StatementFilters[Name])
    | undefined
}

const SHOWN = ['machine', 'verified', 'disputed']

const isOneOf = (value: string, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.includes(value)

const isThe = (thing: { id: string; slug: string } | null, wanted: string | undefined): boolean =>
  wanted === undefined || thing?.id === wanted || thing?.slug === wanted

/** Returns true if the two can share a day; null is open. */
const canShareADay = (
  first: string | null,
  last: string | null,
  from: string | null,
  to: string | null,
): boolean =>
  (last === null || from === null || last >= from) && (first === null || to === null || first <= to)

const isWithinBounds = (
  first: string | null,
  last: string | null,
  from: string | null,
  to: string | null,
): boolean =>
  (from === null || (first !== null && first >= from)) && (to === null || (last !== null && last <= to))

/** Returns true if a statement matches the filters, as the documentation describes them. */
export function passes({ statement, article, official, organization }: Fact, asked: Asked): boolean {
  const said = asked.match === 'within' ? isWithinBounds : canShareADay
  return (
    isThe(official, asked.official) &&
    isThe(organization, asked.organization) &&
    (asked.article === undefined || article.id === asked.article) &&
    (asked.publisher === undefined || article.publisher === asked.publisher) &&
    isOneOf(statement.type, asked.type) &&
    isOneOf(statement.polarity, asked.polarity) &&
    isOneOf(statement.attribution, asked.attribution) &&
    isOneOf(statement.said_basis, asked.said_basis) &&
    isOneOf(statement.status, asked.status ?? SHOWN) &&
    statement.confidence >= (asked.min_confidence ?? 0) &&
    said(
      statement.said_earliest,
      statement.said_latest,
      asked.said_from?.[1] ?? null,
      asked.said_to?.[2] ?? null,
    ) &&
    canShareADay(
      article.published_earliest,
      article.published_latest,
      asked.published_from?.[1] ?? null,
      asked.published_to?.[2] ?? null,
    )
  )
}

const SORT_KEYS: Readonly<Record<string, (fact: Fact) => string | number>> = {
  said: ({ statement }) => statement.said_latest ?? '9999-12-31',
  published: ({ article }) => article.published_latest ?? '9999-12-31',
  recorded: ({ statement }) => statement.recorded_at,
  confidence: ({ statement }) => statement.confidence,
}

/** Sorts facts; ties are broken by id. */
export function inOrder(facts: readonly Fact[], sort: string): Fact[] {
  const keyOf = SORT_KEYS[sort.replace('-', '')]!
  const ascending = facts.toSorted((a, b) => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)]
    if (keyA !== keyB) return keyA < keyB ? -1 : 1
    return a.statement.id < b.statement.id ? -1 : 1
  })
  return sort.startsWith('-') ? ascending.reverse() : ascending
}

/** Builds the query string of a request. */
export function queryOf(asked: Asked, view: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(view)
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue
    const isBound = name.endsWith('_from') || name.endsWith('_to')
    parameters.set(name, isBound ? (value as Bound)[0] : String(value))
  }
  return parameters.toString()
}
