import type { NameKind } from '../../core/vocabulary.ts'
import type { Db } from '../../database/db.ts'
import { findNames } from '../../record/names/domain.ts'
import type { FoundName, NameQuestion } from '../../record/names/schema.ts'
import type { Suggestion, Suggestions } from './schema.ts'

const PATHS = { official: '/v1/officials', organization: '/v1/organizations', publisher: '/v1/publishers' }

/**
 * Suggests the people, organizations and publishers that the typed text may mean. If there are none, tells what to try.
 */
export async function suggest(db: Db, question: NameQuestion): Promise<Suggestions> {
  const found = await findNames(db, question)
  return { items: found.map(toSuggestion), hint: found.length > 0 ? null : hintFor(question) }
}

function toSuggestion({ id, slug, ...found }: FoundName): Suggestion {
  const url =
    slug === null
      ? `/v1/statements?publisher=${encodeURIComponent(found.name)}`
      : `${PATHS[found.kind]}/${slug}`
  return { ...found, id: slug === null ? null : id, slug, url }
}

function hintFor({ q, kinds }: NameQuestion): string {
  if (!/[\p{L}\p{N}]/u.test(q)) return 'Type letters of a name, such as kir for John Kirby.'
  return `No name on record is like this. Type fewer letters, or only the family name; ${listsOf(kinds)} all names on record.`
}

function listsOf(kinds: readonly NameKind[]): string {
  const lists = kinds.map((kind) => `GET ${PATHS[kind]}`)
  return lists.length === 1
    ? `${lists[0]} lists`
    : `${lists.slice(0, -1).join(', ')} and ${lists.at(-1)} list`
}
