import type { Db } from '../../database/db.ts'
import { namesIn, possibleNames } from './publisher-names.ts'
import type { NamingFilters } from './schema.ts'
import * as store from './store.sql.ts'

/**
 * Resolves the names in many filters, with one query for each kind of name. A merged person or organization is replaced
 * by all records of its chain of merges. Leaves out names that are not on record. A filter whose list is then empty
 * passes no statement.
 */
export async function followReferences(db: Db, all: readonly NamingFilters[]): Promise<NamingFilters[]> {
  const given = (name: keyof NamingFilters): string[] => [...new Set(all.flatMap((one) => one[name] ?? []))]
  const [officials, organizations, articles, publishers] = await Promise.all([
    findIfAny(given('official'), (names) => store.findChains(db, 'officials', names), new Map()),
    findIfAny(given('organization'), (names) => store.findChains(db, 'organizations', names), new Map()),
    findIfAny(given('article'), (ids) => store.findArticleIds(db, ids), new Set()),
    findIfAny(possibleNames(given('publisher')), (names) => store.findPublisherKeys(db, names), new Map()),
  ])
  return all.map(({ official, organization, article, publisher }) => ({
    official: official?.flatMap((one) => officials.get(one) ?? []),
    organization: organization?.flatMap((one) => organizations.get(one) ?? []),
    article: article?.filter((id) => articles.has(id)),
    publisher: publisher && namesIn(publisher, publishers).flatMap((name) => publishers.get(name) ?? []),
  }))
}

const findIfAny = async <Found>(
  names: readonly string[],
  find: (names: readonly string[]) => Promise<Found>,
  nothing: Found,
): Promise<Found> => (names.length > 0 ? find(names) : nothing)
