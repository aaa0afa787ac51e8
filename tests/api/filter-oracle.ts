import { fold } from '../../src/core/names.ts'
import { spellingsOf } from '../../src/core/other-spellings.ts'
import { parseSearch, type SearchTerm } from '../../src/core/search-query.ts'
import { positionAt, timeOf } from '../../src/core/tenure.ts'
import { searchWords } from '../../src/record/search/highlights.ts'
import type { AskedStatementFilters } from '../../src/record/statements/schema.ts'
import { RANDOM_RECORD } from './random-record.ts'

/** One statement of the random record, with the records to which it refers. */
export interface Fact {
  readonly statement: (typeof RANDOM_RECORD.statements)[number]['row']
  readonly article: (typeof RANDOM_RECORD.articles)[number]['row']
  readonly official: (typeof RANDOM_RECORD.officials)[number] | null
  readonly organization: (typeof RANDOM_RECORD.organizations)[number] | null
  /** The id of the organization in which the speaker held a position when the words were spoken. */
  readonly office: string | null
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]))

const articles = byId(RANDOM_RECORD.articles.map(({ row }) => row))
const officials = byId(RANDOM_RECORD.officials)
const organizations = byId(RANDOM_RECORD.organizations)

/** Returns the organization of the position that the speaker held, as a statement shows it in `speaker.position`. */
function officeOf(
  statement: Fact['statement'],
  { published_earliest, published_latest }: Fact['article'],
): string | null {
  const positions = RANDOM_RECORD.positions
    .filter(({ official_id, from_edtf }) => official_id === statement.official_id && from_edtf !== null)
    .map(({ title, organization_id: id, from_edtf: from, to_edtf: to }) => ({
      title,
      organization: id === null ? null : { id },
      from,
      to,
    }))
  const said = {
    earliest: statement.said_earliest,
    latest: statement.said_latest,
    basis: statement.said_basis,
  }
  const at = timeOf(said, { earliest: published_earliest, latest: published_latest })
  const role = fold(statement.role ?? '')
  return positionAt(positions, at, (title) => role.includes(fold(title)))?.organization?.id ?? null
}

export const FACTS: readonly Fact[] = RANDOM_RECORD.statements.map(({ row: statement }) => {
  const article = articles.get(statement.article_id)!
  return {
    statement,
    article,
    official: officials.get(statement.official_id ?? '') ?? null,
    organization: organizations.get(statement.organization_id ?? '') ?? null,
    office: officeOf(statement, article),
  }
})

/** A date as a caller writes it, with its first and last day; null if open. */
export type Bound = readonly [edtf: string, first: string | null, last: string | null]

/** The filters for which the random record has no statements. Another test covers them. */
type TriedElsewhere = 'vanished'

/** All filters of a request for statements. */
export type Asked = {
  readonly [Name in Exclude<keyof AskedStatementFilters, TriedElsewhere>]?:
    | (Name extends `${string}_from` | `${string}_to`
        ? Bound
        : Name extends 'q'
          ? string
          : AskedStatementFilters[Name])
    | undefined
}

const SHOWN = ['machine', 'verified', 'disputed']

const isOneOf = (value: string, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.includes(value)

interface Named {
  readonly id: string
  readonly slug: string
  readonly merged_into_id: string | null
}

/** Returns the ids of the records that ids and slugs name, at the end of their chains of merges. */
function idsOf(things: readonly Named[], wanted: readonly string[]): string[] {
  const standing = ({ id, merged_into_id: into }: Named): string =>
    into === null ? id : standing(things.find((thing) => thing.id === into)!)
  return wanted.map((given) =>
    standing(things.find(({ id, slug }) => [id, slug].includes(given.toLowerCase()))!),
  )
}

const PEOPLE = [...RANDOM_RECORD.officials, ...RANDOM_RECORD.mergedOfficials]
const BODIES = [...RANDOM_RECORD.organizations, ...RANDOM_RECORD.mergedOrganizations]

const isThe = (
  things: readonly Named[],
  ids: readonly (string | null | undefined)[],
  wanted?: readonly string[],
) => wanted === undefined || idsOf(things, wanted).some((id) => ids.includes(id))

/** Returns the part that the spellings of one publisher share. */
const publisherKey = (name: string): string =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word !== 'the')
    .sort()
    .join(' ')

/** Returns whether a publisher is one of those wanted, in any spelling; true if none is named. */
export const isPublisher = (publisher: string | null, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined ||
  (publisher !== null && wanted.some((name) => publisherKey(name) === publisherKey(publisher)))

/** Returns true if two periods can share a day. Null is open. */
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

/** Returns true if a phrase stands word for word in a text. */
const hasPhrase = (text: string | null, phrase: string): boolean =>
  ` ${wordsIn(text)} `.includes(` ${wordsIn(phrase)} `)

const wordsIn = (text: string | null): string =>
  searchWords(text ?? '')
    .map(({ word }) => word)
    .join(' ')

/** Returns true if a statement contains every term that a search requires. Every term counts as a phrase. */
function isFound({ statement, official, organization }: Fact, q: string | undefined): boolean {
  if (q === undefined) return true
  const { groups, excluded } = parseSearch(q)
  const places = [statement.text, statement.speaker_name, statement.role]
  const names = [official?.name ?? null, organization?.name ?? null]
  const has = (term: SearchTerm): boolean =>
    [...places, ...(term.isPhrase ? [] : names)].some((place) =>
      spellingsOf(term).some((spelling) => hasPhrase(place, spelling)),
    )
  return groups.every((group) => group.some(has)) && !excluded.some(has) && statement.status !== 'retracted'
}

/** Returns true if a statement matches the filters, as the documentation describes them. */
export function passes(fact: Fact, asked: Asked): boolean {
  const { statement, article, official, organization, office } = fact
  const said = asked.match === 'overlap' ? canShareADay : isWithinBounds
  return (
    isThe(PEOPLE, [official?.id], asked.official) &&
    isThe(BODIES, [organization?.id, office], asked.organization) &&
    isOneOf(article.id, asked.article) &&
    isPublisher(article.publisher, asked.publisher) &&
    isOneOf(statement.type, asked.type) &&
    isOneOf(statement.polarity, asked.polarity) &&
    isOneOf(statement.attribution, asked.attribution) &&
    isOneOf(statement.said_basis, asked.said_basis) &&
    isOneOf(statement.status, asked.status ?? SHOWN) &&
    statement.confidence >= (asked.min_confidence ?? 0) &&
    isFound(fact, asked.q) &&
    said(
      statement.said_earliest,
      statement.said_latest,
      asked.said_from?.[1] ?? null,
      asked.said_to?.[2] ?? null,
    ) &&
    ((!asked.published_from && !asked.published_to) || article.published_edtf !== null) &&
    canShareADay(
      article.published_earliest,
      article.published_latest,
      asked.published_from?.[1] ?? null,
      asked.published_to?.[2] ?? null,
    )
  )
}

/** Returns the content of `page.left_out`; undefined if the list does not have it. */
export function leftOut(asked: Asked): { undated: number; wider: number } | undefined {
  if (asked.match === 'overlap' || !(asked.said_from || asked.said_to)) return undefined
  const missing = FACTS.filter(
    (fact) => passes(fact, { ...asked, match: 'overlap' }) && !passes(fact, { ...asked, match: 'within' }),
  )
  const undated = missing.filter(({ statement }) => statement.said_basis === 'publication').length
  return { undated, wider: missing.length - undated }
}

/** Returns true if a period ends before it begins, which is an error. */
export const isBackwards = ({ said_from, said_to, published_from, published_to }: Asked): boolean =>
  [
    [said_from, said_to],
    [published_from, published_to],
  ].some(([from, to]) => from && to && from[1]! > to[2]!)

/** A key of a sort. A lower place comes first in both directions. Within a place, the value decides. */
type SortKey = readonly [place: number, value: string | number]

const published = ({ article: { published_latest: last } }: Fact, place: number): SortKey =>
  last === null ? [2, ''] : [place, last]

const SORT_KEYS: Readonly<Record<string, (fact: Fact) => SortKey>> = {
  said(fact) {
    const { said_basis: basis, said_latest: last } = fact.statement
    if (basis === 'publication') return published(fact, 1)
    return last === null ? [2, ''] : [0, last]
  },
  published: (fact) => published(fact, 0),
  recorded: ({ statement }) => [0, statement.recorded_at],
  confidence: ({ statement }) => [0, statement.confidence],
}

/** Sorts facts. Facts with equal keys are sorted by id. */
export function inOrder(facts: readonly Fact[], sort: string): Fact[] {
  const keyOf = SORT_KEYS[sort.replace('-', '')]!
  const direction = sort.startsWith('-') ? -1 : 1
  return facts.toSorted((a, b) => {
    const [[placeA, keyA], [placeB, keyB]] = [keyOf(a), keyOf(b)]
    if (placeA !== placeB) return placeA - placeB
    if (keyA !== keyB) return keyA < keyB ? -direction : direction
    return a.statement.id < b.statement.id ? -direction : direction
  })
}

/** Builds the query string of a request. */
export function queryOf(asked: Asked, view: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(view)
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue
    const isBound = name.endsWith('_from') || name.endsWith('_to')
    if (name === 'publisher') for (const one of value as string[]) parameters.append(name, one)
    else parameters.set(name, isBound ? (value as Bound)[0] : String(value))
  }
  return parameters.toString()
}
