import { DomainError, type Fault } from '../../core/errors.ts'
import { isUuid } from '../../core/id-or-slug.ts'
import type { Db } from '../../database/db.ts'
import type { NamedTable } from '../../database/named-records.sql.ts'
import { absence as articleAbsence } from '../articles/domain.ts'
import { namesLike } from '../names/domain.ts'
import { findPublisherNames } from '../publishers/domain.ts'
import { namesIn, possibleNames } from './publisher-names.ts'
import type { NamedRecords, NamedSubject, NamingFilters, ResolvedReference } from './schema.ts'
import * as store from './store.sql.ts'

/** The values of a filter for the query, the merged records that were replaced, and a fault for each unknown name. */
interface Found {
  readonly values: readonly string[]
  readonly resolved: readonly ResolvedReference[]
  readonly faults: readonly Fault[]
}

type Find = (db: Db, given: readonly string[]) => Promise<Found>

const FINDERS: { readonly [Name in keyof NamingFilters]-?: Find } = {
  official: (db, given) => findNamed(db, 'official', given),
  organization: (db, given) => findNamed(db, 'organization', given),
  article: findArticles,
  publisher: findPublishers,
}

/**
 * Resolves the filters that name records to ids and keys. Replaces a merged record by the record it was merged into.
 * @param inPath the filter that is part of the path; undefined if none is.
 * @throws DomainError `invalid_parameter` with a fault, and similar names, for each value that names nothing on record.
 * If the value is in the path: `not_found`, or `gone` for a withdrawn article.
 */
export async function resolveReferences(
  db: Db,
  filters: NamingFilters,
  inPath?: keyof NamingFilters,
): Promise<NamedRecords> {
  const given = Object.entries(filters).flatMap(([name, values]) =>
    Object.hasOwn(FINDERS, name) && values !== undefined
      ? [[name as keyof NamingFilters, values] as const]
      : [],
  )
  const found = await Promise.all(
    given.map(async ([name, values]) => [name, await FINDERS[name](db, values)] as const),
  )
  const faults = found.flatMap(([, { faults }]) => faults)
  const missing = faults.find(({ parameter }) => parameter !== undefined && parameter === inPath)
  if (missing) {
    const [article] = filters.article ?? []
    throw inPath === 'article' && article
      ? await articleAbsence(db, article)
      : new DomainError('not_found', missing.message)
  }
  rejectParameters(faults)
  return {
    ...Object.fromEntries(found.map(([name, { values }]) => [name, values])),
    resolved: found.flatMap(([, { resolved }]) => resolved),
  }
}

/**
 * Resolves names to one record each, in the order of the names. A merged record is replaced by the record it was merged
 * into.
 * @param parameter the parameter that has the names.
 * @throws DomainError `invalid_parameter` with a fault, and similar names, for each name that is not on record.
 */
export async function resolveEach(
  db: Db,
  kind: 'official' | 'organization' | 'publisher',
  given: readonly string[],
  parameter: string,
): Promise<NamedSubject[]> {
  const found = await (kind === 'publisher' ? publishersFor(db, given) : recordsFor(db, kind, given))
  rejectParameters(found.flatMap((one) => (typeof one === 'string' ? [fault(parameter, one)] : [])))
  return found.filter((one) => typeof one !== 'string')
}

/** Returns the record for each name, or the message for a name that is not on record. */
async function recordsFor(db: Db, kind: keyof typeof TABLES, given: readonly string[]) {
  const known = await store.findStanding(db, TABLES[kind], given)
  return Promise.all(
    given.map(async (one): Promise<NamedSubject | string> => {
      const record = known.get(one)
      if (!record) return describeUnknown(db, kind, one)
      return { given: one, key: record.id, slug: record.slug, name: record.name }
    }),
  )
}

/** Returns the publisher for each name, or the message for a name that no publisher has. */
async function publishersFor(db: Db, given: readonly string[]) {
  const { names, known } = await findPublisherKeys(db, given)
  const spellings = await findPublisherNames(db, [...known.values()])
  return Promise.all(
    names.map(async (one): Promise<NamedSubject | string> => {
      const key = known.get(one)
      if (key === undefined) return describeUnknownPublisher(db, one)
      return { given: one, key, slug: null, name: spellings.get(key) ?? one }
    }),
  )
}

/** Throws if there are faults. @throws DomainError `invalid_parameter` with all faults. */
function rejectParameters(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new DomainError('invalid_parameter', `${first.parameter}: ${first.message}`, faults)
}

const TABLES = { official: 'officials', organization: 'organizations' } as const satisfies Record<
  string,
  NamedTable
>

async function findNamed(db: Db, parameter: keyof typeof TABLES, given: readonly string[]): Promise<Found> {
  const known = await store.findStanding(db, TABLES[parameter], given)
  const unknown = given.filter((one) => !known.has(one))
  const records = [...known.values()]
  return {
    values: [...new Set(records.map(({ id }) => id))],
    resolved: records
      .filter((record) => record.given !== record.id && record.given !== record.slug)
      .map((record) => ({ parameter, ...record })),
    faults: await Promise.all(
      unknown.map(async (one) => fault(parameter, await describeUnknown(db, parameter, one))),
    ),
  }
}

/**
 * Returns the message for an id or a slug that is not on record. The message has similar slugs: "Did you mean
 * john-kirby?"
 */
export async function describeUnknown(db: Db, kind: keyof typeof TABLES, given: string): Promise<string> {
  if (isUuid(given)) return `No ${kind} has the id ${given}.`
  const similar = (await namesLike(db, kind, given)).flatMap(({ slug }) => slug ?? [])
  const hint =
    similar.length > 0
      ? `Did you mean ${listOf(similar)}?`
      : `GET /v1/${TABLES[kind]}?q=… finds ${kind === 'official' ? 'people' : 'organizations'} by name.`
  return `No ${kind} has the slug ${given}. ${hint}`
}

async function findArticles(db: Db, given: readonly string[]): Promise<Found> {
  const known = await store.findArticleIds(db, given)
  return {
    values: [...known],
    resolved: [],
    faults: await Promise.all(
      given
        .filter((id) => !known.has(id))
        .map(async (id) => fault('article', (await articleAbsence(db, id)).message)),
    ),
  }
}

/** Finds the keys of publishers by name. */
async function findPublishers(db: Db, given: readonly string[]): Promise<Found> {
  const { names, known } = await findPublisherKeys(db, given)
  const unknown = names.filter((name) => !known.has(name))
  return {
    values: [...new Set(names.flatMap((name) => known.get(name) ?? []))],
    resolved: [],
    faults: await Promise.all(
      unknown.map(async (name) => fault('publisher', await describeUnknownPublisher(db, name))),
    ),
  }
}

/**
 * Finds the keys of publishers.
 * @returns the names of all entries, and the key of each name that a publisher has.
 */
async function findPublisherKeys(
  db: Db,
  given: readonly string[],
): Promise<{ readonly names: readonly string[]; readonly known: ReadonlyMap<string, string> }> {
  const known = await store.findPublisherKeys(db, possibleNames(given))
  return { names: namesIn(given, known), known }
}

async function describeUnknownPublisher(db: Db, name: string): Promise<string> {
  const similar = (await namesLike(db, 'publisher', name)).map((publisher) => publisher.name)
  const hint =
    similar.length > 0 ? `Did you mean ${listOf(similar)}?` : 'GET /v1/publishers lists all publishers.'
  return `No publisher is called "${name.slice(0, 100)}". ${hint}`
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

const fault = (parameter: string, message: string): Fault => ({
  parameter,
  code: 'invalid_parameter',
  message,
})
